import type { Pace } from '../../text/pace.js';
import type { SegmentedIndex } from './segmented-index.js';

/**
 * The slots, in order of the corpus, of the passages in which a row of words begins, at most `limit`; it may go on
 * in the passages after. Words are compared case and accents apart. Linear in the passages that have its rarest
 * word, or in the corpus where it is of function words alone.
 */
export async function slotsWithRow(
  index: SegmentedIndex,
  words: readonly string[],
  limit: number,
  pace: Pace,
): Promise<number[]> {
  const numbers = words.flatMap((word) => index.vocabulary.numberOf(word) ?? []);
  if (numbers.length === 0 || numbers.length < words.length) return [];
  const row = numbers.map((number) => new Set(index.vocabulary.formsOf(number)));
  const keys = numbers.map((number) => index.keysOfWord(number));
  const at = rarestIn(index, keys);
  const found = new Set<number>();
  const having = new Set<number>();
  for (const key of keys[at] ?? []) index.visit(key, (slot) => having.add(slot));
  for (const slot of having) {
    for (const begins of index.rowsThrough(slot, row, at)) found.add(begins);
    await pace();
  }
  return [...found].sort((a, b) => index.placeOf(a) - index.placeOf(b)).slice(0, limit);
}

/** The place in a row of the word that the fewest passages have, of those that are indexed if there are any. */
function rarestIn(index: SegmentedIndex, row: readonly (readonly number[])[]): number {
  const cost = (keys: readonly number[]) => {
    const isIndexed = keys.every((key) => !index.lexicon.isCommonKey(key));
    const frequency = keys.reduce((sum, key) => sum + index.frequency(key), 0);
    return isIndexed ? frequency : index.size.passages + frequency;
  };
  const costs = row.map(cost);
  return costs.indexOf(Math.min(...costs));
}
