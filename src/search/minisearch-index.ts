import MiniSearch from 'minisearch';
import type { Pace } from '../text/pace.js';
import { terms } from '../text/terms.js';
import { words } from '../text/words.js';
import type { Hit, SearchIndex, SearchOptions } from './index.js';
import type { Vocabulary } from './vocabulary.js';

/** The one field of a passage that MiniSearch indexes. */
const FIELD = 'text';
/** Textbook BM25 (Robertson and Zaragoza, 2009): k1 1.2, b 0.75, and no BM25+ floor. */
const BM25 = { k: 1.2, b: 0.75, d: 0 };
/**
 * The share of a topic's weight that a passage must meet. At half of it a passage says more of what was asked
 * than it leaves out; below, it would be shown for the lesser part of the topic.
 */
const MIN_SHARE = 0.5;
/** How many of a passage's keys look for passages like it: enough for a sentence, and bounded for a chapter. */
const ALIKE_KEYS = 24;

/** A search index that MiniSearch holds, over the keys of words (see `text/terms.ts`). */
export class MiniSearchIndex implements SearchIndex {
  readonly #size: number;
  readonly #passagesWith: ReadonlyMap<string, number>;
  readonly #mini: MiniSearch<{ id: number; text: string }>;

  private constructor(
    size: number,
    passagesWith: Map<string, number>,
    mini: MiniSearch<{ id: number; text: string }>,
  ) {
    this.#size = size;
    this.#passagesWith = passagesWith;
    this.#mini = mini;
  }

  /** Indexes `passages`, numbered from 0, and enters their words into `vocabulary`. */
  static async build(
    passages: readonly { readonly text: string }[],
    vocabulary: Vocabulary,
    pace: Pace,
  ): Promise<MiniSearchIndex> {
    const passagesWith = new Map<string, number>();
    const mini = new MiniSearch<{ id: number; text: string }>({
      fields: [FIELD],
      tokenize: (text) => {
        const keys = words(text).map((word) => vocabulary.enter(word.text));
        for (const key of new Set(keys)) passagesWith.set(key, (passagesWith.get(key) ?? 0) + 1);
        return keys;
      },
      processTerm: (key) => key,
      // Nothing is ever taken out of an index, so there is nothing to clean up.
      autoVacuum: false,
    });
    for (const [id, { text }] of passages.entries()) {
      mini.add({ id, text });
      await pace();
    }
    return new MiniSearchIndex(passages.length, passagesWith, mini);
  }

  search(topic: string, options: SearchOptions = {}): Hit[] {
    const keys = topicKeys(topic);
    const asked = this.#weightOf(keys);
    return this.#rank(keys, options, (met) => this.#weightOf(met) >= asked * MIN_SHARE);
  }

  alike(text: string, options: SearchOptions = {}): Hit[] {
    const rarest = topicKeys(text)
      .sort((a, b) => this.weight(b) - this.weight(a))
      .slice(0, ALIKE_KEYS);
    return this.#rank(rarest, options, () => true);
  }

  weight(key: string): number {
    // The idf of BM25, which is highest for a key that no passage has.
    const having = this.#passagesWith.get(key) ?? 0;
    return Math.log(1 + (this.#size - having + 0.5) / (having + 0.5));
  }

  #weightOf(keys: readonly string[]): number {
    return keys.reduce((sum, key) => sum + this.weight(key), 0);
  }

  /** The passages with any of `keys` by BM25, as far as the keys that they have are `enough`. */
  #rank(keys: string[], { where, limit }: SearchOptions, enough: (met: string[]) => boolean): Hit[] {
    const found = this.#mini.search(keys.join(' '), {
      tokenize: (joined) => joined.split(' '),
      processTerm: (key) => key,
      bm25: BM25,
      ...(where && { filter: ({ id }) => where(id) }),
    });
    const hits: Hit[] = [];
    for (const { id, score, queryTerms } of found) {
      // MiniSearch multiplies the sum by the number of terms that matched; textbook BM25 does not.
      if (enough(queryTerms)) hits.push({ passage: id, score: score / queryTerms.length });
    }
    return hits.sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, limit);
  }
}

/** The keys of a topic, each once: without common words, unless there are no others. */
function topicKeys(topic: string): string[] {
  const all = terms(topic);
  const telling = all.filter(({ common }) => !common);
  return [...new Set((telling.length > 0 ? telling : all).map(({ key }) => key))];
}
