import { LRUCache } from 'lru-cache';
import type { Document } from '../../corpus/document.js';
import { foldWord } from '../../text/fold.js';
import type { Catalogue, Listed, SourceFilter, Teller } from '../catalogue.js';
import type { Cluster } from './cluster.js';
import type { DocumentStore } from './document-store.js';
import { OF_A_DOCUMENT } from './indices.js';
import { type Clause, ofSource, ofVagueDate, type PassageSearch } from './passage-search.js';
import { namedBy } from './records.js';
import type { SearchHit } from './search-request.js';
import { token } from './token.js';
import { holding, type VocabularySearch } from './vocabulary-search.js';

/** What a catalogue is made of. */
export interface CatalogueParts {
  readonly cluster: Cluster;
  readonly index: string;
  readonly store: DocumentStore;
  readonly passages: PassageSearch;
  readonly vocabulary: VocabularySearch;
  readonly statesAllOutlets: boolean;
  readonly numberOfTellers: number;
}

/** No more documents are looked through for words that a line end parts; of so many words or more, those that have most. */
const MOST_PARTING = 200;
const MANY_WORDS = 4;
/** What is known of where reading goes on may take so many bytes, and a place so many: more than one walk through a corpus makes. */
const ENDS_BYTES = 4 * 2 ** 20;
const END_BYTES = 200;
const IN_ORDER = [{ order: 'asc' }] as const;

/** Which documents one revision in a cluster has. */
export class ClusterCatalogue implements Catalogue {
  /** By how many documents come before, the last of them: OpenSearch counts no further than to ten thousand. */
  readonly #ends = new LRUCache<number, readonly unknown[]>({
    maxSize: ENDS_BYTES,
    sizeCalculation: () => END_BYTES,
  });

  constructor(private readonly parts: CatalogueParts) {}

  get statesAllOutlets(): boolean {
    return this.parts.statesAllOutlets;
  }

  get numberOfTellers(): number {
    return this.parts.numberOfTellers;
  }

  document(id: string): Promise<Document | undefined> {
    return this.parts.store.document(id);
  }

  async documents(from: number, count: number): Promise<readonly Document[]> {
    const after = this.#ends.get(from);
    const hits = await this.#search([], count, after ? { after } : { from });
    const last = hits.at(-1)?.sort;
    if (last) this.#ends.set(from + hits.length, last);
    return this.#read(hits.map((hit) => listedIn(hit).id));
  }

  async parting(words: readonly string[]): Promise<readonly Document[]> {
    if (words.length === 0) return [];
    const tokens = words.map(token);
    const parted = { terms: { parting: tokens } };
    if (tokens.length < MANY_WORDS) return this.#read(await this.#ids([parted], MOST_PARTING));
    // In scanned texts most documents part some word, so that those are looked at that have most of the others.
    const likely = await this.parts.passages.places({
      should: tokens.map((one) => ({ constant_score: { filter: { term: { words: one } } } })),
      limit: MOST_PARTING,
    });
    const ids = [...new Set(likely.map(({ document }) => document))];
    return this.#read(await this.#ids([parted, { terms: { own: ids } }], MOST_PARTING));
  }

  orderOf(document: Document): number {
    const order = this.parts.store.orderOf(document);
    if (order === undefined) throw new RangeError(`${document.id} is not of this corpus`);
    return order;
  }

  holds(document: Document): boolean {
    return this.parts.store.orderOf(document) !== undefined;
  }

  count(filter: SourceFilter): Promise<number> {
    return this.#count(ofSource(filter));
  }

  countUndated(outlet: string | undefined): Promise<number> {
    return this.#count([{ term: { undated: true } }, ...ofSource({ outlet })]);
  }

  countVague({ outlet, from, to }: SourceFilter): Promise<number> {
    return this.#count([...ofSource({ outlet }), ...ofVagueDate({ from, to })]);
  }

  async listed(begun: string, limit: number): Promise<readonly Listed[]> {
    const wanted = namedBy(begun);
    const named = [...beginning(wanted), ...holding(begun, 'titled')];
    const hits = await this.#search(named.length === 0 ? [] : [{ bool: { should: named } }], limit);
    return hits.map(listedIn);
  }

  async idsFrom(begun: string, limit: number): Promise<readonly string[]> {
    return this.#ids(beginning(namedBy(begun)), limit);
  }

  async tellers(part: string, limit: number): Promise<readonly Teller[]> {
    const wanted = foldWord(part);
    const without = { bool: { must_not: [{ exists: { field: 'outlet' } }] } };
    const named =
      wanted === '' ? [] : [{ bool: { should: [...holding(part, 'id'), ...holding(part, 'titled')] } }];
    const [outlets, hits] = await Promise.all([
      this.parts.vocabulary.outlets(part, limit),
      this.parts.statesAllOutlets ? [] : this.#search([without, ...named], limit),
    ]);
    const tellers = [
      ...outlets.map((outlet): Teller => ({ outlet })),
      ...hits.map((hit): Teller => ({ document: listedIn(hit) })),
    ];
    return tellers.slice(0, limit);
  }

  async outlets(limit: number): Promise<readonly string[]> {
    const outlets = await this.parts.vocabulary.outlets('', MOST_OUTLETS);
    return outlets.sort((a, b) => a.localeCompare(b, 'en')).slice(0, limit);
  }

  speakers(part: string, limit: number): Promise<readonly string[]> {
    return this.parts.vocabulary.speakers(part, limit);
  }

  async #read(ids: readonly string[]): Promise<Document[]> {
    const documents = await this.parts.store.documents(ids);
    return ids.flatMap((id) => documents.get(id) ?? []);
  }

  async #ids(filter: readonly Clause[], limit: number): Promise<string[]> {
    return (await this.#search(filter, limit)).map((hit) => listedIn(hit).id);
  }

  async #count(filter: readonly Clause[]): Promise<number> {
    const { hits } = await this.parts.cluster.search({
      index: this.parts.index,
      body: { size: 0, track_total_hits: true, query: ofDocuments(filter) },
    });
    return hits.total?.value ?? 0;
  }

  async #search(
    filter: readonly Clause[],
    limit: number,
    { from = 0, after }: { from?: number; after?: readonly unknown[] } = {},
  ): Promise<readonly SearchHit[]> {
    if (limit === 0) return [];
    const { hits } = await this.parts.cluster.search({
      index: this.parts.index,
      body: {
        size: limit,
        ...(after ? { search_after: after } : { from }),
        _source: false,
        stored_fields: ['listed'],
        track_total_hits: false,
        query: ofDocuments(filter),
        sort: IN_ORDER,
      },
    });
    return hits.hits;
  }
}

/** Of an archive's outlets so many are put in alphabetical order. */
const MOST_OUTLETS = 1_000;

function ofDocuments(filter: readonly Clause[]): Clause {
  return { bool: { filter: [{ exists: { field: OF_A_DOCUMENT } }, ...filter] } };
}

function beginning(id: string): Clause[] {
  return id === '' ? [] : [{ prefix: { id } }];
}

function listedIn({ fields }: SearchHit): Listed {
  return JSON.parse(String(fields?.listed?.[0])) as Listed;
}
