import { sha256Of } from '../../text/sha256.js';

/** OpenSearch parts what is longer than 255 characters; no word that anybody means is nearly as long. */
const LONGEST = 200;

/** A word or key as one token of a field that blanks part: the same for the same, another for another. */
export function token(word: string): string {
  if (word.length > LONGEST) return `#${sha256Of(word)}`;
  if (word === '') return '#';
  return word.replace(/\s/gu, '#');
}
