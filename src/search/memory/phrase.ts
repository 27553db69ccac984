import type { Pace } from '../../text/pace.js';
import type { SegmentedIndex } from './segmented-index.js';

/**
 * The slots, in order of the corpus, of the passages in which a row of words begins, at most `limit`; it may go on
 * in the passages after. Words are compared in any form. Linear in the passages that have its rarest word, or in the
 * corpus where it is of function words alone.
 */
export async function slotsWithRow(
  index: SegmentedIndex,
  words: readonly string[],
  limit: number,
  pace: Pace,
): Promise<number[]> {
  const row = words.map((word) => keysOf(index, word));
  if (row.length === 0 || row.some((keys) => keys.size === 0)) return [];
  const at = rarestIn(index, row);
  const found = new Set<number>();
  const having: number[] = [];
  for (const key of row[at] ?? []) index.visit(key, (slot) => having.push(slot));
  for (const slot of having) {
    for (const begins of index.rowsThrough(slot, row, at)) found.add(begins);
    await pace();
  }
  return [...found].sort((a, b) => index.placeOf(a) - index.placeOf(b)).slice(0, limit);
}

/** The keys that a word may have in some form of its own: capitals make a name of some function words. */
function keysOf({ lexicon }: SegmentedIndex, word: string): Set<number> {
  const keys = new Set(lexicon.keysFor(word));
  const number = lexicon.wordNumber(word);
  if (number !== undefined) for (const form of lexicon.formsOfWord(number)) keys.add(lexicon.keyOf(form));
  return keys;
}

/** The place in a row of the word that the fewest passages have, of those that are indexed if there are any. */
function rarestIn(index: SegmentedIndex, row: readonly ReadonlySet<number>[]): number {
  const cost = (keys: ReadonlySet<number>) => {
    const isIndexed = [...keys].every((key) => !index.lexicon.isCommonKey(key));
    const frequency = [...keys].reduce((sum, key) => sum + index.frequency(key), 0);
    return isIndexed ? frequency : index.size.passages + frequency;
  };
  const costs = row.map(cost);
  return costs.indexOf(Math.min(...costs));
}
