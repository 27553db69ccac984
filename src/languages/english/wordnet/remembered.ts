import { LRUCache } from 'lru-cache';

/**
 * What the answers of one function may take, in bytes: those about some hundred words, or the synonyms of some dozen: more
 * than a question has.
 */
const REMEMBERED_BYTES = 128 * 1024;
/** What an entry, a list and each string in it take besides their letters, in bytes, in V8. */
const BYTES_OF_A_STRING = 40;
const BYTES_OF_AN_ENTRY = 160;

/** `find`, its answers about the words asked for last kept. */
export function remembered<T>(
  find: (word: string) => readonly T[],
  lettersOf: (answer: T) => number,
): (word: string) => readonly T[] {
  const answers = new LRUCache<string, readonly T[]>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: (found, word) =>
      found.reduce((sum, one) => sum + BYTES_OF_A_STRING + lettersOf(one), BYTES_OF_AN_ENTRY + word.length),
  });
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const found = find(word);
    answers.set(word, found);
    return found;
  };
}

/** `find`, whose answers are words, its answers about the words asked for last kept. */
export function rememberedWords(
  find: (word: string) => readonly string[],
): (word: string) => readonly string[] {
  return remembered(find, (word) => word.length);
}
