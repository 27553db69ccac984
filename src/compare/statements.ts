import type { Passage } from '../corpus/passage.js';
import { itemAt } from '../text/entry.js';
import type { Pace } from '../text/pace.js';
import type { Span } from '../text/span.js';
import { type Absence, absenceIn } from './absence.js';
import { compareQuotations } from './compared-quotations.js';
import { type Group, type Placed, sentenceGroups } from './sentence-groups.js';
import type { Telling, Tellings } from './tellings.js';
import type { SentenceTie } from './two-tellings.js';

/**
 * The passages that report one statement, in order of the corpus. An outlet may give a statement several
 * passages, or several statements one passage, which then stands in several rows.
 */
export type Statement = readonly Passage[];

/** A statement, and what of its passages reports it. */
export interface Row extends Absence {
  readonly statement: Statement;
  /** For each passage, the stretch of its document that reports the statement, in whole sentences. */
  readonly stretches: readonly Span[];
  /** For each passage, those of near copies of its document that print the same. */
  readonly copies: readonly (readonly Passage[])[];
  /** How many tell the story: near copies of one text are one. */
  readonly tellers: number;
  /** True if two outlets print a quotation of it in other words, as `compareQuotations` has it. */
  readonly differs: boolean;
  /** How alike the two tellings of it are that are least alike: 0 to 1, and 1 where one alone tells it. */
  readonly sureness: number;
}

/** A passage by itself, of whose story nothing is known. */
export function rowOfOne(passage: Passage): Row {
  return {
    statement: [passage],
    stretches: [{ start: passage.start, end: passage.end }],
    copies: [[]],
    missing: [],
    unclear: [],
    tellers: 1,
    differs: false,
    sureness: 1,
  };
}

/**
 * The statements of a story in the order of their first sentences: those that more than one telling reports, and what
 * one alone says. A passage without any of the former is one statement.
 */
export async function statementsOf(story: Tellings, pace: Pace): Promise<Row[]> {
  const places = placesOf(story);
  const ties = await tiesOf(story, pace);
  const likeness = likenessAmong(story, places);
  const shared = await sentenceGroups(places, ties, likeness, pace);
  const claimed = new Set(shared.flat());
  const absence = absenceIn(story, places);
  const tellers = new Set(story.tellings.map(({ document }) => document.teller)).size;
  const rows: { group: Group; row: Row }[] = [];
  for (const group of [...shared, ...unclaimed(places, claimed)]) {
    const isShared = claimed.has(itemAt(group, 0));
    const stretches = stretchesOf(group, places, isShared ? claimed : undefined);
    const sureness = surenessOf(group, places, likeness);
    const having = new Set(group.map((at) => tellingOf(at, places, story).document.teller));
    const statement = stretches.map(({ passage }) => passage);
    const spans = stretches.map(({ span }) => span);
    const row = {
      statement,
      stretches: spans,
      copies: stretches.map(({ numbers }) => copiesOf(numbers, places, story)),
      ...absence(group, having, sureness),
      tellers,
      differs:
        having.size > 1 && compareQuotations(statement, spans).some(({ kind }) => kind === 'different'),
      sureness,
    };
    rows.push({ group, row });
    await pace();
  }
  return rows.sort((x, y) => itemAt(x.group, 0) - itemAt(y.group, 0)).map(({ row }) => row);
}

/** The sentences of a story, one after another. */
function placesOf({ tellings }: Tellings): Placed[] {
  return tellings.flatMap(({ told }, telling) =>
    told.sentences.map((sentence, at): Placed => ({ telling, at, sentence })),
  );
}

async function tiesOf({ tellings, pairing, areTied }: Tellings, pace: Pace): Promise<SentenceTie[]> {
  const starts: number[] = [];
  let count = 0;
  for (const { told } of tellings) {
    starts.push(count);
    count += told.sentences.length;
  }
  const ties: SentenceTie[] = [];
  for (const [second, from] of starts.entries()) {
    for (let first = 0; first < second; first++) {
      if (!areTied(first, second)) continue;
      for (const tie of pairing(first, second)?.ties ?? [])
        ties.push({ ...tie, a: itemAt(starts, first) + tie.a, b: from + tie.b });
      await pace();
    }
  }
  return ties;
}

/** How alike two sentences of a story are, the first before the second; 0 where they are of one document. */
function likenessAmong({ pairing }: Tellings, places: readonly Placed[]): (a: number, b: number) => number {
  return (a, b) => {
    const [one, other] = [itemAt(places, a), itemAt(places, b)];
    return pairing(one.telling, other.telling)?.likeness(one.at, other.at) ?? 0;
  };
}

/** How alike the two tellings in a group are that are least alike; 1 where there is one. */
function surenessOf(
  group: Group,
  places: readonly Placed[],
  likeness: (a: number, b: number) => number,
): number {
  const best = new Map<string, number>();
  for (const [at, a] of group.entries()) {
    for (const b of group.slice(at + 1)) {
      const [one, other] = [itemAt(places, a).telling, itemAt(places, b).telling];
      const key = `${one} ${other}`;
      if (one !== other) best.set(key, Math.max(best.get(key) ?? 0, likeness(a, b)));
    }
  }
  return [...best.values()].reduce((least, one) => Math.min(least, one), 1);
}

/** What no group has, in runs: of one passage each. */
function unclaimed(places: readonly Placed[], claimed: ReadonlySet<number>): Group[] {
  const runs: number[][] = [];
  for (const [at, { sentence }] of places.entries()) {
    if (claimed.has(at)) continue;
    const last = runs.at(-1);
    const goesOn = last?.at(-1) === at - 1 && places[at - 1]?.sentence.passage === sentence.passage;
    if (last && goesOn) last.push(at);
    else runs.push([at]);
  }
  return runs;
}

/** A stretch of a passage, and the sentences of a group in it. */
interface Stretch {
  readonly passage: Passage;
  readonly numbers: readonly number[];
  readonly span: Span;
}

/**
 * For each passage of a group the stretch from its first to its last sentence there, with one before and one after that
 * no group has: most often they say whose words it is.
 */
function stretchesOf(group: Group, places: readonly Placed[], claimed?: ReadonlySet<number>): Stretch[] {
  const byPassage = new Map<Passage, number[]>();
  for (const at of group) {
    const { passage } = itemAt(places, at).sentence;
    byPassage.set(passage, [...(byPassage.get(passage) ?? []), at]);
  }
  return [...byPassage].map(([passage, numbers]) => {
    const isFree = (at: number) =>
      claimed !== undefined && places[at]?.sentence.passage === passage && !claimed.has(at);
    const [first, last] = [itemAt(numbers, 0), itemAt(numbers, numbers.length - 1)];
    const { start } = itemAt(places, isFree(first - 1) ? first - 1 : first).sentence;
    const { end } = itemAt(places, isFree(last + 1) ? last + 1 : last).sentence;
    return { passage, numbers, span: { start, end } };
  });
}

function tellingOf(at: number, places: readonly Placed[], { tellings }: Tellings): Telling {
  return itemAt(tellings, itemAt(places, at).telling);
}

/** The passages of a telling's copies that print the first of these sentences. */
function copiesOf(numbers: readonly number[], places: readonly Placed[], story: Tellings): Passage[] {
  const first = itemAt(numbers, 0);
  const { folded } = itemAt(places, first).sentence;
  const { copies } = tellingOf(first, places, story);
  return copies.flatMap(({ told }) => told.sentences.find((one) => one.folded === folded)?.passage ?? []);
}
