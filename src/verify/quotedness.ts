import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { turnOf } from '../corpus/turn.js';
import { isKind, KIND } from '../text/characters.js';
import { type Quotation, quotationsIn } from '../text/quotation-marks.js';
import type { Span } from '../text/span.js';

/** How words are quoted where they stand: wholly between quotation marks or in a turn of a transcript, in part, or not at all. */
export type Quotedness = 'inside' | 'partly' | 'outside';

/** The quotations of passages that one answer asks of, each passage read once however often it is asked of. */
export class QuotationsOf {
  readonly #read = new Map<Passage, Quotation[]>();

  /** The quotations of `passage`, their places in the passage's text. */
  of(passage: Passage): readonly Quotation[] {
    const known = this.#read.get(passage);
    if (known) return known;
    const quotations = quotationsIn(passage.text);
    this.#read.set(passage, quotations);
    return quotations;
  }
}

/** How a stretch of a document is quoted there, paragraph by paragraph. */
export function quotedness(document: Document, { start, end }: Span, read: QuotationsOf): Quotedness {
  let [inside, outside] = [false, false];
  for (const passage of document.passagesIn(start, end)) {
    const [from, to] = withoutMarks(
      passage.text,
      Math.max(start, passage.start) - passage.start,
      Math.min(end, passage.end) - passage.start,
    );
    if (from >= to) continue;
    if (isInTurn(passage, from)) {
      inside = true;
      continue;
    }
    const touching = read
      .of(passage)
      .filter(({ innerStart, innerEnd }) => innerStart < to && innerEnd > from);
    const whole = touching.some(({ innerStart, innerEnd }) => innerStart <= from && to <= innerEnd);
    if (touching.length > 0) inside = true;
    if (!whole) outside = true;
  }
  if (!inside) return 'outside';
  return outside ? 'partly' : 'inside';
}

/** True if what begins at a place of a passage is in somebody's turn in a transcript, which needs no quotation marks. */
function isInTurn(passage: Passage, from: number): boolean {
  const turn = turnOf(passage);
  return turn !== undefined && passage.start + from >= turn.saidFrom;
}

/** A stretch without what is no word at its ends: a quotation repeats its mark at each of its paragraphs. */
function withoutMarks(text: string, start: number, end: number): [start: number, end: number] {
  const isWordless = (at: number) => /[\s\p{P}]/u.test(text.charAt(at)) || isKind(text, at, KIND.invisible);
  let [from, to] = [start, end];
  while (from < to && isWordless(from)) from++;
  while (to > from && isWordless(to - 1)) to--;
  return [from, to];
}
