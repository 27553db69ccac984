import { entry } from '../text/entry.js';

/**
 * The most weight that stands in one stretch of `size` keys and the one after them, each key counted once however often
 * the stretch repeats it: from 0 to the sum of `weights`. Linear in the keys.
 */
export function densest(keys: Iterable<number>, weights: ReadonlyMap<number, number>, size: number): number {
  const counts = new Map<number, number>();
  const inStretch: number[] = [];
  let [sum, most, first] = [0, 0, 0];
  for (const key of keys) {
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
