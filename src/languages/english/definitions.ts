import { words } from '../../text/words.js';

/** An abbreviation that a text explains: “Non-Governmental Organizations (NGOs)”. */
export interface Definition {
  /** As it stands, without an ending of the plural: `NGO`. */
  readonly short: string;
  /** The words that it stands for, in order: `Non`, `Governmental`, `Organizations`. */
  readonly long: readonly string[];
}

/** Capitals between brackets, with full stops or without, and in the plural or not. */
const IN_BRACKETS = /\(((?:\p{Lu}\.?){2,8})s?\)/gu;
/** A name that is shortened has no more words for each letter than this: small ones have none. */
const WORDS_OF_A_LETTER = 2;
/** No name is longer, in UTF-16 code units; it bounds the work on texts that are no prose. */
const LONGEST_NAME = 200;

/** The abbreviations that a text explains, in order, each right after the words whose initials it has. */
export function definitionsIn(text: string): Definition[] {
  if (!text.includes('(')) return [];
  const found: Definition[] = [];
  for (const match of text.matchAll(IN_BRACKETS)) {
    const short = (match[1] ?? '').replaceAll('.', '');
    const before = words(text.slice(Math.max(0, match.index - LONGEST_NAME), match.index));
    const long = explained(
      short,
      before.map((word) => word.text),
    );
    if (long) found.push({ short, long });
  }
  return found;
}

/** The last of some words, those from which an abbreviation has its letters, in order; the first and the last letter are initials. */
function explained(short: string, before: readonly string[]): string[] | undefined {
  const most = Math.min(before.length, short.length * WORDS_OF_A_LETTER);
  for (let count = 2; count <= most; count++) {
    const long = before.slice(-count);
    if (hasInitials(long, short.toLowerCase())) return long;
  }
  return undefined;
}

/** True if the letters are the initials of words in order; words without one are in small letters. */
function hasInitials(long: readonly string[], letters: string): boolean {
  let at = 0;
  for (const word of long) {
    if (word.charAt(0).toLowerCase() === letters[at]) at++;
    else if (/^\p{Lu}/u.test(word)) return false;
  }
  return at === letters.length && long[0]?.charAt(0).toLowerCase() === letters[0];
}
