import { stopwords } from '@orama/stopwords/english';
import { stemmer } from 'stemmer';
import { foldWord } from './fold.js';
import { words } from './words.js';

/**
 * A word as search compares it. `key` is its folded stem: words with one key are forms of one word.
 * `start` and `end` are UTF-16 code units into the text that it was read from.
 */
export interface Term {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether the word carries little by itself ("the", "of"), so that a topic is better met without it. */
  readonly common: boolean;
}

const COMMON = new Set(stopwords);
const CAPITALS = /^\p{Lu}{2,}$/u;
const POSSESSIVE = /'s?$/;

// A text has far fewer forms than words; past this many, a fresh start costs less than the memory.
const REMEMBERED_FORMS = 200_000;
const keys = new Map<string, string>();

/** The key of one word of a text: folded, without a possessive ending, and stemmed. */
export function keyOf(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = stemmer(foldWord(word).replace(POSSESSIVE, '').replaceAll(',', ''));
  if (keys.size >= REMEMBERED_FORMS) keys.clear();
  keys.set(word, key);
  return key;
}

/** Whether a word is one of the function words of English; "US" and "WHO" in capitals are names. */
export function isCommon(word: string): boolean {
  return !CAPITALS.test(word) && COMMON.has(foldWord(word));
}

/** The terms of `text` in order, common words included. */
export function terms(text: string): Term[] {
  return words(text).map(({ text: word, start, end }) => ({
    key: keyOf(word),
    start,
    end,
    common: isCommon(word),
  }));
}
