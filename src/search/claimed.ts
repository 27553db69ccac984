import { type NearRequest, STRETCH } from './engine.js';

/** How many passages are looked at for each that is given: most that share rare words have them far apart. */
export const LOOKED_AT = 3;
/** No stretch is shorter, in words. */
const SHORTEST = 40;
const ALL_CAPITALS = /^[\p{Lu}'’]{2,}$/u;

/** In how long a stretch the words of a claim are looked for, in words. */
export function stretchOf({ words }: NearRequest): number {
  return Math.max(SHORTEST, words.length * STRETCH);
}

/** The forms under which the keys of a claimed word are looked up: in capitals a function word looks like a name. */
export function readings(word: string): string[] {
  return ALL_CAPITALS.test(word) ? [word, word.toLowerCase()] : [word];
}

/**
 * By key, how much of a claim it can be: each of its words once, however often a stretch repeats it. `keysFor` gives
 * the keys that a corpus has of a reading.
 */
export async function claimedWeights(
  { words }: NearRequest,
  keysFor: (reading: string) => Promise<readonly number[]>,
): Promise<Map<number, number>> {
  const weights = new Map<number, number>();
  for (const { text, weight } of words) {
    const keys = new Set((await Promise.all(readings(text).map(keysFor))).flat());
    for (const key of keys) weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return weights;
}
