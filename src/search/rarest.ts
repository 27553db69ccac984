import type { Lexicon } from './lexicon.js';

/** A key, and how many passages have it. */
export interface Frequency {
  readonly key: number;
  readonly frequency: number;
}

/** Keys by how many passages have them, the rarest first; equals in order of what they are. */
export function rarestFirst(keys: readonly Frequency[], lexicon: Lexicon): Frequency[] {
  return keys.toSorted((a, b) => a.frequency - b.frequency || lexicon.compareKeys(a.key, b.key));
}

/** Of keys in their order, those that have no more than so many places together; larger ones are passed over. */
export function within(keys: readonly Frequency[], places: number): number[] {
  let left = places;
  return keys.flatMap(({ key, frequency }) => {
    left -= frequency;
    return left >= 0 ? [key] : [];
  });
}

/** The same up to the first that is too much, and the first that any passage has in any case. */
export function atLeastOneWithin(keys: readonly Frequency[], places: number): number[] {
  const found: number[] = [];
  let left = places;
  for (const { key, frequency } of keys) {
    left -= frequency;
    if (left < 0 && found.length > 0) break;
    if (frequency > 0) found.push(key);
  }
  return found;
}
