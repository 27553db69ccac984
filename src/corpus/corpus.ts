import type { SearchIndex } from '../search/index.js';
import { MiniSearchIndex } from '../search/minisearch-index.js';
import { TermTable } from '../search/term-table.js';
import type { Vocabulary } from '../search/vocabulary.js';
import type { Pace } from '../text/pace.js';
import type { Document } from './document.js';
import type { Passage } from './passage.js';

/**
 * All documents, their passages, and the index over them. It is built whole and never changes; what has
 * changed on disk becomes another corpus.
 */
export class Corpus {
  readonly #documents: ReadonlyMap<string, Document>;

  private constructor(
    /** In order of their files' names. */
    readonly documents: readonly Document[],
    /** Of all documents, in order; a passage's place here is its number in the index. */
    readonly passages: readonly Passage[],
    /** A hash of the files' names and contents, in hexadecimal: equal contents, equal revision. */
    readonly revision: string,
    readonly index: SearchIndex,
    /** Which passages have which words, by the passages' numbers. */
    readonly table: TermTable,
  ) {
    this.#documents = new Map(documents.map((document) => [document.id, document]));
    Object.freeze(this);
  }

  /** Builds the index over `documents`. */
  static async build(documents: readonly Document[], revision: string, pace: Pace): Promise<Corpus> {
    const passages = documents.flatMap((document) => document.passages);
    const table = await TermTable.build(passages, pace);
    const index = await MiniSearchIndex.build(passages, table, pace);
    return new Corpus(documents, passages, revision, index, table);
  }

  /** The words that the passages use. */
  get vocabulary(): Vocabulary {
    return this.table.vocabulary;
  }

  /** The document with this id. */
  document(id: string): Document | undefined {
    return this.#documents.get(id);
  }

  /** The passage with an id such as `000#6`, and with no other way to write it. */
  passage(id: string): Passage | undefined {
    const hash = id.lastIndexOf('#');
    const passage = this.#documents.get(id.slice(0, hash))?.passages[Number(id.slice(hash + 1)) - 1];
    return passage?.id === id ? passage : undefined;
  }

  /** The outlets that are stated, each once, in alphabetical order. */
  get outlets(): string[] {
    const stated = this.documents.flatMap(({ source }) => source.outlet ?? []);
    return [...new Set(stated)].sort((a, b) => a.localeCompare(b, 'en'));
  }
}
