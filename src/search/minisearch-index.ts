import MiniSearch from 'minisearch';
import type { Pace } from '../text/pace.js';
import { terms } from '../text/terms.js';
import type { Hit, SearchIndex, SearchOptions } from './index.js';
import type { TermTable } from './term-table.js';

/** The one field of a passage that MiniSearch indexes. */
const FIELD = 'text';
/** Textbook BM25 (Robertson and Zaragoza, 2009): k1 1.2, b 0.75, and no BM25+ floor. */
const BM25 = { k: 1.2, b: 0.75, d: 0 };
/**
 * The share of a topic's weight that a passage must meet. At half of it a passage says more of what was asked
 * than it leaves out; below, it would be shown for the lesser part of the topic.
 */
const MIN_SHARE = 0.5;

/** A search index that MiniSearch holds, over the keys of words (see `text/terms.ts`). */
export class MiniSearchIndex implements SearchIndex {
  private constructor(
    private readonly table: TermTable,
    private readonly mini: MiniSearch<{ id: number }>,
  ) {}

  /** Indexes the passages of `table` under their numbers. */
  static async build(table: TermTable, pace: Pace): Promise<MiniSearchIndex> {
    let keys: string[] = [];
    const mini = new MiniSearch<{ id: number }>({
      fields: [FIELD],
      // The table has read the words already, so MiniSearch is handed their keys and reads nothing.
      extractField: ({ id }, field) => (field === FIELD ? FIELD : String(id)),
      tokenize: () => keys,
      processTerm: (key) => key,
      // Nothing is ever taken out of an index, so there is nothing to clean up.
      autoVacuum: false,
    });
    for (let id = 0; id < table.size; id++) {
      keys = Array.from(table.keysOf(id), (key) => table.vocabulary.keyAt(key));
      mini.add({ id });
      await pace();
    }
    return new MiniSearchIndex(table, mini);
  }

  search(topic: string, { where, limit }: SearchOptions = {}): Hit[] {
    const keys = topicKeys(topic);
    const asked = this.#weightOf(keys);
    const found = this.mini.search(keys.join(' '), {
      tokenize: (joined) => joined.split(' '),
      processTerm: (key) => key,
      bm25: BM25,
      ...(where && { filter: ({ id }) => where(Number(id)) }),
    });
    const hits: Hit[] = [];
    for (const { id, score, queryTerms } of found) {
      if (this.#weightOf(queryTerms) < asked * MIN_SHARE) continue;
      // MiniSearch multiplies the sum by the number of terms that matched; textbook BM25 does not.
      hits.push({ passage: Number(id), score: score / queryTerms.length });
    }
    return hits.sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, limit);
  }

  #weightOf(keys: readonly string[]): number {
    return keys.reduce((sum, key) => sum + this.table.weight(this.table.vocabulary.keyNumber(key)), 0);
  }
}

/** The keys of a topic, each once: without common words, unless there are no others. */
function topicKeys(topic: string): string[] {
  const all = terms(topic);
  const telling = all.filter(({ common }) => !common);
  return [...new Set((telling.length > 0 ? telling : all).map(({ key }) => key))];
}
