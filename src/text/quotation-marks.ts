import { inClass, QUOTATION_MARKS, TYPED_MARKS } from './characters.js';
import { entry } from './entry.js';

/** A stretch between quotation marks: UTF-16 code units, `end` exclusive. */
export interface Quotation {
  /** Where the opening mark stands. */
  readonly start: number;
  /** After the closing mark; the text's end where none closes it. */
  readonly end: number;
  /** The words between the marks. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** False for one that no mark closes: it goes on in the next paragraph, or lacks its mark. */
  readonly closed: boolean;
  /** How many quotations it stands inside of. */
  readonly depth: number;
}

const { opening, closing, either, single } = QUOTATION_MARKS;
const MARK = new RegExp(
  `${[...TYPED_MARKS.opening, ...TYPED_MARKS.closing].join('|')}|[${inClass(opening + closing + either)}]`,
  'g',
);
const OPENING: ReadonlySet<string> = new Set([...opening, ...TYPED_MARKS.opening]);
const CLOSING: ReadonlySet<string> = new Set([...closing, ...TYPED_MARKS.closing]);
const SINGLE: ReadonlySet<string> = new Set(single);
/** Marks that may close what these open, besides their usual partners: „ “ in German, » « in Danish. */
const CLOSES_AS_WELL: Readonly<Record<string, string>> = { '„': '“”"', '‚': '‘’', '»': '«', '›': '‹' };

/** A mark in its place, and what it can be there. */
interface Mark {
  readonly mark: string;
  readonly at: number;
  readonly single: boolean;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
  /** True if it ends what somebody says as surely as a mark can: a comma, full stop, ? or ! stands before it. */
  readonly ends: boolean;
  /** True if it stands for what is left out before a word or a year: ’tis, ’em, the ’90s. */
  readonly elides: boolean;
}

/** Nobody quotes in more quotations than this, one inside another; it bounds the work on texts that are no prose. */
const MAX_OPEN = 8;

/**
 * The quotations of one paragraph in order of their beginning, those inside others too. Every pair of marks that
 * people type counts, mismatched ones as well; an apostrophe does not, nor the mark of feet and inches.
 *
 * @example quotationsIn('He said “no”.').map(({ start, end }) => [start, end]) // [[8, 12]]
 */
export function quotationsIn(text: string): Quotation[] {
  const marks = withoutApostrophes(
    [...text.matchAll(MARK)].map(({ 0: mark, index }) => readMark(text, index, mark)),
    text,
  );
  const closers = closersLeft(marks);
  const found: Omit<Quotation, 'depth'>[] = [];
  let open: Mark[] = [];
  const close = ({ at, mark }: Mark, start: number, end: number, closed: boolean) =>
    found.push({ start: at, end, innerStart: at + mark.length, innerEnd: start, closed });
  for (const [number, mark] of marks.entries()) {
    const opened = mark.mayClose ? open.findLastIndex((one) => isClosedBy(one, mark)) : -1;
    const partner = open[opened];
    if (partner) {
      close(partner, mark.at, mark.at + mark.mark.length, true);
      // What was opened inside and not closed was an apostrophe, or lacks its mark.
      open = open.slice(0, opened);
    } else if (mark.mayOpen) {
      // A second opening mark without marks to close both means that the first lacks its own.
      if (open.some(({ mark: before }) => before === mark.mark) && !closers[number]) open = [];
      open = [...open, mark].slice(-MAX_OPEN);
    }
  }
  // Only a double mark is taken for a quotation that goes on: a single one may be an apostrophe.
  const unclosed = open.find((one) => !one.single);
  if (unclosed) close(unclosed, text.length, text.length, false);
  return nest(found.filter(({ innerStart, innerEnd }) => innerStart < innerEnd));
}

/** The quotations of one paragraph that stand inside of no other, in order. */
export function outerQuotationsIn(text: string): Quotation[] {
  return quotationsIn(text).filter(({ depth }) => depth === 0);
}

/** Quotations in order of their beginning, each with its depth. None crosses another. */
function nest(found: Omit<Quotation, 'depth'>[]): Quotation[] {
  let around: number[] = [];
  return found
    .sort((a, b) => a.start - b.start)
    .map((quotation) => {
      around = around.filter((end) => end > quotation.start);
      return { ...quotation, depth: around.push(quotation.end) - 1 };
    });
}

const BEFORE_WORD = new RegExp(String.raw`[\s([{\-–—―/…:=>*_~|${inClass(opening + closing + either)}]`);
const AFTER_WORD = new RegExp(String.raw`[\s)\]},.;:!?…\-–—―/<>*_~|${inClass(opening + closing + either)}]`);
/** No word, and nothing that is quoted, begins with these. */
const AFTER_QUOTATION = /[,.;:!?)\]}]/;

