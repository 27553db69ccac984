import { APOSTROPHES, DIRECTION_MARKS, INVISIBLES, inClass } from './characters.js';

const PLAIN_LETTERS = /^[a-z0-9]+$/;
const UNSEEN = new RegExp(`[${inClass(INVISIBLES + DIRECTION_MARKS)}]`, 'g');
const APOSTROPHE = new RegExp(`[${inClass(APOSTROPHES)}]`, 'g');
// Marks that a reader may leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs.
const OPTIONAL_MARK = /[\u0300-\u036F\u0591-\u05BD\u064B-\u065F\u0670]/g;
// The colour of a hand or face that a reader may leave out as well.
const SKIN_TONE = /(?<=\p{Emoji_Modifier_Base})\p{Emoji_Modifier}+/gu;
const DOTTED = /^\p{L}(?:\.\p{L})+\.?$/u;
// Letters that NFKD leaves whole although readers type them as these.
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
const WHOLE_LETTER = /[ßæœøłđı]/g;

/**
 * One word without what readers and outlets vary: letter case, accents, ligatures, invisible characters, the
 * shape of an apostrophe, the dots of an abbreviation and the skin tone of an emoji. Two words that fold alike are the same word.
 *
 * @example foldWord('Guénon’s') // "guenon's"
 * @example foldWord('U.S.') // 'us'
 */
export function foldWord(word: string): string {
  if (PLAIN_LETTERS.test(word)) return word;
  // Before NFKD, which makes a blank and a mark of some apostrophes.
  const bare = word
    .replace(UNSEEN, '')
    .replace(APOSTROPHE, "'")
    .normalize('NFKD')
    // A double prime is two primes only now.
    .replace(APOSTROPHE, "'")
    .toLowerCase()
    .replace(OPTIONAL_MARK, '')
    .replace(SKIN_TONE, '')
    .replace(WHOLE_LETTER, (letter) => LETTERS[letter] ?? letter);
  return DOTTED.test(bare) ? bare.replaceAll('.', '') : bare;
}
