import type { Analyses } from '../../corpus/analyses.js';
import { askedName } from '../../corpus/analyses.js';
import type { Passage } from '../../corpus/passage.js';
import {
  type Candidate,
  type CandidateRequest,
  type Candidates,
  type Engine,
  type Filter,
  PLACES_OF_A_QUERY,
} from '../engine.js';
import { rarestFirst, within } from '../rarest.js';
import { hasRow } from '../row.js';
import { readSaid } from '../said.js';
import type { DocumentStore } from './document-store.js';
import { type Clause, inRow, ofSource, type PassageQuery, type PassageSearch } from './passage-search.js';
import { token } from './token.js';
import type { WordsKnown } from './words-known.js';

/** What is looked through page by page, where what was found has to be read to see whether it is wanted. */
const PAGE = 400;
/** No more pages are read for one question. */
const MOST_PAGES = 5;

/** What candidates are found with. */
export interface CandidateParts {
  readonly engine: Pick<Engine, 'lexicon' | 'read' | 'statistics'>;
  readonly search: PassageSearch;
  readonly words: WordsKnown;
  readonly store: DocumentStore;
  readonly analyses: Analyses;
}

/** Passages in order, and whether these are all. */
interface Some {
  readonly passages: readonly Passage[];
  readonly complete: boolean;
}

/**
 * The passages that have the rarest keys, by BM25; where common keys are left out for that, half of `limit` are those
 * that have most of the weight of all keys, and all of it where no key is left.
 */
export async function findCandidates(request: CandidateRequest, parts: CandidateParts): Promise<Candidates> {
  const { weights, limit, phrases } = request;
  const { engine, search, words } = parts;
  if (phrases.some((phrase) => phrase.includes(undefined))) return { candidates: [], complete: true };
  const telling = [...weights.keys()].filter((key) => !engine.lexicon.isCommonKey(key));
  const frequencies = await words.frequencies(telling);
  const known = telling.map((key, at) => ({ key, frequency: frequencies[at] ?? 0 }));
  const chosen = within(rarestFirst(known, engine.lexicon), PLACES_OF_A_QUERY);
  const wanted = new Wanted(request, parts);
  const byScore = { should: chosen.map((key) => search.scored(key)), dfs: true };
  const all = chosen.length === weights.size;
  const half = chosen.length === 0 ? limit : Math.ceil(limit / 2);
  const byWeight = {
    should: [...weights].map(([key, weight]) => search.weighed(key, weight)),
    order: 'short' as const,
  };
  const [found, heaviest] = await Promise.all([
    chosen.length === 0 ? NOTHING : wanted.first(byScore, limit),
    all || weights.size === 0 ? NOTHING : wanted.first(byWeight, half),
  ]);
  if (all) return candidatesOf(found, engine);
  const passages = new Set([...found.passages.slice(0, half), ...heaviest.passages, ...found.passages]);
  return candidatesOf({ passages: [...passages].slice(0, limit), complete: heaviest.complete }, engine);
}

const NOTHING: Some = { passages: [], complete: true };

function candidatesOf({ passages, complete }: Some, { read }: Pick<Engine, 'read'>): Candidates {
  return { candidates: passages.map((passage): Candidate => ({ passage, words: read(passage) })), complete };
}

/** Finds passages that have what a request asks for besides its words. */
class Wanted {
  readonly #filter: readonly Clause[];
  #isWanted: Promise<(passage: Passage) => boolean> | undefined;

  constructor(
    private readonly request: CandidateRequest,
    private readonly parts: CandidateParts,
  ) {
    const { filter = {}, phrases } = request;
    const { lexicon } = parts.engine;
    this.#filter = [
      ...ofSource(filter),
      ...speaking(filter),
      ...phrases.map((phrase) => inRow(phrase.map((word) => lexicon.wordAt(word ?? 0)))),
    ];
  }

  /** The first `limit` that a query finds. */
  async first(query: Pick<PassageQuery, 'should' | 'order' | 'dfs'>, limit: number): Promise<Some> {
    const { search, store } = this.parts;
    const mustRead = this.#mustRead();
    const passages: Passage[] = [];
    let after: readonly unknown[] | undefined;
    let all = true;
    for (let page = 0; page < MOST_PAGES; page++) {
      const size = mustRead ? PAGE : limit + 1;
      const places = await search.places({ ...query, filter: this.#filter, limit: size, after });
      const read = await store.passages(mustRead ? places : places.slice(0, limit));
      passages.push(...(mustRead ? await this.#wanted(read.passages) : read.passages));
      if (!mustRead) return { passages, complete: places.length <= limit && read.all };
      if (passages.length > limit) return { passages: passages.slice(0, limit), complete: false };
      all &&= read.all;
      if (places.length < size) return { passages, complete: all };
      after = places.at(-1)?.after;
    }
    return { passages, complete: false };
  }

  /** True where only a passage's text tells whether it is wanted. */
  #mustRead(): boolean {
    const { filter = {}, phrases } = this.request;
    const { said, speaker, about } = filter;
    return phrases.length > 0 || [said, speaker, about].some((one) => one !== undefined);
  }

  async #wanted(passages: readonly Passage[]): Promise<Passage[]> {
    const { engine, analyses } = this.parts;
    const { filter = {}, phrases } = this.request;
    this.#isWanted ??= readSaid(filter, { engine, analyses });
    const isSaid = await this.#isWanted;
    return passages.filter(
      (passage) =>
        phrases.every((phrase) => hasRow(engine.lexicon, engine.read(passage).forms, phrase)) &&
        isSaid(passage),
    );
  }
}

/** Clauses that all passages meet in which somebody speaks; that it is one and the same is read in the text. */
function speaking({ speaker }: Filter): Clause[] {
  if (speaker === undefined) return [];
  return askedName(speaker).map((word) => ({ term: { speaking: token(word) } }));
}