/** Years of two digits, and the words that English prints without their beginning and with nothing else before them. */
const ELIDED = /^(?:\d\ds?|em|til|tis|twas|twere|twould)(?![\p{L}\p{N}'’])/iu;
/** The longest of these, and what follows it. */
const ELIDED_LENGTH = 7;

function readMark(text: string, at: number, mark: string): Mark {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + mark.length)];
  const alone = SINGLE.has(mark);
  const opens = OPENING.has(mark) && !alone;
  const closes = CLOSING.has(mark) && !alone;
  const [blankBefore, blankAfter] = [!/\S/.test(before), !/\S/.test(after)];
  // A straight double mark between blanks opens or closes as its turn is.
  const apart = mark === '"' && blankBefore && blankAfter && before + after !== '';
  // French sets a blank between its marks and the words, and punctuation right after the closing one.
  const spaced = closes && blankBefore && (blankAfter || AFTER_QUOTATION.test(after));
  const beginsWord = before === '' || BEFORE_WORD.test(before);
  const opensWord = apart || (beginsWord && !spaced && (!blankAfter || opens));
  const closesWord = apart || spaced || (!blankBefore && (after === '' || AFTER_WORD.test(after)));
  // A double mark that says which way it faces is believed where its neighbours do not say otherwise.
  const facesIn = opens && !(closesWord && !opensWord);
  const facesOut = closes && !(opensWord && !closesWord);
  const mayOpen = (opensWord || facesIn) && !(facesOut && !opensWord);
  return {
    mark,
    at,
    single: alone,
    mayOpen,
    mayClose: closesWord || facesOut,
    ends: closesWord && /[,.!?…]/.test(before),
    elides: alone && ELIDED.test(text.slice(at + mark.length, at + mark.length + ELIDED_LENGTH)),
  };
}

/** Feet before inches, as in 5'6" or 6' 2½". */
const FEET = /\d['’′]\s?\d{1,2}[½¼¾]?$/;
/** The longest of these. */
const FEET_LENGTH = 8;

/**
 * Marks without those that are apostrophes or inches although they could close a quotation: of a plural (the
 * workers’ council) where the quotation ends later, and after a number where the next mark closes as well.
 */
function withoutApostrophes(marks: readonly Mark[], text: string): Mark[] {
  const kept: Mark[] = [];
  // Read from the end, so that what follows is known.
  const next: { single: Mark | undefined; double: Mark | undefined } = {
    single: undefined,
    double: undefined,
  };
  for (const mark of marks.toReversed()) {
    const before = text.charAt(mark.at - 1);
    const after = text.slice(mark.at + mark.mark.length, mark.at + mark.mark.length + 2);
    if (mark.single) {
      const possessive = /s/i.test(before) && /^\s\p{Ll}/u.test(after) && !mark.mayOpen;
      if (possessive && next.single?.ends) continue;
      if (mark.mayOpen || mark.mayClose) next.single = mark;
    } else {
      if (/\d|[½¼¾]/.test(before) && !OPENING.has(mark.mark)) {
        const feet = FEET.test(text.slice(Math.max(0, mark.at - FEET_LENGTH), mark.at));
        const closesNext = next.double !== undefined && !next.double.mayOpen && /^\s\S/.test(after);
        if (feet || closesNext) continue;
      }
      if (mark.mayOpen || mark.mayClose) next.double = mark;
    }
    kept.push(mark);
  }
  return kept.reverse();
}

/** True if `mark`, which may close, closes what `opened` opened. */
function isClosedBy(opened: Mark, { mark, single: alone, mayOpen, ends }: Mark): boolean {
  if (opened.single !== alone) return false;
  // A quotation may begin with such a word, but then only what surely ends one is believed.
  if (opened.elides && !ends) return false;
  if (CLOSING.has(mark) || CLOSES_AS_WELL[opened.mark]?.includes(mark)) return true;
  // A mark that faces in closes only where it can do nothing else.
  return OPENING.has(mark) ? !mayOpen : true;
}

/**
 * For each mark, true if those from it on have closing marks for it and for the quotation that it stands in: the
 * count of what opens, less what closes, comes back to where it was before both.
 */
function closersLeft(marks: readonly Mark[]): boolean[] {
  // How many are open after each mark, and the least of that from each mark on.
  const steps = marks.map(({ single: alone, mayOpen, mayClose }) =>
    alone || mayOpen === mayClose ? 0 : mayOpen ? 1 : -1,
  );
  const left: boolean[] = [];
  // Reading from the end: the lowest that the count falls to, beginning with 0 before the mark.
  let lowest = 0;
  for (let at = steps.length - 1; at >= 0; at--) {
    lowest = Math.min(0, entry(steps, at) + lowest);
    left[at] = lowest <= -1;
  }
  return left;
}
