import { foldWord } from '../text/fold.js';

/** Fewer words than this in a row are said by everybody. */
const ROW = 3;
/** So many rows are nine words at least, which is what quotations of one story have in common. */
export const MIN_ROWS = 3;
/** Words in a row that more passages have are a saying; an agency's text is printed by fewer outlets. */
export const MAX_PRINTINGS = 128;
/** A word that more passages have leads nowhere: in a story it stands beside rarer ones. */
export const MAX_PLACES_OF_A_WORD = 512;
/** No quotation of an article is as long; it bounds the work on texts that are no prose. */
const MAX_ROWS = 256;

/** Words in a row, and how often they come. */
export interface PrintedRow {
  readonly words: readonly string[];
  readonly times: number;
}

/** Every three words in a row and how often they come, by these words folded. */
export function rowsIn(stretches: readonly (readonly string[])[]): Map<string, PrintedRow> {
  const rows = new Map<string, PrintedRow>();
  for (const stretch of stretches) {
    const folded = stretch.map(foldWord);
    for (let at = 0; at + ROW <= stretch.length && rows.size < MAX_ROWS; at++) {
      const row = folded.slice(at, at + ROW).join(' ');
      const times = (rows.get(row)?.times ?? 0) + 1;
      rows.set(row, { words: stretch.slice(at, at + ROW), times });
    }
  }
  return rows;
}
