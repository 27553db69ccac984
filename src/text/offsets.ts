import { entry, type NumberTable } from './entry.js';

/**
 * The index of the last of `offsets`, which rise, that is not after `offset`; -1 where all are.
 *
 * @example lastNotAfter([0, 10, 20], 15) // 1
 */
export function lastNotAfter(offsets: NumberTable, offset: number): number {
  let low = -1;
  let high = offsets.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (entry(offsets, middle) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
