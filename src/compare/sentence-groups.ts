import { itemAt } from '../text/entry.js';
import type { Pace } from '../text/pace.js';
import type { ToldSentence } from './told.js';
import type { SentenceTie } from './two-tellings.js';

/** Where a sentence stands in a story: its telling, and what it is there. */
export interface Placed {
  readonly telling: number;
  /** Its place among the sentences of its telling. */
  readonly at: number;
  readonly sentence: ToldSentence;
}

/** Sentences that report one statement, by their places in the story, in order. */
export type Group = readonly number[];

/** A row with more passages of one telling than this is no statement any more. */
const MAX_PASSAGES = 4;
/** A row with a longer stretch of one passage than this is no statement either, unless it is one quotation. */
const MAX_SENTENCES = 6;
/** Sentences of one passage that have so many others between them at most are one stretch of it: “…,” he said. “…” */
const MAX_BETWEEN = 1;
/**
 * So alike is each stretch of a row to each of another telling. Of chains of three, each like the next, those whose ends
 * are less alike were judged to be two statements more often than one.
 */
const LEAST = 0.24;
/**
 * From this likeness on two sentences that do not fit into one row stand in a row of their own. That they do not fit
 * speaks against them: of those less alike fewer than half report the same.
 */
const LIKENESS_ALONE = 0.33;
/** So alike is what an outlet says twice to what another says once. */
const SPREADING_LIKENESS = 0.6;
/** The surest kinds of ties first. */
const ORDER: readonly SentenceTie['kind'][] = ['quotation', 'counterpart', 'alike', 'phrase'];
/** How finely ties are told apart by strength before their places decide. */
const STEPS = 1000;

/** A group that still grows. */
interface Growing {
  readonly sentences: readonly number[];
  readonly tellings: ReadonlySet<number>;
}

/**
 * Joins sentences tie by tie, quotations first and the strongest of each kind first; then groups that follow each
 * other in the same passages, since a paragraph that two outlets have alike is read as one. A sentence that says two
 * things may stand in a second group, with what is like it and unlike the first.
 *
 * @param ties between sentences by their places in `sentences`
 */
export async function sentenceGroups(
  sentences: readonly Placed[],
  ties: readonly SentenceTie[],
  likeness: (a: number, b: number) => number,
  pace: Pace,
): Promise<Group[]> {
  const ordered = await strongestFirst(ties, pace);
  const first = await joinedBy(
    ordered.filter(({ kind }) => kind !== 'phrase'),
    sentences,
    likeness,
    pace,
  );
  const parted = ordered.filter((tie) => first.get(tie.a) !== first.get(tie.b) || !first.has(tie.a));
  const again = await joinedBy(parted.filter(standsAlone), sentences, likeness, pace);
  return [...new Set([...first.values(), ...again.values()])].map((group) =>
    group.sentences.toSorted((a, b) => a - b),
  );
}

/** True if a tie is sure enough to be a row where it fits into no other. */
function standsAlone({ kind, strength }: SentenceTie): boolean {
  return kind === 'quotation' || kind === 'phrase' || strength >= LIKENESS_ALONE;
}

/** The group of each sentence that ties join, if they are tried in this order. */
async function joinedBy(
  ties: readonly SentenceTie[],
  sentences: readonly Placed[],
  likeness: (a: number, b: number) => number,
  pace: Pace,
): Promise<Map<number, Growing>> {
  const groups = new Map<number, Growing>();
  for (const tie of ties) {
    await pace();
    const [one, other] = [groupAt(groups, tie.a, sentences), groupAt(groups, tie.b, sentences)];
    if (
      one === other ||
      !mayJoin(one, other, tie, sentences) ||
      !holdTogether(one, other, sentences, likeness)
    )
      continue;
    set(groups, joined(one, other));
  }
  await joinNeighbours(groups, sentences, pace);
  return groups;
}

/** The surest kind first, and of a kind the strongest. */
async function strongestFirst(ties: readonly SentenceTie[], pace: Pace): Promise<SentenceTie[]> {
  // In buckets, since sorting very many at once would hold the event loop.
  const buckets = new Map<number, SentenceTie[]>();
  for (const tie of ties) {
    await pace();
    const bucket = Math.floor(tie.strength * STEPS) - ORDER.indexOf(tie.kind) * STEPS * STEPS * STEPS;
    const known = buckets.get(bucket);
    if (known) known.push(tie);
    else buckets.set(bucket, [tie]);
  }
  const ordered: SentenceTie[] = [];
  for (const [, bucket] of [...buckets].sort(([x], [y]) => y - x)) {
    for (const tie of bucket.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b))
      ordered.push(tie);
    await pace();
  }
  return ordered;
}

