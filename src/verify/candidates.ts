import type { Corpus } from '../corpus/corpus.js';
import type { Passage } from '../corpus/passage.js';
import { type WordsOf, weightOf } from './read-words.js';

/** How candidates are looked for. */
export interface CandidateOptions {
  /** How many places of keys are counted. */
  readonly places: number;
  /** How many passages are given at most. */
  readonly limit: number;
  /** The least share of the claim's weight that a passage and its neighbours must have. */
  readonly leastShare: number;
}

/** A passage that may word a claim nearly so. */
export interface Candidate {
  readonly passage: Passage;
  /** The share of the claim's weight that it and its neighbours have at most in one stretch, from 0 to 1. */
  readonly bound: number;
}

/** How many passages are looked at for each that is given: most that share rare words have them far apart. */
const LOOKED_AT = 3;
/** How many words of a document may stand where the claim has one. */
export const STRETCH = 4;
/** No stretch is shorter, in words. */
const SHORTEST = 40;

/**
 * The passages that have most of a claim's weight in one stretch, most first, of those that share its rarest
 * words and have enough of it to word it nearly so.
 */
export function candidates(corpus: Corpus, claim: WordsOf, options: CandidateOptions): Candidate[] {
  const { vocabulary } = corpus.table;
  const keysOf = claim.words.map(({ start, end }) => {
    const word = claim.text.slice(start, end);
    const keys = vocabulary.keysFor(word);
    // In capitals a function word looks like a name.
    return CAPITALS.test(word) ? [...new Set([...keys, ...vocabulary.keysFor(word.toLowerCase())])] : keys;
  });
  const whole = weightOf(claim.words);
  const found: Candidate[] = [];
  for (const number of richest(corpus, new Set(keysOf.flat()), options)) {
    const passage = corpus.passages[number];
    if (!passage) continue;
    // Words that a line end parts have no key of their own, so that nothing can be told from keys.
    const bound = LINE_END.test(passage.text) ? 1 : densest(corpus, claim, keysOf, number) / whole;
    if (bound >= options.leastShare) found.push({ passage, bound });
  }
  return found.sort((a, b) => b.bound - a.bound).slice(0, options.limit);
}

const CAPITALS = /^[\p{Lu}'’]{2,}$/u;
const LINE_END = /[-‐‑\u00AD][ \t\r]{0,3}\n/;

/** The most of the claim's weight that stands in one stretch of a passage and its neighbours in the document. */
function densest(
  { table, passages }: Corpus,
  claim: WordsOf,
  keysOf: readonly (readonly number[])[],
  number: number,
): number {
  // By key, how much of the claim it can be: each of its words once, however often the stretch repeats it.
  const weights = new Map<number, number>();
  for (const [at, keys] of keysOf.entries())
    for (const key of keys) weights.set(key, (weights.get(key) ?? 0) + (claim.words[at]?.weight ?? 0));
  const size = Math.max(SHORTEST, claim.words.length * STRETCH);
  const counts = new Map<number, number>();
  const inStretch: number[] = [];
  let [sum, most, first] = [0, 0, 0];
  const document = passages[number]?.document;
  for (const near of [number - 1, number, number + 1]) {
    if (passages[near]?.document !== document || near < 0) continue;
    for (const key of table.keysOf(near)) {
      inStretch.push(key);
      const weight = weights.get(key);
      if (weight !== undefined) {
        const count = counts.get(key) ?? 0;
        if (count === 0) sum += weight;
        counts.set(key, count + 1);
        if (sum > most) most = sum;
      }
      if (inStretch.length - first <= size) continue;
      const gone = inStretch[first++] as number;
      const left = counts.get(gone);
      if (left === undefined) continue;
      counts.set(gone, left - 1);
      if (left === 1) sum -= weights.get(gone) ?? 0;
    }
  }
  return most;
}

/** The passages, by their numbers, that have most of the weight of some keys, the rarest keys counted first. */
function richest(
  { table, passages }: Corpus,
  keys: ReadonlySet<number>,
  { places, limit }: CandidateOptions,
): number[] {
  const rarestFirst = [...keys].sort((a, b) => table.weight(b) - table.weight(a) || a - b);
  // Few places are gathered by number; for many, room for all passages is quicker.
  const gathered =
    places * SPARSE < passages.length ? new Map<number, number>() : new Float64Array(passages.length);
  const weightAt = (passage: number) =>
    (gathered instanceof Map ? gathered.get(passage) : gathered[passage]) ?? 0;
  const touched: number[] = [];
  let left = places;
  for (const key of rarestFirst) {
    const having = table.passagesWith(key);
    left -= having.length;
    if (left < 0 && touched.length > 0) break;
    const weight = table.weight(key);
    for (const passage of having) {
      const before = weightAt(passage);
      if (before === 0) touched.push(passage);
      if (gathered instanceof Map) gathered.set(passage, before + weight);
      else gathered[passage] = before + weight;
    }
  }
  return firstOf(touched, limit * LOOKED_AT, (a, b) => weightAt(b) - weightAt(a) || a - b);
}

/** How many passages there are for each place before places are gathered by number. */
const SPARSE = 8;

/** The first `count` of a list in an order, without sorting all of it. */
function firstOf(list: readonly number[], count: number, order: (a: number, b: number) => number): number[] {
  let best: number[] = [];
  let worst: number | undefined;
  for (const one of list) {
    if (worst !== undefined && best.length >= count && order(one, worst) > 0) continue;
    best.push(one);
    if (best.length < count * 2 && best.length !== count) continue;
    best = best.sort(order).slice(0, count);
    worst = best.at(-1);
  }
  return best.sort(order).slice(0, count);
}
