import { isOtherSpelling, MOST_RESPELT } from '../languages/english/other-spelling.js';
import type { PrintedSentence } from './printed-quotations.js';

/** Words that are set against others, by their numbers. */
type Places = readonly number[];

/** Words that differ, parted into those that are the same in another spelling and the rest. */
export interface Respelt {
  readonly pairs: readonly (readonly [Places, Places])[];
  /** What is left in the middle. */
  readonly own: Places;
  readonly others: Places;
  /** True if the first, or the last, words of both are only spelt otherwise. */
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
}

/**
 * Takes from both ends of words that are set against others those that are the same in another spelling, so that “they
 * are” and “because they’re” differ in “because”.
 */
export function respeltIn(
  own: Places,
  others: Places,
  short: PrintedSentence,
  long: PrintedSentence,
): Respelt {
  const first: [Places, Places][] = [];
  const last: [Places, Places][] = [];
  let [left, right] = [own, others];
  for (let [a, b] = takenFrom(left, right, 1); a > 0; [a, b] = takenFrom(left, right, 1)) {
    first.push([left.slice(0, a), right.slice(0, b)]);
    [left, right] = [left.slice(a), right.slice(b)];
  }
  for (let [a, b] = takenFrom(left, right, -1); a > 0; [a, b] = takenFrom(left, right, -1)) {
    last.push([left.slice(-a), right.slice(-b)]);
    [left, right] = [left.slice(0, -a), right.slice(0, -b)];
  }
  return {
    pairs: [...first, ...last.reverse()],
    own: left,
    others: right,
    isAtStart: first.length > 0,
    isAtEnd: last.length > 0,
  };

  /** How many words at the start, or the end, are the same in another spelling; none of either if no number is. */
  function takenFrom(one: Places, other: Places, side: 1 | -1): readonly [number, number] {
    const taken = (places: Places, count: number, { printed }: PrintedSentence) =>
      (side === 1 ? places.slice(0, count) : places.slice(-count)).map((at) => printed[at] ?? '');
    for (let a = 1; a <= Math.min(MOST_RESPELT, one.length); a++) {
      for (let b = 1; b <= Math.min(MOST_RESPELT, other.length); b++) {
        if (isOtherSpelling(taken(one, a, short), taken(other, b, long))) return [a, b];
      }
    }
    return [0, 0];
  }
}
