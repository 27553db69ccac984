/** Textbook BM25 (Robertson and Zaragoza, 2009). */
export const BM25 = { k: 1.2, b: 0.75 } as const;

/** How much a word says that `having` of `passages` have, above 0: the idf of BM25, highest where none has it. */
export function idf(passages: number, having: number): number {
  return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
}

/**
 * How much `times` occurrences of a word are worth, 0 to `k + 1`, in a passage of `length` telling words where
 * passages have `averageLength` of them.
 */
export function saturated(times: number, length: number, averageLength: number): number {
  if (times === 0) return 0;
  const { k, b } = BM25;
  return (times * (k + 1)) / (times + k * (1 - b + (b * length) / averageLength));
}
