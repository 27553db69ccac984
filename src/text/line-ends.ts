import { LINE_END_HYPHEN } from './folder.js';
import type { FoldedText } from './typography.js';

/** A hyphen at the end of a line: the word that it parts, joined, and where it is in the folded text. */
export interface LineEnd {
  readonly joined: string;
  readonly place: number;
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}']{1,60}$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}']{1,60}/u;
const WORD_LENGTH = 60;

/** The line ends that part a word in a folded text, in order. */
export function lineEndsIn({ text }: FoldedText): LineEnd[] {
  const found: LineEnd[] = [];
  for (let at = text.indexOf(LINE_END_HYPHEN); at !== -1; at = text.indexOf(LINE_END_HYPHEN, at + 1)) {
    found.push({ joined: joinedAt(text, at), place: at });
  }
  return found;
}

/** The word that the line end at `at` parts, joined, in small letters. */
export function joinedAt(text: string, at: number): string {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - WORD_LENGTH), at))?.[0] ?? '';
  const after = WORD_AFTER.exec(text.slice(at + 1, at + 1 + WORD_LENGTH))?.[0] ?? '';
  return `${before}${after}`.toLowerCase();
}
