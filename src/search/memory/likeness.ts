import { LRUCache } from 'lru-cache';
import type { Resemblance } from '../engine.js';
import { leading, likenessTo, type Telling, tellingOf } from '../telling.js';
import type { Gathering } from './gathering.js';
import type { SegmentedIndex } from './segmented-index.js';

/** What is remembered of passages may take so many bytes; an entry takes so many besides its keys. */
const TELLING_BYTES = 16 * 2 ** 20;
const TELLING_ENTRY_BYTES = 200;
const KEY_BYTES = 16;

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

  /** What is remembered takes, about, in bytes. */
  get keptBytes(): number {
    return this.#telling.calculatedSize;
  }

  /** Up to `limit` passages of other documents most like the one in `slot`, the most alike first. */
  alike(slot: number, limit: number): Resemblance[] {
    const { index } = this;
    const own = this.#tellingOf(slot);
    const likeness = likenessTo(own);
    return this.#candidates(slot, own, limit)
      .map((other) => ({ slot: other, likeness: likeness(this.#tellingOf(other)) }))
      .sort((a, b) => b.likeness - a.likeness || index.placeOf(a.slot) - index.placeOf(b.slot))
      .map((one) => ({ passage: index.passageIn(one.slot), likeness: one.likeness }));
  }

  #tellingOf(slot: number): Telling {
    const known = this.#telling.get(slot);
    if (known) return known;
    const { index } = this;
    const { lexicon } = index;
    const telling = tellingOf(index.read(slot).keys, (key) => index.weight(key), lexicon);
    this.#telling.set(slot, telling);
    return telling;
  }

  /** The slots of other documents that share most weight with a passage in its rarest keys. */
  #candidates(slot: number, own: Telling, limit: number): number[] {
    const { index, gathering } = this;
    const { document } = index.passageIn(slot);
    gathering.clear();
    for (const { key, weight } of leading(own, (key) => index.frequency(key))) {
      index.visit(key, (other) => gathering.add(other, weight ** 2));
    }
    gathering.keep((other) => index.passageIn(other).document !== document);
    return gathering.largest(limit, (a, b) => index.placeOf(a) - index.placeOf(b));
  }
}
