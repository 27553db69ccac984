import { isAbbreviation } from './english/abbreviations.js';
import { withoutWraps } from './wrapped-lines.js';

/** A sentence with its place: UTF-16 code units, `end` exclusive, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
/** What a word stands after: a blank, or a mark that opens. */
const BEFORE_ABBREVIATION = /[\s(“"'‘[–—―]/;

/** True if the full stop at the end of a text closes an abbreviation, and not a sentence: Mr. Smith, U.S. aid. */
function endsInAbbreviation(ending: string): boolean {
  const bare = ending.trimEnd();
  if (!bare.endsWith('.')) return false;
  let start = bare.length - 1;
  while (start > 0 && !BEFORE_ABBREVIATION.test(bare.charAt(start - 1))) start--;
  return isAbbreviation(bare.slice(start, -1));
}

/** A sentence's end by more than a full stop, after which the segmenter always parts, and the marks that close after it. */
const ASKED_OR_CALLED = /[?!‽？！][?!.…"”’'»›)\]]{0,8}[ \t]{0,8}$/u;
/** A small letter, behind marks that open or not. */
const GOES_ON_SMALL = /^["“‘'«‹([]*\p{Ll}/u;
/** So much of what follows an end is looked at, in UTF-16 code units: a letter and the marks that open before it. */
const LOOKED_AT = 6;

/** True if a sentence goes on in what follows a question or an exclamation: “Why?” he asked. */
function goesOn(ending: string, next: string): boolean {
  return GOES_ON_SMALL.test(next) && ASKED_OR_CALLED.test(ending);
}

/** How much of a text is segmented at once, in UTF-16 code units: the segmenter's time grows as the square of it. */
const SEGMENTED_AT_ONCE = 2_000;

/** What may end a segment (UAX 29, SB4 and SB11): the ends of sentences and of paragraphs. */
const MAY_END = /[\p{Sentence_Terminal}\u2024\uFE52\uFF0E\n\r\u0085\u2028\u2029]/u;

/** The segments of a text in order. One that is longer than a stretch goes on in the next. */
function* segmentsOf(text: string): Generator<Sentence> {
  const end = text.search(MAY_END);
  let open = 0;
  // The segmenter is dear, and many texts are one sentence.
  for (let from = end === -1 || end === text.length - 1 ? text.length : 0; from < text.length; ) {
    const stretch = text.slice(from, from + SEGMENTED_AT_ONCE);
    const starts = Array.from(SEGMENTER.segment(stretch), ({ index }) => from + index).slice(1);
    for (const start of starts) {
      yield { start: open, end: start };
      open = start;
    }
    // The last segment may be a part of one: it is read again from its beginning, unless it is all there is.
    const next = starts.at(-1);
    from = next !== undefined && from + SEGMENTED_AT_ONCE < text.length ? next : from + SEGMENTED_AT_ONCE;
  }
  if (open < text.length) yield { start: open, end: text.length };
}

/** No abbreviation is longer than this, in UTF-16 code units, and no row of marks that close after an end. */
const ENDING = 24;

/**
 * The sentences of `text` in order: those of Unicode (UAX 29, by `Intl.Segmenter`), joined again where it parts
 * one after an abbreviation, at the end of a line that was wrapped, and before a small letter.
 */
export function sentencesOf(text: string): Sentence[] {
  const unwrapped = withoutWraps(text);
  const sentences: { start: number; end: number }[] = [];
  for (const { start: index, end } of segmentsOf(unwrapped)) {
    const last = sentences.at(-1);
    const ending = last ? unwrapped.slice(Math.max(last.start, last.end - ENDING), last.end) : '';
    const isOne = endsInAbbreviation(ending) || goesOn(ending, unwrapped.slice(index, index + LOOKED_AT));
    if (last && isOne) last.end = end;
    else sentences.push({ start: index, end });
  }
  return sentences.flatMap(({ start, end }) => {
    const slice = text.slice(start, end);
    const from = end - slice.trimStart().length;
    return from < end ? [{ start: from, end: start + slice.trimEnd().length }] : [];
  });
}