function groupAt(groups: ReadonlyMap<number, Growing>, at: number, sentences: readonly Placed[]): Growing {
  return groups.get(at) ?? { sentences: [at], tellings: new Set([itemAt(sentences, at).telling]) };
}

function joined(one: Growing, other: Growing): Growing {
  return {
    sentences: [...one.sentences, ...other.sentences],
    tellings: new Set([...one.tellings, ...other.tellings]),
  };
}

function set(groups: Map<number, Growing>, group: Growing): void {
  for (const at of group.sentences) groups.set(at, group);
}

function mayJoin(
  one: Growing,
  other: Growing,
  { kind, strength }: SentenceTie,
  sentences: readonly Placed[],
): boolean {
  const [before, after] = [
    Math.max(stretches(one, sentences), stretches(other, sentences)),
    joined(one, other),
  ];
  const most = stretches(after, sentences);
  // Being most alike says which one sentence is the counterpart, and a phrase is quoted again; the other ties may spread.
  const spreads = kind === 'quotation' || (kind === 'alike' && strength >= SPREADING_LIKENESS);
  if (!spreads && most > before) return false;
  return most <= MAX_PASSAGES;
}

/** How many stretches the telling has that has most of them. */
function stretches(group: Growing, sentences: readonly Placed[]): number {
  const counts = new Map<number, Set<number>>();
  for (const [at, number] of stretchesOf(group.sentences, sentences)) {
    const { telling } = itemAt(sentences, at);
    counts.set(telling, (counts.get(telling) ?? new Set()).add(number));
  }
  return Math.max(...[...counts.values()].map(({ size }) => size));
}

/** The number of the stretch that each sentence of a group stands in: those of one passage near each other are one. */
function stretchesOf(group: readonly number[], sentences: readonly Placed[]): Map<number, number> {
  const found = new Map<number, number>();
  let number = 0;
  let last: Placed | undefined;
  for (const at of group.toSorted((a, b) => a - b)) {
    const placed = itemAt(sentences, at);
    if (last && !isNear(last, placed)) number++;
    found.set(at, number);
    last = placed;
  }
  return found;
}

function isNear(first: Placed, second: Placed): boolean {
  return (
    first.sentence.passage === second.sentence.passage && Math.abs(second.at - first.at) <= MAX_BETWEEN + 1
  );
}

/**
 * True if two groups would be one statement: each stretch of one is like each of the other, if they are not of one
 * telling. A chain of sentences, each like the next, would else run through a story and end elsewhere.
 */
function holdTogether(
  one: Growing,
  other: Growing,
  sentences: readonly Placed[],
  likeness: (a: number, b: number) => number,
): boolean {
  // What ties two sentences is all that there is to say of them.
  if (one.sentences.length + other.sentences.length === 2) return true;
  const stretch = stretchesOf([...one.sentences, ...other.sentences], sentences);
  const best = new Map<string, number>();
  for (const a of one.sentences) {
    for (const b of other.sentences) {
      if (itemAt(sentences, a).telling === itemAt(sentences, b).telling) continue;
      const key = `${stretch.get(a)} ${stretch.get(b)}`;
      best.set(key, Math.max(best.get(key) ?? 0, likeness(Math.min(a, b), Math.max(a, b))));
    }
  }
  return Math.min(...best.values()) >= LEAST;
}

async function joinNeighbours(
  groups: Map<number, Growing>,
  sentences: readonly Placed[],
  pace: Pace,
): Promise<void> {
  for (const at of [...groups.keys()].sort((a, b) => a - b)) {
    for (let next = at + 1; next <= at + 1 + MAX_BETWEEN; next++) {
      const [one, other] = [groups.get(at), groups.get(next)];
      if (one && other && one !== other && goOn(one, other, sentences)) set(groups, joined(one, other));
    }
    await pace();
  }
}

/** True if one group follows the other in each telling that has both, and one of them has the tellings of the other. */
function goOn(one: Growing, other: Growing, sentences: readonly Placed[]): boolean {
  const [few, many] = one.tellings.size <= other.tellings.size ? [one, other] : [other, one];
  for (const telling of few.tellings) {
    if (!many.tellings.has(telling)) return false;
    const own = (group: Growing) =>
      group.sentences.map((at) => itemAt(sentences, at)).filter((placed) => placed.telling === telling);
    const [first, second] = [own(one), own(other)];
    if (!first.some((a) => second.some((b) => isNear(a, b)))) return false;
    const passages = new Set([...first, ...second].map(({ sentence }) => sentence.passage));
    if (passages.size > 1 || first.length + second.length > MAX_SENTENCES) return false;
  }
  return true;
}
