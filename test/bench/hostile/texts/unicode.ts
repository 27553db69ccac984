import type { Dice } from '../dice.js';

const from = (first: number, last: number) => (dice: Dice) =>
  String.fromCodePoint(first + dice.below(last - first + 1));

/** Kinds of characters that break those who count, fold, cut or align text. */
const KINDS: readonly ((dice: Dice) => string)[] = [
  // A letter under a heap of marks.
  (dice) => `a${dice.times(1 + dice.below(40), () => from(0x300, 0x36f)(dice)).join('')}`,
  // Directions, embedded, overridden and isolated, most never ended.
  (dice) => dice.pick([...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C']),
  (dice) => dice.pick(['אבג', 'عربي', 'שלום עולם', 'ܐܒܓ', '\u202Eevil\u202C']),
  // Halves of pairs, and pairs the wrong way round.
  (dice) => dice.pick(['\uD800', '\uDFFF', '\uDC00\uD800', '\uD83D', '\uDE00']),
  from(0, 0x1f),
  from(0x7f, 0x9f),
  (dice) => dice.pick(['\0', '\uFFFE', '\uFFFF', '\uFEFF', '\uFFFD', '\u{10FFFF}', '\u{1FFFE}']),
  // What nobody sees.
  (dice) => dice.pick([...'\u00AD\u034F\u115F\u180E\u200B\u200C\u200D\u2060\u2063\u3164\uFE0F\uFFA0']),
  (dice) => `\u{1F3F4}${dice.times(1 + dice.below(8), () => from(0xe0020, 0xe007e)(dice)).join('')}`,
  // Pictures joined into one, complete and not.
  (dice) => dice.times(1 + dice.below(7), () => dice.pick(['👩', '🏽', '👧', '🇩', '♂️', '#️⃣'])).join('\u200D'),
  // What grows, shrinks or changes its number of code units when it is folded.
  (dice) => dice.pick(['ß', 'İ', 'ı', 'ŉ', 'ǰ', 'ΐ', 'ﬃ', 'ﷺ', '㎒', '½', 'Ǆ', 'ς', 'ẞ', 'K', 'Å', '꙰']),
  (dice) => dice.pick(['각', '\u1100\u1161\u11A8', '서울시장', '大统领', 'กำ', 'ខ្មែ', 'ㄱ']),
  (dice) => dice.pick([...'\u0085\u2028\u2029\u00A0\u1680\u2003\u202F\u3000\v\f\r']),
  from(0x20, 0x7e),
  from(0xa1, 0x2fff),
  from(0xe000, 0xffff),
  from(0x1_0000, 0x1_ffff),
];

/** Characters from everywhere, of one kind or of many. */
export function unicodeText(dice: Dice, length: number): string {
  const only = dice.chance(0.4) ? dice.pick(KINDS) : undefined;
  let text = '';
  while (text.length < length) {
    text += (only ?? dice.pick(KINDS))(dice);
    if (dice.chance(0.15)) text += dice.pick([' ', ' ', '\n', '\n\n', 'word']);
  }
  // Cut wherever the length falls, also in the middle of a pair.
  return text.slice(0, length);
}
