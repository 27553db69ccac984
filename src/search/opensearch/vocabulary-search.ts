import { foldWord } from '../../text/fold.js';
import { Closeness, guessable } from '../spelling.js';
import type { Cluster } from './cluster.js';
import type { Clause } from './passage-search.js';

/** How many words close in spelling are looked at: those that stand most often. */
const LOOKED_AT = 200;
/** How many words of the vocabulary a guess may become inside of OpenSearch. */
const EXPANSIONS = 1_000;

/** A word of the vocabulary, folded, as it is written most often. */
interface Listed {
  readonly folded: string;
  readonly written: string;
}

/** Looks for words, names and outlets in the vocabulary of one revision. */
export class VocabularySearch {
  constructor(
    private readonly cluster: Cluster,
    private readonly index: string,
  ) {}

  /** Up to `limit` telling words that begin with `prefix` (case and accents apart), the most frequent first. */
  async startingWith(prefix: string, limit: number): Promise<string[]> {
    const begun = foldWord(prefix);
    const filter = [{ term: { telling: true } }, ...(begun === '' ? [] : [{ prefix: { folded: begun } }])];
    return (await this.#listed('word', filter, limit)).map(({ written }) => written);
  }

  /** Up to `limit` telling words close in spelling to `word`. Two letters that changed places are one edit. */
  async closeTo(word: string, limit: number): Promise<string[]> {
    const wanted = guessable(word);
    if (wanted === undefined) return [];
    const closeness = new Closeness(wanted);
    const fuzzy = {
      folded: { value: wanted, fuzziness: closeness.reach, transpositions: true, max_expansions: EXPANSIONS },
    };
    const found = await this.#listed('word', [{ term: { telling: true } }, { fuzzy }], LOOKED_AT);
    const near: [string[], string[]] = [[], []];
    for (const { folded, written } of found) {
      const edits = closeness.of(folded);
      if (edits !== undefined) near[edits - 1]?.push(written);
    }
    return near.flat().slice(0, limit);
  }

  /** Up to `limit` names of those who say something that hold `part` (case and accents apart), the most frequent first. */
  async speakers(part: string, limit: number): Promise<string[]> {
    return (await this.#listed('speaker', holding(part), limit)).map(({ written }) => written);
  }

  /** Up to `limit` outlets that hold `part` (case and accents apart), in the order in which their documents come. */
  async outlets(part: string, limit: number): Promise<string[]> {
    const found = await this.#listed('outlet', holding(part), limit, [{ count: 'asc' }]);
    return found.map(({ written }) => written);
  }

  async #listed(
    kind: string,
    filter: readonly Clause[],
    limit: number,
    sort: readonly Clause[] = [{ count: 'desc' }, { folded: 'asc' }],
  ): Promise<Listed[]> {
    const { hits } = await this.cluster.search({
      index: this.index,
      body: {
        size: limit,
        _source: false,
        stored_fields: '_none_',
        docvalue_fields: ['folded', 'written'],
        track_total_hits: false,
        query: { bool: { filter: [{ term: { kind } }, ...filter] } },
        sort,
      },
    });
    return hits.hits.map(({ fields }) => {
      const folded = String(fields?.folded?.[0] ?? '');
      return { folded, written: String(fields?.written?.[0] ?? folded) };
    });
  }
}

const SPECIAL = /[*?\\]/g;

/** A clause for names that hold a part, folded; none for an empty one. */
export function holding(part: string, field = 'folded'): Clause[] {
  const wanted = foldWord(part);
  if (wanted === '') return [];
  return [{ wildcard: { [field]: { value: `*${wanted.replace(SPECIAL, '\\$&')}*` } } }];
}
