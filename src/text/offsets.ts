/**
 * The index of the last of `offsets`, which rise, that is not after `offset`; -1 where all are.
 *
 * @example lastNotAfter([0, 10, 20], 15) // 1
 */
export function lastNotAfter(offsets: ArrayLike<number>, offset: number): number {
  let low = -1;
  let high = offsets.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
