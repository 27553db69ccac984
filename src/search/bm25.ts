/** Textbook BM25 (Robertson and Zaragoza, 2009). */
export const BM25 = { k: 1.2, b: 0.75 } as const;

/**
 * How much occurrences in a passage of `length` telling words are worth, 0 to `k + 1`, where passages have
 * `averageLength` of them.
 */
export function saturation(length: number, averageLength: number): (times: number) => number {
  const { k, b } = BM25;
  const norm = k * (1 - b + (b * length) / averageLength);
  return (times) => (times === 0 ? 0 : (times * (k + 1)) / (times + norm));
}
