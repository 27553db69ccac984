/** A shorter part of a text is a string of its own in V8, and no view of the text (`SlicedString::kMinLength`). */
const SHORTEST_VIEW = 13;

/**
 * The same string by itself. A word that was cut from a text keeps that text in memory as long as it is kept; whoever
 * keeps a word for longer than its text keeps a copy.
 */
export function ownCopy(word: string): string {
  // UTF-16, since half a pair of surrogates has no form in UTF-8.
  return word.length < SHORTEST_VIEW ? word : Buffer.from(word, 'utf16le').toString('utf16le');
}
