import type { Corpus } from '../corpus/corpus.js';
import type { Passage } from '../corpus/passage.js';
import { terms } from '../text/terms.js';

/** What a passage weighs, key by key, for comparison with others of its corpus. */
interface Profile {
  readonly weights: ReadonlyMap<string, number>;
  /** The Euclidean length of `weights`. */
  readonly length: number;
}

const profiles = new WeakMap<Passage, Profile>();

/**
 * How alike two passages of `corpus` are: the cosine of their words' weights, from 0 (no telling word in
 * common) to 1 (the same telling words). Rare words count most; common words not at all.
 */
export function likeness(corpus: Corpus, a: Passage, b: Passage): number {
  const [profileA, profileB] = [profileOf(corpus, a), profileOf(corpus, b)];
  let product = 0;
  for (const [key, weight] of profileA.weights) product += weight * (profileB.weights.get(key) ?? 0);
  return product === 0 ? 0 : product / (profileA.length * profileB.length);
}

function profileOf(corpus: Corpus, passage: Passage): Profile {
  const known = profiles.get(passage);
  if (known) return known;
  const weights = new Map<string, number>();
  for (const { key, common } of terms(passage.text)) if (!common) weights.set(key, corpus.index.weight(key));
  const length = Math.hypot(...weights.values());
  const profile = { weights, length };
  profiles.set(passage, profile);
  return profile;
}
