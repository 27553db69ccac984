import type { Lexicon } from './lexicon.js';

/** A key that more passages have says too little to look at them all; what it says still counts where others lead. */
const PLACES_OF_A_KEY = 256;
/** How many places of all keys are visited for one passage. */
const PLACES_OF_A_PASSAGE = 1_536;

/** A key, and how much it says. */
export interface Weighed {
  readonly key: number;
  readonly weight: number;
}

/** The telling keys of a passage, each once, the rarest first, with what they weigh; and the Euclidean length of that. */
export interface Telling {
  readonly keys: readonly Weighed[];
  readonly length: number;
}

/** What a passage with some keys tells. */
export function tellingOf(
  keys: Iterable<number>,
  weightOf: (key: number) => number,
  lexicon: Lexicon,
): Telling {
  const weighed = [...new Set(keys)]
    .filter((key) => !lexicon.isCommonKey(key))
    .map((key) => ({ key, weight: weightOf(key) }))
    .sort((a, b) => b.weight - a.weight || lexicon.compareKeys(a.key, b.key));
  return { keys: weighed, length: Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight ** 2, 0)) };
}

/** The rarest keys of a passage, which lead to others: as many as have few places together. */
export function leading({ keys }: Telling, frequencyOf: (key: number) => number): Weighed[] {
  const found: Weighed[] = [];
  let left = PLACES_OF_A_PASSAGE;
  for (const one of keys) {
    const frequency = frequencyOf(one.key);
    left -= frequency;
    if (left < 0 || frequency > PLACES_OF_A_KEY) break;
    found.push(one);
  }
  return found;
}

/** Tells how alike others are to a passage: the cosine of the weights of their telling words, 0 to 1. */
export function likenessTo(own: Telling): (other: Telling) => number {
  const squares = new Map(own.keys.map(({ key, weight }) => [key, weight ** 2]));
  return (other) => {
    let product = 0;
    for (const { key } of other.keys) product += squares.get(key) ?? 0;
    return product === 0 ? 0 : product / (own.length * other.length);
  };
}
