import { APOSTROPHES, BLANKS, DIRECTION_MARKS, HYPHENS, INVISIBLES, inClass } from '../text/characters.js';
import { HYPHEN_AT_LINE_END } from '../text/folder.js';

const WORD_CHARACTER = String.raw`[\p{L}\p{N}\p{M}_]`;
// What joins the parts of a compound, contraction, name or date when it stands between two of them.
const JOINS_WORDS = `[${inClass(HYPHENS + APOSTROPHES)}/&@]`;
const INVISIBLE = `[${inClass(INVISIBLES + DIRECTION_MARKS)}]*`;
const BLANK = `[${inClass(BLANKS.replace('\n', ''))}]*`;
/** A hyphen at the end of a line, and the beginning of the next. */
const AT_LINE_END = `${HYPHEN_AT_LINE_END}${BLANK}`;
// A letter by itself with a dot, as in U.S.
const INITIAL = String.raw`(?<![\p{L}\p{N}])\p{L}\.`;
const SYMBOL = String.raw`[\p{Sc}%‰#+°]`;

/**
 * What may not stand on both sides of an end: before it and after it, each next to it. The stretch would begin
 * or end within a word, a name or a number.
 */
const WITHIN: readonly (readonly [before: string, after: string])[] = [
  [WORD_CHARACTER, WORD_CHARACTER],
  // The halves of non-violent, can’t, 9/11 and AT&T, with the joiner inside the stretch or outside.
  [`${WORD_CHARACTER}${INVISIBLE}${JOINS_WORDS}`, WORD_CHARACTER],
  [WORD_CHARACTER, `${JOINS_WORDS}${INVISIBLE}${WORD_CHARACTER}`],
  // The halves of a word that the end of a line parts.
  [String.raw`\p{L}${AT_LINE_END}`, String.raw`\p{L}`],
  [String.raw`\p{L}`, String.raw`${AT_LINE_END}\p{L}`],
  // U.S., and C++.
  [INITIAL, String.raw`\p{L}`],
  [String.raw`(?<![\p{L}\p{N}])\p{L}`, String.raw`\.\p{L}`],
  [WORD_CHARACTER, '[+#]'],
  // 2.5, 1,000 and 10:30; $5, 5% and +5; and the sign of -5.
  [String.raw`\p{N}[.,:]`, String.raw`\p{N}`],
  [String.raw`\p{N}`, String.raw`[.,:]\p{N}`],
  [SYMBOL, String.raw`\p{N}`],
  [String.raw`\p{N}`, SYMBOL],
  [String.raw`(?:^|[\s(“"‘'])[-−–]`, String.raw`\p{N}`],
];
const WITHIN_PATTERNS = WITHIN.map(
  ([before, after]) => new RegExp(`(?<=(?:${before})${INVISIBLE})(?=${INVISIBLE}${after})`, 'uy'),
);

/**
 * True if `[start, end)` of `text` is made of whole words, names and numbers. A part of one says something else:
 * "able" of "unable", "violent" of "non-violent", "5" of "2.5", "$5" or "-5", "S." of "U.S.".
 */
export function isWhole(text: string, start: number, end: number): boolean {
  return !isWithin(text, start) && !isWithin(text, end);
}

/** True if a place is inside of a word, a name or a number. */
export function isWithin(text: string, at: number): boolean {
  return WITHIN_PATTERNS.some((pattern) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  });
}
