import { type Between, daysOf } from '../../corpus/published.js';
import { itemAt } from '../../text/entry.js';
import type { SourceFilter } from '../catalogue.js';
import type { Lexicon } from '../lexicon.js';
import type { Cluster } from './cluster.js';
import type { Place } from './document-store.js';
import { namedBy } from './records.js';
import type { SearchHit } from './search-request.js';
import { token } from './token.js';

/** A clause of OpenSearch's query language. */
export type Clause = Readonly<Record<string, unknown>>;

/** A passage that was found. */
export interface Placed extends Place {
  /** Where the next page goes on. */
  readonly after: readonly unknown[];
}

/** What passages are looked for by. */
export interface PassageQuery {
  /** Of which some must hold; they add up to the score. */
  readonly should?: readonly Clause[];
  /** All of which must hold. */
  readonly filter?: readonly Clause[];
  /** None of which may hold. */
  readonly not?: readonly Clause[];
  readonly limit: number;
  /** `corpus` for the order of the corpus, `short` for the shortest of equals first; by score, then place, where not given. */
  readonly order?: 'corpus' | 'short' | undefined;
  /** The last of the page before. */
  readonly after?: readonly unknown[] | undefined;
  /** True where words weigh what they weigh in all shards together. */
  readonly dfs?: boolean | undefined;
}

const IN_CORPUS = [{ order: 'asc' }, { number: 'asc' }] as const;
const ORDERS = {
  corpus: IN_CORPUS,
  short: [{ _score: 'desc' }, { length: 'asc' }, ...IN_CORPUS],
  score: [{ _score: 'desc' }, ...IN_CORPUS],
} as const;

/** Looks for passages in the index of one revision. */
export class PassageSearch {
  constructor(
    private readonly cluster: Cluster,
    private readonly index: string,
    private readonly lexicon: Lexicon,
  ) {}

  /** Where up to `limit` passages stand, in the order that is asked for. */
  async places({
    should = [],
    filter = [],
    not = [],
    limit,
    order,
    after,
    dfs,
  }: PassageQuery): Promise<Placed[]> {
    const { hits } = await this.cluster.search({
      index: this.index,
      dfs,
      body: {
        size: limit,
        _source: false,
        // Not even ids: what is stored is compressed with all that stands beside it, and reading that takes most of the time.
        stored_fields: '_none_',
        docvalue_fields: ['document', 'number'],
        track_total_hits: false,
        query: {
          bool: {
            should,
            filter,
            must_not: not,
            minimum_should_match: should.length > 0 ? 1 : 0,
          },
        },
        sort: ORDERS[order ?? 'score'],
        ...(after && { search_after: after }),
      },
    });
    return hits.hits.map(placed);
  }

  /** A clause for a key, by BM25. */
  scored(key: number): Clause {
    return { term: { [this.#field(key)]: { value: token(this.lexicon.keyAt(key)) } } };
  }

  /** A clause for a key that adds a fixed weight to the score. */
  weighed(key: number, weight: number): Clause {
    return { constant_score: { filter: this.scored(key), boost: weight } };
  }

  #field(key: number): 'common' | 'keys' {
    return this.lexicon.isCommonKey(key) ? 'common' : 'keys';
  }
}

/** A clause for words, folded, in a row. */
export function inRow(words: readonly string[]): Clause {
  const [first = ''] = words;
  if (words.length === 1) return { term: { words: { value: token(first) } } };
  return { match_phrase: { words: { query: words.map(token).join(' '), analyzer: 'whitespace' } } };
}

/** The clauses for what is stated of a source (see `isWanted`). */
export function ofSource({ outlet, from, to }: SourceFilter): Clause[] {
  return [
    ...(outlet === undefined ? [] : [{ term: { named: namedBy(outlet) } }]),
    ...(from === undefined ? [] : [{ range: { published: { gte: daysOf(from)[0] } } }]),
    ...(to === undefined ? [] : [{ range: { until: { lte: daysOf(to)[1] } } }]),
  ];
}

/** The clauses for a stated month or year of which part is in what was asked and part is outside (see `isVague`). */
export function ofVagueDate({ from, to }: Between): Clause[] {
  return [
    { exists: { field: 'published' } },
    ...(from === undefined ? [] : [{ range: { until: { gte: daysOf(from)[0] } } }]),
    ...(to === undefined ? [] : [{ range: { published: { lte: daysOf(to)[1] } } }]),
    { bool: { must_not: [{ bool: { filter: ofSource({ from, to }) } }] } },
  ];
}

function placed({ fields = {}, sort = [] }: SearchHit): Placed {
  return {
    document: itemAt(fields.document ?? [], 0) as string,
    number: itemAt(fields.number ?? [], 0) as number,
    after: sort,
  };
}
