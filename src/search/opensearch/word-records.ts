import { LRUCache } from 'lru-cache';
import type { Cluster } from './cluster.js';
import { recordId } from './records.js';
import { TickBatch } from './tick-batch.js';

/** A form of a word: as it is written, how its language is read (see `readAs`), and how often it stands. */
export type FormCount = readonly [surface: string, language: string, count: number];

/** What a corpus has of a word, or of a key. */
export interface WordRecord {
  /** How often the word stands, or in how many passages the key does. */
  readonly count: number;
  readonly forms: readonly FormCount[];
}

/** What is remembered of words and keys may take so many bytes; each takes so many, so many a form, and so many a letter. */
const REMEMBERED_BYTES = 24 * 2 ** 20;
const RECORD_BYTES = 200;
const FORM_BYTES = 80;
const LETTER_BYTES = 2;
/** How many are asked for in one request. */
const AT_ONCE = 1_000;

const NONE: WordRecord = { count: 0, forms: [] };

/** The id of the record of a word, folded, and of a key. */
export const wordId = (folded: string): string => recordId(`w:${folded}`);
export const keyId = (key: string): string => recordId(`k:${key}`);

/** The words and keys of one revision, asked for as they are needed, and remembered while there is room. */
export class WordRecords {
  readonly #known = new LRUCache<string, WordRecord>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: ({ forms }, id) =>
      forms.reduce(
        (sum, [surface]) => sum + FORM_BYTES + surface.length * LETTER_BYTES,
        RECORD_BYTES + id.length * LETTER_BYTES,
      ),
  });

  readonly #asked = new TickBatch<WordRecord>((ids) => this.#ask(ids));

  constructor(
    private readonly cluster: Cluster,
    private readonly index: string,
  ) {}

  /** The records of words, folded, in their order. */
  words(folded: readonly string[]): Promise<WordRecord[]> {
    return this.#records(folded.map(wordId));
  }

  /** The records of keys, in their order. */
  keys(keys: readonly string[]): Promise<WordRecord[]> {
    return this.#records(keys.map(keyId));
  }

  /** The keys that may be compounds of a key: those that begin or end so. */
  async compounds(part: string, most: number): Promise<string[]> {
    const { hits } = await this.cluster.search({
      index: this.index,
      body: {
        size: most,
        _source: false,
        stored_fields: '_none_',
        docvalue_fields: ['folded'],
        track_total_hits: false,
        query: { bool: { filter: [{ term: { kind: 'key' } }, { term: { parts: part } }] } },
        sort: [{ folded: 'asc' }],
      },
    });
    return hits.hits.flatMap(({ fields }) => (fields?.folded?.[0] as string | undefined) ?? []);
  }

  async #records(ids: readonly string[]): Promise<WordRecord[]> {
    return Promise.all(ids.map((id) => this.#known.get(id) ?? this.#asked.get(id)));
  }

  async #ask(ids: readonly string[]): Promise<WordRecord[]> {
    const found: WordRecord[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      const { docs } = await this.cluster.multiGet<WordRecord>('words', this.index, some);
      for (const { _id: id, _source: { count, forms } = NONE } of docs) {
        // What else the record has is not remembered.
        const record = { count, forms };
        this.#known.set(id, record);
        found.push(record);
      }
    }
    return found;
  }
}
