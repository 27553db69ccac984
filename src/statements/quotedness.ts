import type { Document } from '../corpus/document.js';
import { quotationsIn } from '../text/quotation-marks.js';

/** How words are quoted where they stand: wholly between quotation marks, in part, or not at all. */
export type Quotedness = 'inside' | 'partly' | 'outside';

/** How `[start, end)` of a document is quoted there, paragraph by paragraph. */
export function quotedness(document: Document, start: number, end: number): Quotedness {
  let [inside, outside] = [false, false];
  for (const passage of document.passages) {
    if (passage.end <= start || passage.start >= end) continue;
    const [from, to] = withoutMarks(
      passage.text,
      Math.max(start, passage.start) - passage.start,
      Math.min(end, passage.end) - passage.start,
    );
    if (from >= to) continue;
    const touching = quotationsIn(passage.text).filter(
      ({ innerStart, innerEnd }) => innerStart < to && innerEnd > from,
    );
    const whole = touching.some(({ innerStart, innerEnd }) => innerStart <= from && to <= innerEnd);
    if (touching.length > 0) inside = true;
    if (!whole) outside = true;
  }
  if (!inside) return 'outside';
  return outside ? 'partly' : 'inside';
}

/** A stretch without what is no word at its ends: a quotation repeats its mark at each of its paragraphs. */
function withoutMarks(text: string, start: number, end: number): [start: number, end: number] {
  let [from, to] = [start, end];
  while (from < to && !WORD_CHARACTER.test(text.charAt(from))) from++;
  while (to > from && !WORD_CHARACTER.test(text.charAt(to - 1))) to--;
  return [from, to];
}

const WORD_CHARACTER = /[^\s\p{P}]/u;
