import { beginsSmall, endsSentence, goesOn, LEAST_WIDTH } from '../languages/wrapped-lines.js';
import { lengthOf, lineStartsOf, linesOf, type TextLine } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { type Turns, turnsIn } from './turns.js';

/**
 * What parts the paragraphs of a text: blank lines; the end of each line; or, in lines that are wrapped with no blank
 * line between paragraphs, the indent of a first line or the room that a last one leaves. Turns of a transcript begin
 * paragraphs too, whatever else does.
 */
export type Layout = 'blank lines' | 'lines' | 'indents' | 'last lines';

/** The paragraphs of a text, and how they were told. */
export interface LaidOut {
  readonly layout: Layout;
  /** Without the white space around them, in order, in UTF-16 code units. */
  readonly paragraphs: readonly Span[];
  /** Where each of its lines begins, blank or not. */
  readonly lineStarts: readonly number[];
  /** The labels of those who speak in a transcript, in small letters; none in any other text. */
  readonly labels: ReadonlySet<string>;
}

/** A file of more lines than this is no prose, whose lines are longer in the largest file that is read: it is cut at blank lines. */
const MOST_LINES = 100_000;

/** Cuts a text into paragraphs as the whole of it is laid out; where that is not certain, at blank lines. */
export function layOut(text: string): LaidOut {
  const lineStarts = lineStartsOf(text);
  const isRead = lineStarts.length <= MOST_LINES;
  const lines = isRead ? [...linesOf(text)] : [];
  const turns = turnsIn(text, lines);
  const { layout, begins } = layoutOf(text, lines, turns);
  const paragraphs: { start: number; end: number }[] = [];
  let number = 0;
  for (const line of isRead ? lines : linesOf(text)) {
    const open = paragraphs.at(-1);
    const isNew = line.blank > 0 || turns.at.has(number) || begins?.(number);
    if (!open || isNew) paragraphs.push({ start: line.start, end: line.end });
    else open.end = line.end;
    number++;
  }
  return { layout, paragraphs, lineStarts, labels: turns.labels };
}

/** True if a line that stands right below another begins a paragraph. */
type Begins = (number: number) => boolean;

function layoutOf(
  text: string,
  lines: readonly TextLine[],
  turns: Turns,
): { layout: Layout; begins?: Begins } {
  const breaks = countBreaks(text, lines, turns);
  if (isLineEach(breaks)) return { layout: 'lines', begins: () => true };
  if (!isWrapped(text, lines, breaks)) return { layout: 'blank lines' };
  const begins = byIndents(text, lines) ?? byLastLines(text, lines, breaks.width);
  return begins ?? { layout: 'blank lines' };
}

/** What the line breaks of a text are, those before the label of a turn left out. */
interface Breaks {
  /** Line breaks behind the end of a sentence, with no blank line and no small letter or sign of a list after them. */
  readonly ended: number;
  /** Those in the middle of a sentence. */
  readonly within: number;
  /** Those before a small letter, of these. */
  readonly small: number;
  /** Other line breaks with no blank line after them, but for those below what is as short as a heading. */
  readonly open: number;
  /** Blank lines behind the end of a sentence: below a heading they part no paragraphs. */
  readonly blank: number;
  /** How long lines that end a sentence are on average, in UTF-16 code units, and the longest line of all. */
  readonly mean: number;
  readonly width: number;
  /** True if a text has letters in two cases. */
  readonly isCased: boolean;
}

