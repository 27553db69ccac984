import { HYPHEN_AT_LINE_END } from '../text/folder.js';
import type { Word } from '../text/words.js';

const HYPHENS = String.raw`\-\u2010\u2011`;
const ADJOINING = new RegExp(String.raw`^[\s${HYPHENS}]?$`);
// A word that is broken at a line's end has its hyphen and the line break between its parts.
const HYPHENED = new RegExp(`^(?:[${HYPHENS}]|${HYPHEN_AT_LINE_END}[ \\t]*)$`);

/** True if nothing but a blank or a hyphen stands between two words of `text`, the first before the second. */
export function isAdjoining(text: string, first: Word | undefined, second: Word | undefined): boolean {
  return first !== undefined && second !== undefined && ADJOINING.test(text.slice(first.end, second.start));
}

/** True if a hyphen joins two words of `text`, the first before the second, in a line or at its end. */
export function isHyphened(text: string, first: Word | undefined, second: Word | undefined): boolean {
  return first !== undefined && second !== undefined && HYPHENED.test(text.slice(first.end, second.start));
}
