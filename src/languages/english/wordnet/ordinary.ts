import { baseFormsOf } from './base-forms.js';
import { synsetsOf } from './dictionary.js';

/**
 * True if WordNet has a folded word, in any form, as one that is written in small letters: "king" and "lie", and not
 * "putin", which it has as a name alone.
 */
export function isOrdinary(word: string): boolean {
  return baseFormsOf(word).some((base) => synsetsOf(base).some(({ words }) => words.includes(base)));
}
