import { isCommon } from '../terms.js';
import { TITLES } from './abbreviations.js';
import { classesOf, Is } from './word-classes.js';

const SHORT: ReadonlySet<string> = new Set([...TITLES].map((title) => title.toLowerCase()));

/** True for a word that stands before a name and is no part of it: “Mr”, “President”, “former”, “the”. */
export function isHonorific(word: string): boolean {
  const lower = word.toLowerCase().replace(/\.$/, '');
  return SHORT.has(lower) || lower === 'former' || lower === 'the' || (classesOf(lower) & Is.Role) !== 0;
}

/**
 * The words of a name without the titles before it; all of them where no name follows.
 *
 * @example withoutHonorifics(['president', 'obama']) // ['obama']
 */
export function withoutHonorifics(name: readonly string[]): readonly string[] {
  const first = name.findIndex((word) => !isHonorific(word));
  return first === -1 || isCommon(name[first] ?? '') ? name : name.slice(first);
}
