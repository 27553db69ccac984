/**
 * A text without halves of surrogate pairs, each of which becomes U+FFFD as wherever it is written in UTF-8. No document
 * has one, so that what is looked for must not have one either: it would be found inside of a character.
 *
 * @example wellFormed('a\uD83D') // 'a\uFFFD'
 */
export function wellFormed(text: string): string {
  // With the flag u, a pair is one character and no surrogate.
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
