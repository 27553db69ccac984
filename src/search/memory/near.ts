import { entry } from '../../text/entry.js';
import { mayPartWords } from '../../text/folder.js';
import { type NearPassage, type NearRequest, STRETCH } from '../engine.js';
import type { Gathering } from './gathering.js';
import type { SegmentedIndex } from './segmented-index.js';

/** How many passages are looked at for each that is given: most that share rare words have them far apart. */
const LOOKED_AT = 3;
/** No stretch is shorter, in words. */
const SHORTEST = 40;

/**
 * The passages that have most of a claim's weight in one stretch, most first, of those that share its rarest
 * words and have enough of it to word it nearly so.
 */
export function nearPassages(
  index: SegmentedIndex,
  request: NearRequest,
  gathering: Gathering,
): NearPassage[] {
  const weights = claimedWeights(index, request);
  const whole = request.words.reduce((sum, { weight }) => sum + weight, 0);
  const size = Math.max(SHORTEST, request.words.length * STRETCH);
  const found: NearPassage[] = [];
  for (const slot of richest(index, [...weights.keys()], request, gathering)) {
    const passage = index.passageIn(slot);
    // Words that a line end parts have no key of their own, so that nothing can be told from keys.
    const bound = mayPartWords(passage.text) ? 1 : densest(index, weights, size, slot) / whole;
    if (bound >= request.leastShare) found.push({ passage, bound });
  }
  return found.sort((a, b) => b.bound - a.bound).slice(0, request.limit);
}

const ALL_CAPITALS = /^[\p{Lu}'’]{2,}$/u;

/** By key, how much of the claim it can be: each of its words once, however often a stretch repeats it. */
function claimedWeights(index: SegmentedIndex, { words }: NearRequest): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { text, weight } of words) {
    const keys = index.keysFor(text);
    // In capitals a function word looks like a name.
    const all = ALL_CAPITALS.test(text) ? new Set([...keys, ...index.keysFor(text.toLowerCase())]) : keys;
    for (const key of all) weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return weights;
}

/** The most of the claim's weight that stands in one stretch of a passage and its neighbours in the document. */
function densest(
  index: SegmentedIndex,
  weights: ReadonlyMap<number, number>,
  size: number,
  slot: number,
): number {
  const counts = new Map<number, number>();
  const inStretch: number[] = [];
  let [sum, most, first] = [0, 0, 0];
  for (const key of index.keysAround(slot)) {
    inStretch.push(key);
    const weight = weights.get(key);
    if (weight !== undefined) {
      const count = counts.get(key) ?? 0;
      if (count === 0) sum += weight;
      counts.set(key, count + 1);
      if (sum > most) most = sum;
    }
    if (inStretch.length - first <= size) continue;
    const gone = entry(inStretch, first++);
    const left = counts.get(gone);
    if (left === undefined) continue;
    counts.set(gone, left - 1);
    if (left === 1) sum -= weights.get(gone) ?? 0;
  }
  return most;
}

/** The slots that have most of the weight of some keys, the rarest keys counted first. */
function richest(
  index: SegmentedIndex,
  keys: readonly number[],
  { places, limit }: NearRequest,
  gathering: Gathering,
): number[] {
  gathering.clear();
  // Function words are not indexed, and are in every sentence.
  const telling = keys.filter((key) => !index.lexicon.isCommonKey(key));
  const ordered = (telling.length > 0 ? telling : [...keys])
    .map((key) => ({ key, frequency: index.frequency(key) }))
    .sort((a, b) => a.frequency - b.frequency || index.lexicon.compareKeys(a.key, b.key));
  let left = places;
  for (const { key, frequency } of ordered) {
    left -= frequency;
    if (left < 0 && gathering.slots.length > 0) break;
    const weight = index.weight(key);
    index.visit(key, (slot) => gathering.add(slot, weight));
  }
  return gathering.largest(limit * LOOKED_AT, (a, b) => index.placeOf(a) - index.placeOf(b));
}
