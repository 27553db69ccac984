import { foldWord } from '../text/fold.js';
import { type Word, words } from '../text/words.js';
import { ENGLISH } from './english/english.js';
import { endsInHangul, withoutParticles } from './korean/particles.js';
import type { Language } from './language.js';
import { bytesOfString, remembered } from './remembered.js';

/**
 * A word as search compares it. `key` is its folded stem: words with one key are forms of one word.
 * `start` and `end` are UTF-16 code units into the text that it was read from.
 */
export interface Term {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** True if the word carries little by itself ("the", "of"), so that a topic is better met without it. */
  readonly common: boolean;
}

/** In capitals, with full stops or without: a name in small letters' stead, such as "WHO" and "U.S.". */
const CAPITALS = /^(?:\p{Lu}{2,}|\p{Lu}(?:\.\p{Lu})+\.?)$/u;
const POSSESSIVE = /'s?$/;

/** What the keys of a language's words may take, in bytes: of some thirty thousand forms, and a text has far fewer than words. */
const KEYS_BYTES = 8 * 2 ** 20;
const keysOf = new WeakMap<Language, (word: string) => string>();

/** Keeps function words apart from words whose stem looks like one: "on" from "one", "us" from "use". */
export const COMMON_SIGN = '_';

/**
 * The key of one word of a text: folded, without a possessive ending, and stemmed; a function word's is itself. What
 * ends in Hangul is without its particles, whatever the language: few Korean texts state theirs.
 */
export function keyOf(word: string, language: Language = ENGLISH): string {
  const known = keysOf.get(language);
  if (known) return known(word);
  const find = remembered((form) => newKeyOf(form, language), { bytes: KEYS_BYTES, bytesOf: bytesOfString });
  keysOf.set(language, find);
  return find(word);
}

function newKeyOf(word: string, language: Language): string {
  const folded = foldWord(word);
  return isCommon(word, language) ? `${COMMON_SIGN}${folded}` : language.stem(bareOf(folded));
}

function bareOf(folded: string): string {
  if (endsInHangul(folded)) return withoutParticles(folded);
  return folded.replace(POSSESSIVE, '').replaceAll(',', '');
}

/** True if a word is one of the function words of a language; "US", "U.S." and "WHO" in capitals are names. */
export function isCommon(word: string, { common }: Language = ENGLISH): boolean {
  return !CAPITALS.test(word) && common.has(foldWord(word));
}

const SMALL_LETTER = /\p{Ll}/u;
/** Fewer words in capitals may each be an abbreviation: "US GDP". */
const SHOUTED_WORDS = 4;
const ARTICLE = /^(?:the|a|an)$/i;

/**
 * The words of `text` as a sentence would write them: where all is in capitals, as in many headlines, in small letters,
 * since capitals tell no names there. A function word after an article is a name still: "THE US".
 */
export function wordsAsWritten(text: string): Word[] {
  const all = words(text);
  if (all.length < SHOUTED_WORDS || SMALL_LETTER.test(text)) return all;
  return all.map((word, at) => {
    const small = word.text.toLowerCase();
    const isName = isCommon(small) && ARTICLE.test(all[at - 1]?.text ?? '') && CAPITALS.test(word.text);
    return isName ? word : { ...word, text: small };
  });
}

/** The terms of `text` in order, common words included. */
export function terms(text: string, language: Language = ENGLISH): Term[] {
  return wordsAsWritten(text).map(({ text: word, start, end }) => ({
    key: keyOf(word, language),
    start,
    end,
    common: isCommon(word, language),
  }));
}

/** A folded word without the ending of a possessive: `Putin’s` is `putin`. */
export function bareName(word: string): string {
  return foldWord(word).replace(POSSESSIVE, '');
}