/** What begins an item of a list: a bullet, a number, a quotation mark of an e-mail. */
const ITEM = /^(?:[-–—*•·◦▪+>#|]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/i;
/** A heading takes no more than this share of a paragraph's line. */
const HEADING_SHARE = 0.5;

function countBreaks(text: string, lines: readonly TextLine[], turns: Turns): Breaks {
  let [ended, within, small, blank, length, sentences, width] = [0, 0, 0, 0, 0, 0, 0];
  const unended: number[] = [];
  for (const [number, line] of lines.entries()) {
    width = Math.max(width, lengthOf(line));
    const isEnded = endsSentence(text, line);
    if (isEnded) {
      length += lengthOf(line);
      sentences++;
    }
    const next = lines[number + 1];
    if (!next || turns.at.has(number + 1)) continue;
    // A first line with a blank one below is a headline, whatever it ends with.
    if (next.blank > 0) blank += isEnded && number > 0 ? 1 : 0;
    else if (ITEM.test(text.slice(next.start, Math.min(next.end, next.start + 6)))) continue;
    else if (goesOn(text, line, next)) {
      within++;
      if (beginsSmall(text, next)) small++;
    } else if (isEnded) ended++;
    else unended.push(lengthOf(line));
  }
  const mean = sentences === 0 ? 0 : length / sentences;
  const open = unended.filter((one) => one > mean * HEADING_SHARE).length;
  return { ended, within, small, open, blank, mean, width, isCased: /\p{Ll}/u.test(text) };
}

/** Blank lines are hardly any where so few paragraphs end with one. */
const HARDLY_BLANK = 0.1;
/** Where more do, lines are paragraphs only if they are longer than any that is wrapped or holds one sentence, in UTF-16 code units. */
const LONG_LINE = 250;
/** And no more than this share of all may, for the blank lines then only part sections. */
const SECTIONS_BLANK = 0.5;
/** The share of line breaks that must follow the end of a sentence: the rest stands below headings and captions. */
const ENDED_SHARE = 0.75;
/** The share of line breaks that may be in the middle of a sentence: a paragraph may begin with a name in small letters. */
const WITHIN_SHARE = 0.05;
/** So many lines make a layout; two of them may be anything. */
const FEWEST_ENDED = 2;

/** True if each line is a paragraph: nearly all end as a sentence does, and blank lines hardly part any. */
function isLineEach({ ended, within, open, blank, mean }: Breaks): boolean {
  const all = ended + within + open;
  if (ended < FEWEST_ENDED || ended < ENDED_SHARE * all || within > WITHIN_SHARE * all) return false;
  const blankShare = blank / (blank + all);
  if (mean < LEAST_WIDTH) return false;
  return blankShare <= HARDLY_BLANK || (mean > LONG_LINE && blankShare <= SECTIONS_BLANK);
}

/** No prose is wrapped at more characters than this, which is a wide screen of 160 columns. */
const WIDEST = 160;
/** The share of line breaks before a small letter in wrapped prose: half of all words and more begin small in any language with cases. */
const SMALL_SHARE = 0.3;
/** A line is full from this share of the longest on: the word that had no room is hardly ever longer than the rest. */
const FULL = 0.75;
/** The share of line breaks within paragraphs that must be at full lines: verses are not. */
const FULL_SHARE = 0.9;

/** True if lines are wrapped, and not one blank line parts two paragraphs. */
function isWrapped(text: string, lines: readonly TextLine[], breaks: Breaks): boolean {
  const { ended, within, open, small, blank, width, isCased } = breaks;
  const all = ended + within + open;
  if (blank > 0 || width < LEAST_WIDTH || width > WIDEST || all === 0) return false;
  if (isCased && small < SMALL_SHARE * all) return false;
  let [inside, full] = [0, 0];
  for (const [number, line] of lines.entries()) {
    if (lines[number + 1]?.blank !== 0 || endsSentence(text, line)) continue;
    inside++;
    if (lengthOf(line) >= FULL * width) full++;
  }
  return full >= FULL_SHARE * inside;
}

/** Indents are those of first lines where no more than half of all lines have one. */
const INDENTED_SHARE = 0.5;
/** And where so many of them follow the end of a sentence. */
const AFTER_END_SHARE = 0.9;
/** So many paragraphs make a layout of indents or of last lines. */
const FEWEST_PARAGRAPHS = 2;
/** The least indent: two columns, a tab, or a wide blank. */
const INDENT = /^(?: {2}|\t|\u3000)/;

function byIndents(text: string, lines: readonly TextLine[]): { layout: Layout; begins: Begins } | undefined {
  const isIndented = ({ from, start }: TextLine) => INDENT.test(text.slice(from, start));
  const indented = [...lines.entries()].filter(([number, line]) => number > 0 && isIndented(line));
  const after = indented.filter(([number]) => {
    const before = lines[number - 1];
    return before !== undefined && endsSentence(text, before);
  });
  const isLayout =
    indented.length >= FEWEST_PARAGRAPHS &&
    indented.length <= INDENTED_SHARE * lines.length &&
    after.length >= AFTER_END_SHARE * indented.length;
  const begins = new Set(indented.map(([number]) => number));
  return isLayout ? { layout: 'indents', begins: (number) => begins.has(number) } : undefined;
}

function byLastLines(
  text: string,
  lines: readonly TextLine[],
  width: number,
): { layout: Layout; begins: Begins } | undefined {
  const begins = new Set<number>();
  for (const [number, line] of lines.entries()) {
    const next = lines[number + 1];
    if (next?.blank !== 0 || lengthOf(line) >= FULL * width || !endsSentence(text, line)) continue;
    if (!beginsSmall(text, next)) begins.add(number + 1);
  }
  const isLayout = begins.size >= FEWEST_PARAGRAPHS;
  return isLayout ? { layout: 'last lines', begins: (number) => begins.has(number) } : undefined;
}
