import { entry } from '../text/entry.js';
import type { Lexicon } from './lexicon.js';

/** Where, in a list of forms, words stand in a row for the first time from `from` on; −1 where they do not. */
export function rowIn(
  lexicon: Lexicon,
  forms: Uint32Array,
  row: readonly (number | undefined)[],
  from = 0,
): number {
  for (let at = from; at + row.length <= forms.length; at++) {
    if (row.every((word, step) => lexicon.wordOf(entry(forms, at + step)) === word)) return at;
  }
  return -1;
}

/** True if words stand in a row in a list of forms; one without a number (undefined) stands nowhere. */
export function hasRow(lexicon: Lexicon, forms: Uint32Array, row: readonly (number | undefined)[]): boolean {
  return rowIn(lexicon, forms, row) !== -1;
}

/** How often words stand in a row in a list of forms. */
export function timesIn(lexicon: Lexicon, forms: Uint32Array, row: readonly (number | undefined)[]): number {
  let times = 0;
  for (let at = rowIn(lexicon, forms, row); at !== -1; at = rowIn(lexicon, forms, row, at + 1)) times++;
  return times;
}
