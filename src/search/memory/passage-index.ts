import MiniSearch from 'minisearch';

/** The one field of a passage that is indexed, and its number inside MiniSearch. */
const FIELD = 'keys';
const FIELD_NUMBER = 0;

/** The passages that have a key, by number, and how often each has it. */
export type Postings = ReadonlyMap<number, number>;

const NO_POSTINGS: Postings = new Map();

/**
 * MiniSearch over the keys of passages: it holds the one index from words to passages that there is. Its own search
 * scores every passage that has any word of a query, and an index in parts would score each part by itself; so what
 * it holds is read word by word (`postings`), through the members that it keeps for classes that extend it.
 */
export class PassageIndex extends MiniSearch<{ readonly id: number }> {
  #keys: readonly string[] = [];

  constructor() {
    super({
      fields: [FIELD],
      // The words were read already, so MiniSearch is handed their keys and reads nothing.
      extractField: ({ id }, field) => (field === FIELD ? FIELD : id),
      tokenize: () => this.#keys as string[],
      processTerm: (key) => key,
      // Nothing is ever taken out of an index, so there is nothing to clean up.
      autoVacuum: false,
    });
  }

  /** Indexes the next passage, numbered from 0, by the keys of its words. */
  addPassage(keys: readonly string[]): void {
    this.#keys = keys;
    this.add({ id: this.documentCount });
  }

  /** The passages that have a key. */
  postings(key: string): Postings {
    return this._index.get(key)?.get(FIELD_NUMBER) ?? NO_POSTINGS;
  }
}
