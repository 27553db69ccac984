import { DIRECTION_MARKS, inClass } from './characters.js';
import { shorten } from './shorten.js';

/** Controls, and marks that turn the direction of what stands around them; line breaks and tabs are neither. */
const CONTROLS = new RegExp(String.raw`[^\P{Cc}\n\t]|[\u2028\u2029${inClass(DIRECTION_MARKS)}]`, 'gu');

/** Controls that do something in a terminal: all but tabs and the ends of lines. */
const EFFECTIVE = /[^\P{Cc}\t\n\r]|\r(?!\n)/gu;

/** A text that does nothing in a terminal, as long as it was: each control but tabs and ends of lines replaced by U+FFFD. */
export function withoutControls(text: string): string {
  return text.replace(EFFECTIVE, '\uFFFD');
}

/** What a member typed, as it may be shown: as long as it was, each character that could pose as ours replaced by U+FFFD. */
export function shownTyped(text: string): string {
  return text.replace(CONTROLS, '\uFFFD');
}

/** What a member typed on one line of ours, of at most `limit` UTF-16 code units. */
export function onOneLine(text: string, limit: number): string {
  // Only so much is read as can be shown.
  return shorten(
    shownTyped(text.slice(0, limit * 4))
      .replace(/\s+/g, ' ')
      .trim(),
    limit,
  );
}
