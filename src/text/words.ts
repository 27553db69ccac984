import { APOSTROPHES, DIRECTION_MARKS, INVISIBLES, inClass } from './characters.js';

/**
 * A word of a text: a run of letters and digits, or an emoji, with its place.
 * `start` and `end` are UTF-16 code units into that text, `end` exclusive.
 */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Scripts that are written without spaces: each character counts as a word, since no blank separates them.
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]`;
const LETTER = String.raw`(?:(?!${UNSPACED})[\p{L}\p{N}\p{M}])`;
// An apostrophe, or a character that nobody sees, joins letters and does not part them.
const JOINERS = inClass(APOSTROPHES + INVISIBLES + DIRECTION_MARKS);
const JOINER = `[${JOINERS}]`;

// Unicode Technical Standard 51, "EBNF and Regex": a picture, its colour or its tags, and what ZERO WIDTH JOINER joins to it.
const PICTURE = String.raw`\p{Emoji}(?:\p{Emoji_Modifier}|\uFE0F\u20E3?|[\u{E0020}-\u{E007E}]+\u{E007F})?`;
// Signs that are text unless a selector, a colour or another picture follows, such as © and ↔, are no words by themselves.
const SHOWN_AS_PICTURE = String.raw`(?:\p{Emoji_Presentation}|(?![\d#*])\p{Emoji}(?=\uFE0F|\p{Emoji_Modifier}|\u200D\p{Emoji}))`;
const EMOJI = [
  String.raw`\p{Regional_Indicator}{2}`,
  String.raw`[#*]\uFE0F?\u20E3`,
  String.raw`(?=${SHOWN_AS_PICTURE})${PICTURE}(?:\u200D${PICTURE})*`,
].join('|');

const WORD = new RegExp(
  [
    // Most words by far, told at once; the rest says what a word is.
    String.raw`[A-Za-z]{2,}(?![\p{L}\p{N}\p{M}${JOINERS}])`,
    String.raw`${UNSPACED}\p{M}*`,
    String.raw`\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?`, // U.S., e.g.
    // 20 of 20bn, but not of 20th or 1990s.
    String.raw`\p{Nd}+(?:[.,]\p{Nd}+)*(?=\p{L})(?!(?:st|nd|rd|th|s)(?![\p{L}\p{N}]))`,
    String.raw`\p{Nd}+(?:[.,]\p{Nd}+)+`, // 2.5, 1,234
    String.raw`(?=[\p{L}\p{N}])${LETTER}+(?:${JOINER}+${LETTER}+)*`,
    // Most of what stands between words is told at once to begin none.
    String.raw`(?=[#*©®\u203C-\u{1FFFF}])(?:${EMOJI})`,
  ].join('|'),
  'gu',
);

/**
 * The words of `text` in order. White space, tabs, punctuation and other symbols part words; an apostrophe inside
 * one, the dots of an abbreviation (U.S.) and the separators of a number (2.5) do not; a hyphen does, and
 * so does the end of a number before its unit (20bn). An emoji is one word, whatever it is composed of.
 *
 * @example words('NGOs won’t').map((word) => word.text) // ['NGOs', 'won’t']
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}
