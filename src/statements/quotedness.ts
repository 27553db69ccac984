import type { Document } from '../corpus/document.js';
import { quotationsIn } from '../text/quotation-marks.js';

/** How words are quoted where they stand: wholly between quotation marks, in part, or not at all. */
export type Quotedness = 'inside' | 'partly' | 'outside';

/** How `[start, end)` of a document is quoted there, paragraph by paragraph. */
export function quotedness(document: Document, start: number, end: number): Quotedness {
  let [inside, outside] = [false, false];
  for (const passage of document.passages) {
    if (passage.end <= start || passage.start >= end) continue;
    const [from, to] = [
      Math.max(start, passage.start) - passage.start,
      Math.min(end, passage.end) - passage.start,
    ];
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
