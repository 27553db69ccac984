import { LRUCache } from 'lru-cache';
import type { Resemblance } from '../engine.js';
import type { Gathering } from './gathering.js';
import type { SegmentedIndex } from './segmented-index.js';

/** A key that more passages have says too little to look at them all; what it says still counts where others lead. */
const PLACES_OF_A_KEY = 256;
/** How many places of all keys are visited for one passage. */
const PLACES_OF_A_PASSAGE = 1_536;
/** What is remembered of passages may take so many bytes; an entry takes so many besides its keys. */
const TELLING_BYTES = 16 * 2 ** 20;
const TELLING_ENTRY_BYTES = 200;
const KEY_BYTES = 16;

/** The telling keys of a passage, each once, the rarest first, with what they weigh; and the Euclidean length of that. */
interface Telling {
  readonly keys: readonly { readonly key: number; readonly weight: number }[];
  readonly length: number;
}

/**
 * How alike passages are: the cosine of the weights of their words, function words left out, so that rare
 * words count most. The work for one passage is bounded, and does not grow with the corpus.
 */
export class Likeness {
  /** By slot. */
  readonly #telling = new LRUCache<number, Telling>({
    maxSize: TELLING_BYTES,
    sizeCalculation: ({ keys }) => keys.length * KEY_BYTES + TELLING_ENTRY_BYTES,
  });

  constructor(
    private readonly index: SegmentedIndex,
    private readonly gathering: Gathering,
  ) {}

  /** Up to `limit` passages of other documents most like the one in `slot`, the most alike first. */
  alike(slot: number, limit: number): Resemblance[] {
    const { index } = this;
    const own = this.#tellingOf(slot);
    const squares = new Map(own.keys.map(({ key, weight }) => [key, weight ** 2]));
    return this.#candidates(slot, own, limit)
      .map((other) => {
        const { keys, length } = this.#tellingOf(other);
        let product = 0;
        for (const { key } of keys) product += squares.get(key) ?? 0;
        return { slot: other, likeness: product === 0 ? 0 : product / (own.length * length) };
      })
      .sort((a, b) => b.likeness - a.likeness || index.placeOf(a.slot) - index.placeOf(b.slot))
      .map(({ slot: other, likeness }) => ({ passage: index.passageIn(other), likeness }));
  }

  #tellingOf(slot: number): Telling {
    const known = this.#telling.get(slot);
    if (known) return known;
    const { index } = this;
    const keys = [...new Set(index.read(slot).keys)]
      .filter((key) => !index.lexicon.isCommonKey(key))
      .map((key) => ({ key, weight: index.weight(key) }))
      .sort((a, b) => b.weight - a.weight || index.lexicon.compareKeys(a.key, b.key));
    const length = Math.sqrt(keys.reduce((sum, { weight }) => sum + weight ** 2, 0));
    const telling = { keys, length };
    this.#telling.set(slot, telling);
    return telling;
  }

  /** The slots of other documents that share most weight with a passage in its rarest keys. */
  #candidates(slot: number, own: Telling, limit: number): number[] {
    const { index, gathering } = this;
    const { document } = index.passageIn(slot);
    gathering.clear();
    let left = PLACES_OF_A_PASSAGE;
    for (const { key, weight } of own.keys) {
      const frequency = index.frequency(key);
      left -= frequency;
      if (left < 0 || frequency > PLACES_OF_A_KEY) break;
      index.visit(key, (other) => gathering.add(other, weight ** 2));
    }
    gathering.keep((other) => index.passageIn(other).document !== document);
    return gathering.largest(limit, (a, b) => index.placeOf(a) - index.placeOf(b));
  }
}
