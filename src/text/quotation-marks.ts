/** A stretch between quotation marks: UTF-16 code units, `end` exclusive. */
export interface Quotation {
  /** Where the opening mark stands. */
  readonly start: number;
  /** After the closing mark; the text's end where none closes it. */
  readonly end: number;
  /** The words between the marks. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Whether a mark closes it. One that is left open goes on in the next paragraph, or lacks its mark. */
  readonly closed: boolean;
  /** How many quotations it stands inside of. */
  readonly depth: number;
}

// Two backquotes and two apostrophes are double marks in TeX and on old keyboards.
const MARK = /``|''|´´|,,|<<|>>|["“”„‟«»″＂「」『』〝〞〟❝❞《》〈〉‘’‚‛❛❜'＇`´‹›]/g;
const SINGLE = /^[‘’‚‛❛❜'＇`´‹›]$/;
const OPENING = /^(?:``|,,|<<|[“„‟«‘‚‛❛`‹「『〝❝《〈])$/;
const CLOSING = /^(?:''|´´|>>|[”»’›❜´」』〞〟❞》〉])$/;
/** Marks that may close what these open, besides their usual partners: „ “ in German, » « in Danish. */
const CLOSES_AS_WELL: Record<string, RegExp> = { '„': /^[“”"]$/, '‚': /^[‘’']$/, '»': /^«$/, '›': /^‹$/ };

/** A mark in its place, and what it can be there. */
interface Mark {
  readonly mark: string;
  readonly at: number;
  readonly single: boolean;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
}

/**
 * The quotations of one paragraph in order of their beginning, those inside others too. Every pair of marks that
 * people type counts, mismatched ones as well; an apostrophe does not, nor the mark of inches.
 *
 * @example quotationsIn('He said “no”.').map(({ start, end }) => [start, end]) // [[8, 12]]
 */
export function quotationsIn(text: string): Quotation[] {
  const found: Omit<Quotation, 'depth'>[] = [];
  const open: Mark[] = [];
  const close = (index: number, start: number, end: number, closed: boolean) => {
    const { at, mark } = open[index] ?? { at: 0, mark: '' };
    // What was opened inside and not closed was an apostrophe, or lacks its mark.
    open.length = index;
    found.push({ start: at, end, innerStart: at + mark.length, innerEnd: start, closed });
  };
  const marks = [...text.matchAll(MARK)].map(({ 0: mark, index }) => readMark(text, index, mark));
  for (const [number, mark] of marks.entries()) {
    const opened = mark.mayClose ? open.findLastIndex((one) => isClosedBy(one, mark)) : -1;
    if (opened !== -1) close(opened, mark.at, mark.at + mark.mark.length, true);
    else if (mark.mayOpen) {
      // A second opening mark without marks to close both means that the first lacks its own.
      if (open.some(({ mark: before }) => before === mark.mark) && !closeBoth(marks.slice(number)))
        open.length = 0;
      open.push(mark);
    }
  }
  // Only a double mark is taken for a quotation that goes on: a single one may be an apostrophe.
  const unclosed = open.findIndex(({ single }) => !single);
  if (unclosed !== -1) close(unclosed, text.length, text.length, false);
  return nest(found.filter(({ innerStart, innerEnd }) => innerStart < innerEnd));
}

/** The quotations of one paragraph that stand inside of no other, in order. */
export function outerQuotationsIn(text: string): Quotation[] {
  return quotationsIn(text).filter(({ depth }) => depth === 0);
}

/** Quotations in order of their beginning, each with its depth. None crosses another. */
function nest(found: Omit<Quotation, 'depth'>[]): Quotation[] {
  const around: number[] = [];
  return found
    .sort((a, b) => a.start - b.start)
    .map((quotation) => {
      while (around.length > 0 && (around.at(-1) ?? 0) <= quotation.start) around.pop();
      return { ...quotation, depth: around.push(quotation.end) - 1 };
    });
}

const BEFORE_WORD = /[\s([{\-–—―/…:=>"“”„‟«»″＂‘’‚‛'`‹›「『〝❝《〈*_~|]/;
const AFTER_WORD = /[\s)\]},.;:!?…\-–—―/<>"“”„‟«»″＂‘’‚‛'`‹›」』〞〟❞》〉*_~|]/;

function readMark(text: string, at: number, mark: string): Mark {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + mark.length)];
  const single = SINGLE.test(mark);
  // A straight double mark between blanks opens or closes as its turn is.
  const apart = mark === '"' && !/\S/.test(before) && !/\S/.test(after) && before + after !== '';
  const opensWord = apart || ((before === '' || BEFORE_WORD.test(before)) && /\S/.test(after));
  const closesWord = apart || (/\S/.test(before) && (after === '' || AFTER_WORD.test(after)));
  // A double mark that says which way it faces is believed where its neighbours do not say otherwise.
  const facesIn = !single && OPENING.test(mark) && !(closesWord && !opensWord);
  const facesOut = !single && CLOSING.test(mark) && !(opensWord && !closesWord);
  const mayOpen = (opensWord || facesIn) && !(facesOut && !opensWord);
  return { mark, at, single, mayOpen, mayClose: closesWord || facesOut };
}

/** Whether `mark`, which may close, closes what `opened` opened. */
function isClosedBy(opened: Mark, { mark, single, mayOpen }: Mark): boolean {
  if (opened.single !== single) return false;
  if (CLOSING.test(mark) || CLOSES_AS_WELL[opened.mark]?.test(mark)) return true;
  // A mark that faces in closes only where it can do nothing else.
  return OPENING.test(mark) ? !mayOpen : true;
}

/** Whether `marks`, the first of which opens a quotation inside another, have closing marks for both. */
function closeBoth(marks: readonly Mark[]): boolean {
  let depth = 1;
  for (const { single, mayOpen, mayClose } of marks) {
    if (single) continue;
    if (mayOpen && !mayClose) depth++;
    else if (mayClose && !mayOpen) depth--;
    if (depth === 0) return true;
  }
  return false;
}
