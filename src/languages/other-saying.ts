import { words } from '../text/words.js';
import { CHINESE_SAYING } from './chinese/saying.js';
import { FRENCH_SAYING } from './french/saying.js';
import { GERMAN_SAYING } from './german/saying.js';
import { ITALIAN_SAYING } from './italian/saying.js';
import { KOREAN_SAYING } from './korean/saying.js';
import { SPANISH_SAYING } from './spanish/saying.js';

/** Words of languages besides English that say that somebody says something; another language is added here. */
export const OTHER_SAYING: ReadonlyMap<string, readonly string[]> = new Map([
  ['de', GERMAN_SAYING],
  ['fr', FRENCH_SAYING],
  ['es', SPANISH_SAYING],
  ['it', ITALIAN_SAYING],
  ['zh', CHINESE_SAYING],
  ['ko', KOREAN_SAYING],
]);

const IS_UNSPACED = /\p{sc=Han}/u;
const all = [...OTHER_SAYING.values()].flat();
/** In small letters and with their accents, without which « lancé » would be a name. */
const SPACED = new Set(all.filter((word) => !IS_UNSPACED.test(word)).map(composed));
/** Chinese parts no words, so they are looked for wherever they stand. */
const UNSPACED = new RegExp(all.filter((word) => IS_UNSPACED.test(word)).join('|'), 'u');

/** True if a word of saying of a language besides English stands in `text`. */
export function mentionsOtherSaying(text: string): boolean {
  return UNSPACED.test(text) || words(text).some((word) => SPACED.has(composed(word.text)));
}

function composed(word: string): string {
  return word.toLowerCase().normalize('NFC');
}
