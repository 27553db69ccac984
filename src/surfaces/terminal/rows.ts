import stringWidth from 'string-width';
import { type Span, shifted } from '../../text/span.js';

/** How a text is broken into rows. */
export interface Breaking {
  /** True to cut words that are wider than a row, for where nothing may stand out; otherwise the terminal folds them. */
  readonly hard?: boolean;
}

/** As many places as a tab takes at most: where it begins is not known here. */
const TAB = 8;
/** A word with the white space after it; what holds words together, such as before a French mark, is part of them. */
const WORD = /([\S\u00A0\u2007\u202F]+)\s*/g;
/** Printable ASCII, a place each, which most texts are made of. */
const ONE_PLACE = /^[ -~]*$/;
/** What stands at a line's end but never at its start, and the other way round: punctuation that closes or opens. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}\p{M}、。，．：；？！…ー々〜’”]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}‘“]$/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many places a text takes in a terminal: of emoji and East Asian characters two each, of combining marks none. */
export function placesOf(text: string): number {
  if (ONE_PLACE.test(text)) return text.length;
  const tabs = text.split('\t').length - 1;
  return stringWidth(text, { countAnsiEscapeCodes: true }) + tabs * TAB;
}

/**
 * The rows of a text in a window `width` places wide, in order: its own lines, each broken between words, or between
 * the characters of scripts that are written without blanks. Only white space stands between one row and the next, so
 * a row is as the text has it, and all rows have all else of it.
 */
export function rowsOf(text: string, width: number, breaking: Breaking = {}): Span[] {
  const rows: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    rows.push(...rowsOfLine(text.slice(start, end), width, breaking).map((row) => shifted(row, start)));
    start = end + 1;
  }
  return rows;
}

/** A stretch that is not broken, and the places that it takes with and without the white space after it. */
interface Piece extends Span {
  readonly places: number;
  readonly blanks: number;
}

function rowsOfLine(line: string, width: number, { hard = false }: Breaking): Span[] {
  if (line.length <= width && ONE_PLACE.test(line)) return [{ start: 0, end: line.length }];
  const rows: { start: number; end: number }[] = [];
  let [taken, gap] = [0, 0];
  for (const { start, end, places, blanks } of piecesOf(line, hard ? width : Number.POSITIVE_INFINITY)) {
    const row = rows.at(-1);
    if (row && taken + gap + places <= width) {
      row.end = end;
      taken += gap + places;
    } else {
      rows.push({ start, end });
      taken = places;
    }
    gap = blanks;
  }
  const [first] = rows;
  // What a line is indented by is part of it.
  if (first) first.start = 0;
  return first ? rows : [{ start: 0, end: 0 }];
}

/** The pieces of a line, of which none is wider than `most` places but a character that is. */
function* piecesOf(line: string, most: number): Generator<Piece> {
  const indent = line.length - line.trimStart().length;
  for (const { 0: found, 1: word = '', index } of line.slice(indent).matchAll(WORD)) {
    const start = index + indent;
    const blanks = placesOf(found.slice(word.length));
    const before = index === 0 ? placesOf(line.slice(0, indent)) : 0;
    if (ONE_PLACE.test(word) && word.length + before <= most) {
      yield { start, end: start + word.length, places: word.length + before, blanks };
    } else yield* partsOf(word, start, { most, blanks, before });
  }
}

/** The parts of a word that a line may end after. */
function* partsOf(
  word: string,
  from: number,
  { most, blanks, before }: { most: number; blanks: number; before: number },
): Generator<Piece> {
  let part = { start: from, end: from, places: before };
  let [last, wasWide] = ['', false];
  for (const { segment, index } of graphemes.segment(word)) {
    const places = placesOf(segment);
    const isWide = places > 1;
    const mayBreak = (isWide || wasWide) && !NOT_FIRST.test(segment) && !NOT_LAST.test(last);
    if (part.end > part.start && (mayBreak || part.places + places > most)) {
      yield { ...part, blanks: 0 };
      part = { start: from + index, end: from + index, places: 0 };
    }
    part = { ...part, end: from + index + segment.length, places: part.places + places };
    [last, wasWide] = [segment, isWide];
  }
  yield { ...part, blanks };
}
