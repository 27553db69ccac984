import { LRUCache } from 'lru-cache';
import { ownCopy } from '../text/own-copy.js';

/** What a string takes besides its letters, an answer besides its strings, and a letter, in bytes, in V8. */
const BYTES_OF_A_STRING = 40;
const BYTES_OF_AN_ENTRY = 160;
const BYTES_OF_A_LETTER = 2;

/**
 * The longest word of which something is remembered, in UTF-16 code units: the longest of English dictionaries has 45
 * letters. What is longer is no word, and looked at anew each time that it comes.
 */
const LONGEST_REMEMBERED = 64;

/** What a string takes in memory, in bytes. */
export function bytesOfString(text: string): number {
  return BYTES_OF_A_STRING + BYTES_OF_A_LETTER * text.length;
}

/** How answers are remembered. */
export interface Remembering<T> {
  /** The most that the answers and their words may take, in bytes. */
  readonly bytes: number;
  /** What an answer takes besides its word and its place, in bytes. */
  readonly bytesOf: (answer: T) => number;
}

/** `find`, its answers about the words asked for last kept. A word is asked about by itself, without the text that it stands in. */
export function remembered<T extends NonNullable<unknown>>(
  find: (word: string) => T,
  { bytes, bytesOf }: Remembering<T>,
): (word: string) => T {
  const answers = new LRUCache<string, T>({
    maxSize: bytes,
    sizeCalculation: (found, word) => BYTES_OF_AN_ENTRY + bytesOfString(word) + bytesOf(found),
  });
  return (word) => {
    if (word.length > LONGEST_REMEMBERED) return find(word);
    const known = answers.get(word);
    if (known !== undefined) return known;
    const own = ownCopy(word);
    const found = find(own);
    answers.set(own, found);
    return found;
  };
}
