import { distance } from 'fastest-levenshtein';

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
