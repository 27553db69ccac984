import type { Passage } from '../corpus/passage.js';
import type { Resemblance } from '../search/engine.js';
import { entry } from '../text/entry.js';
import type { Pace } from '../text/pace.js';
import { type QuotationTie, quotationTies } from './quotation-ties.js';

/**
 * The passages that report one statement, in order of the corpus. An outlet may give a statement several
 * passages, or several statements one passage: then these make one row.
 */
export type Statement = readonly Passage[];

/**
 * The least likeness of counterparts. Passages of one story share its names whatever they report; a fifth of
 * their weight is more than names alone make up.
 */
const MIN_LIKENESS = 0.2;
/** From this likeness on a passage need not be the very best to report the same, but must come near it. */
const MUCH_ALIKE = 0.4;
const NEAR_BEST = 0.8;
/**
 * What shows that two documents tell the same story, so that lesser ties between them count: passages so much
 * alike, or so many words of a quotation in a row or in all. Passages of different stories about the same people come to
 * half of that likeness, and quote the same mottoes.
 */
export const STORY_LIKENESS = 0.55;
const STORY_RUN = 6;
const STORY_WORDS = 9;
/** A row with more passages of one document than this is no statement any more. */
const MAX_OF_DOCUMENT = 4;

/** Two passages of different documents that may report the same, by their places in the list. */
interface Tie {
  readonly a: number;
  readonly b: number;
  readonly kind: 'quotation' | 'counterpart' | 'alike';
  /** Orders ties of one kind. */
  readonly strength: number;
  /** True if it shows by itself that the two documents tell the same story. */
  readonly strong: boolean;
}

/** True if two documents tell the same story when they print so much of a quotation. */
export function showsStory({ words, longest }: QuotationTie): boolean {
  return longest >= STORY_RUN || words >= STORY_WORDS;
}

/**
 * The statements of `passages`, which stand in the order of the corpus, by passage; a passage that no other
 * document reports has none. Passages are tied by quoting the same words, or by each being the most like the
 * other in the other's document; between documents that do not tell the same story, only strong ties count. A
 * statement joins what is tied, quotations first and the strongest of each kind first.
 *
 * @param similar for each passage those of other documents most like it, the most alike first
 * @param sayings three words in a row, folded and parted by blanks, that tie nothing
 */
export async function statementsOf(
  passages: readonly Passage[],
  similar: ReadonlyMap<Passage, readonly Resemblance[]>,
  sayings: ReadonlySet<string>,
  pace: Pace,
): Promise<ReadonlyMap<Passage, Statement>> {
  const quoted = await quotedTies(passages, sayings, pace);
  const ties = quoted.concat(await likenessTies(passages, similar, pace));
  const numbers = new Map<unknown, number>();
  const documentOf = passages.map(({ document }) => {
    const number = numbers.get(document) ?? numbers.size;
    numbers.set(document, number);
    return number;
  });
  const pairOf = ({ a, b }: Tie) => entry(documentOf, a) * numbers.size + entry(documentOf, b);
  const stories = new Set<number>();
  for (const tie of ties) {
    if (tie.strong) stories.add(pairOf(tie));
    await pace();
  }
  const ordered = await strongestFirst(ties, (tie) => stories.has(pairOf(tie)), pace);
  return join(passages, ordered, pace);
}

/** The surest kinds of ties first. */
const ORDER: readonly Tie['kind'][] = ['quotation', 'counterpart', 'alike'];

/** Passages that quote the same words. */
async function quotedTies(
  passages: readonly Passage[],
  sayings: ReadonlySet<string>,
  pace: Pace,
): Promise<Tie[]> {
  const ties: Tie[] = [];
  for (const tie of await quotationTies(passages, sayings, pace)) {
    const { a, b, words } = tie;
    ties.push({ a, b, kind: 'quotation', strength: words, strong: showsStory(tie) });
    await pace();
  }
  return ties;
}

/** How finely ties are told apart by strength before their places decide. */
const STEPS = 1000;

/** The ties that count: the surest kind first, and of a kind the strongest. */
async function strongestFirst(
  ties: readonly Tie[],
  counts: (tie: Tie) => boolean,
  pace: Pace,
): Promise<Tie[]> {
  // In buckets, since sorting very many at once would hold the event loop.
  const buckets = new Map<number, Tie[]>();
  for (const tie of ties) {
    await pace();
    if (!counts(tie)) continue;
    const bucket = Math.floor(tie.strength * STEPS) - ORDER.indexOf(tie.kind) * STEPS * STEPS * STEPS;
    const known = buckets.get(bucket);
    if (known) known.push(tie);
    else buckets.set(bucket, [tie]);
  }
  const ordered: Tie[] = [];
  for (const [, bucket] of [...buckets].sort(([x], [y]) => y - x)) {
    // Quotations of as many words are in order of their passages already.
    const sorted =
      bucket[0]?.kind === 'quotation'
        ? bucket
        : bucket.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b);
    for (const tie of sorted) ordered.push(tie);
    await pace();
  }
  return ordered;
}

