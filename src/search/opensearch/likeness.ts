import type { Passage } from '../../corpus/passage.js';
import type { Resemblance } from '../engine.js';
import { leading, likenessTo, tellingOf } from '../telling.js';
import type { NearParts } from './near.js';

/** OpenSearch takes a thousand clauses; no paragraph has a quarter as many rare words. */
const MOST_KEYS = 256;

/**
 * Up to `limit` passages of other documents most like `passage`, the most alike first: those that share most weight
 * with it in its rarest keys.
 */
export async function alikeTo(passage: Passage, limit: number, parts: NearParts): Promise<Resemblance[]> {
  const { lexicon, search, store, reader, words } = parts;
  const keysOf = (one: Passage) => [...new Set(reader.read(one).keys)];
  const weigh = new Weigher(words);
  await weigh.learn(keysOf(passage));
  const own = tellingOf(keysOf(passage), weigh.weightOf, lexicon);
  const led = leading(own, weigh.frequencyOf).slice(0, MOST_KEYS);
  if (led.length === 0) return [];
  const places = await search.places({
    should: led.map(({ key, weight }) => search.weighed(key, weight ** 2)),
    not: [{ term: { document: passage.document.id } }],
    limit,
  });
  const passages = await store.allPassages(places);
  await weigh.learn(passages.flatMap(keysOf));
  const likeness = likenessTo(own);
  return passages
    .map((one) => ({ passage: one, likeness: likeness(tellingOf(keysOf(one), weigh.weightOf, lexicon)) }))
    .sort((a, b) => b.likeness - a.likeness);
}

/** What keys weigh, once it was asked for. */
class Weigher {
  readonly #known = new Map<number, { readonly weight: number; readonly frequency: number }>();

  constructor(private readonly words: NearParts['words']) {}

  async learn(keys: readonly number[]): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.#known.has(key));
    const [weights, frequencies] = await Promise.all([
      this.words.weights(missing),
      this.words.frequencies(missing),
    ]);
    for (const [at, key] of missing.entries()) {
      this.#known.set(key, { weight: weights[at] ?? 0, frequency: frequencies[at] ?? 0 });
    }
  }

  readonly weightOf = (key: number): number => this.#known.get(key)?.weight ?? 0;
  readonly frequencyOf = (key: number): number => this.#known.get(key)?.frequency ?? 0;
}
