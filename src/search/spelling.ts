import { distance } from 'fastest-levenshtein';
import { foldWord } from '../text/fold.js';

/** True if two letters beside each other changed places, and nothing else. */
export function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** True if a word is another but for one slip: a letter more, less or wrong, or two that changed places. */
export function isSlip(typed: string, meant: string): boolean {
  return distance(typed, meant) === 1 || isTransposed(typed, meant);
}

/** Shorter words are near too many others for a guess to be worth making. */
const MIN_GUESSED_LENGTH = 4;
/** From this length on, two edits are a guess still. */
const LONG_WORD = 7;

/** A word, folded, if it is worth guessing what was meant by it. */
export function guessable(word: string): string | undefined {
  const wanted = foldWord(word);
  // Two emoji that differ in one code unit, such as flags, have nothing to do with each other.
  return wanted.length < MIN_GUESSED_LENGTH || !/[\p{L}\p{N}]/u.test(wanted) ? undefined : wanted;
}

/** Tells how close words are in spelling to one, folded as they are. Two letters that changed places are one edit. */
export class Closeness {
  /** How many edits are a guess still: 1, or 2 for a long word. */
  readonly reach: 1 | 2;
  readonly #letters: number;

  constructor(private readonly wanted: string) {
    this.reach = wanted.length < LONG_WORD ? 1 : 2;
    this.#letters = lettersOf(wanted);
  }

  /** How many edits part another word from it, 1 to `reach`; undefined where it is the same or no guess. */
  of(other: string): number | undefined {
    const { wanted, reach } = this;
    if (Math.abs(other.length - wanted.length) > reach) return undefined;
    // An edit changes at most one letter into another, so that two letters differ at most.
    if (bitsIn(this.#letters ^ lettersOf(other)) > reach * 2) return undefined;
    const edits = isTransposed(other, wanted) ? 1 : distance(other, wanted);
    return edits > 0 && edits <= reach ? edits : undefined;
  }
}

/** Which of 32 kinds of characters a word has, one bit each: the same letters give the same bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let left = number; left !== 0; left &= left - 1) bits++;
  return bits;
}