/**
 * Passages of which each is the most like the other in the other's document; and those much alike of which one
 * comes near to that, since an outlet may say a thing twice, or in two passages.
 */
async function likenessTies(
  passages: readonly Passage[],
  similar: ReadonlyMap<Passage, readonly Resemblance[]>,
  pace: Pace,
): Promise<Tie[]> {
  const places = new Map(passages.map((passage, place) => [passage, place]));
  const best: Map<unknown, Resemblance>[] = [];
  const ties: Tie[] = [];
  for (const [place, passage] of passages.entries()) {
    const perDocument = new Map<unknown, Resemblance>();
    for (const one of similar.get(passage) ?? []) {
      if (one.likeness < MIN_LIKENESS) break;
      const { document } = one.passage;
      const most = perDocument.get(document) ?? one;
      perDocument.set(document, most);
      const other = places.get(one.passage);
      if (other === undefined) continue;
      if (one.likeness < MUCH_ALIKE || one.likeness < most.likeness * NEAR_BEST) continue;
      const [a, b] = [Math.min(place, other), Math.max(place, other)];
      ties.push({
        a,
        b,
        kind: 'alike',
        strength: one.likeness,
        strong: one.likeness >= STORY_LIKENESS,
      });
    }
    best.push(perDocument);
    await pace();
  }
  for (const [a, perDocument] of best.entries()) {
    for (const { passage, likeness: strength } of perDocument.values()) {
      const b = places.get(passage);
      if (b === undefined) continue;
      const isMutual = a < b && best[b]?.get(passages[a]?.document)?.passage === passages[a];
      if (isMutual) ties.push({ a, b, kind: 'counterpart', strength, strong: strength >= STORY_LIKENESS });
    }
    await pace();
  }
  return ties;
}

/** Passages of one row, and their documents. */
interface Group {
  readonly passages: number[];
  readonly documents: Set<unknown>;
}

/** Joins passages tie by tie. */
async function join(
  passages: readonly Passage[],
  ties: readonly Tie[],
  pace: Pace,
): Promise<Map<Passage, Statement>> {
  const tied = new Map<number, Set<number>>();
  for (const { a, b } of ties) {
    tied.set(a, (tied.get(a) ?? new Set()).add(b));
    tied.set(b, (tied.get(b) ?? new Set()).add(a));
    await pace();
  }
  const groups = new Map<number, Group>();
  const groupOf = (number: number): Group =>
    groups.get(number) ?? { passages: [number], documents: new Set([passages[number]?.document]) };
  const all = (group: Group) => group.passages.flatMap((number) => passages[number] ?? []);
  for (const { a, b, kind } of ties) {
    await pace();
    const [one, other] = [groupOf(a), groupOf(b)];
    if (one === other || !holdTogether(one, other, tied)) continue;
    const most = mostOfOne([...all(one), ...all(other)]);
    // Being most alike says which one passage is the counterpart; the other ties may spread over several.
    if (most > MAX_OF_DOCUMENT) continue;
    if (kind === 'counterpart' && most > Math.max(mostOfOne(all(one)), mostOfOne(all(other)))) continue;
    const joined: Group = {
      passages: [...one.passages, ...other.passages],
      documents: new Set([...one.documents, ...other.documents]),
    };
    for (const number of joined.passages) groups.set(number, joined);
  }
  const statements = new Map<Passage, Statement>();
  for (const group of new Set(groups.values())) {
    const statement = group.passages.toSorted((x, y) => x - y).flatMap((number) => passages[number] ?? []);
    for (const passage of statement) statements.set(passage, statement);
  }
  return statements;
}

/**
 * True if two rows would be one: at least a third of their documents are tied across. A chain of passages, each
 * like the next, would else run through a whole corpus and end at something else.
 */
function holdTogether(one: Group, other: Group, tied: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  const [few, many] = one.passages.length <= other.passages.length ? [one, other] : [other, one];
  const inMany = new Set(many.passages);
  let across = 0;
  for (const number of few.passages) {
    for (const end of tied.get(number) ?? []) if (inMany.has(end)) across++;
  }
  return across * 3 >= one.documents.size * other.documents.size;
}

/** How many passages the document has that has most of these. */
function mostOfOne(group: readonly Passage[]): number {
  const counts = new Map<unknown, number>();
  for (const { document } of group) counts.set(document, (counts.get(document) ?? 0) + 1);
  return Math.max(...counts.values());
}
