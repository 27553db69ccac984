import { bytesOfString, remembered } from '../../remembered.js';

/**
 * What the answers of one function may take, in bytes: those about some hundred words, or the synonyms of some dozen: more
 * than a question has.
 */
const REMEMBERED_BYTES = 128 * 1024;

/** `find`, its answers about the words asked for last kept; `bytesOf` is what one thing of an answer takes. */
export function rememberedList<T>(
  find: (word: string) => readonly T[],
  bytesOf: (one: T) => number,
): (word: string) => readonly T[] {
  return remembered(find, {
    bytes: REMEMBERED_BYTES,
    bytesOf: (found) => found.reduce((sum, one) => sum + bytesOf(one), 0),
  });
}

/** `find`, whose answers are words, its answers about the words asked for last kept. */
export function rememberedWords(
  find: (word: string) => readonly string[],
): (word: string) => readonly string[] {
  return rememberedList(find, bytesOfString);
}
