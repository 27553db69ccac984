import type { Analyses } from '../../corpus/analyses.js';
import type { Passage } from '../../corpus/passage.js';
import type {
  CandidateRequest,
  Candidates,
  Engine,
  NearPassage,
  NearRequest,
  PassageWords,
  Printings,
  Resemblance,
  WordStatistics,
} from '../engine.js';
import { Lexicon } from '../lexicon.js';
import { findCandidates } from './candidates.js';
import type { Cluster } from './cluster.js';
import { ClusterCatalogue } from './cluster-catalogue.js';
import { DocumentStore } from './document-store.js';
import { alikeTo } from './likeness.js';
import { nearPassages } from './near.js';
import { PassageReader } from './passage-reader.js';
import { PassageSearch } from './passage-search.js';
import { passagesWithRow } from './phrase.js';
import { printingsOf } from './printings.js';
import type { Revision } from './revision.js';
import { VocabularySearch } from './vocabulary-search.js';
import { WordRecords } from './word-records.js';
import { WordsKnown } from './words-known.js';

/** The engine that asks a cluster of OpenSearch, of one revision in it. Its answers are a `ClusterError` where it cannot. */
export class OpenSearchEngine implements Engine {
  readonly isRemote = true;
  readonly lexicon = new Lexicon();
  readonly catalogue: ClusterCatalogue;
  readonly #cluster: Cluster;
  readonly #search: PassageSearch;
  readonly #store: DocumentStore;
  readonly #reader: PassageReader;
  readonly #records: WordRecords;
  readonly #words: WordsKnown;
  readonly #vocabulary: VocabularySearch;

  constructor(
    cluster: Cluster,
    private readonly revision: Revision,
    private readonly analyses: Analyses,
  ) {
    const { names, facts } = revision;
    this.#cluster = cluster;
    this.#search = new PassageSearch(cluster, names.passages, this.lexicon);
    this.#store = new DocumentStore(cluster, names.documents);
    this.#reader = new PassageReader(this.lexicon);
    this.#records = new WordRecords(cluster, names.vocabulary);
    this.#words = new WordsKnown(this.#records, this.lexicon, facts.languages, facts.passages);
    this.#vocabulary = new VocabularySearch(cluster, names.vocabulary);
    this.catalogue = new ClusterCatalogue({
      cluster,
      index: names.documents,
      store: this.#store,
      passages: this.#search,
      vocabulary: this.#vocabulary,
      statesAllOutlets: facts.statesAllOutlets,
      numberOfTellers: facts.tellers,
    });
  }

  get size(): { readonly documents: number; readonly passages: number } {
    const { documents, passages } = this.revision.facts;
    return { documents, passages };
  }

  get averageLength(): number {
    const { length, passages } = this.revision.facts;
    return Math.max(1, length / Math.max(1, passages));
  }

  statistics(words: readonly string[]): Promise<WordStatistics[]> {
    return this.#words.statistics(words);
  }

  weights(keys: readonly number[]): Promise<number[]> {
    return this.#words.weights(keys);
  }

  readonly read = (passage: Passage): PassageWords => this.#reader.read(passage);

  candidates(request: CandidateRequest): Promise<Candidates> {
    return findCandidates(request, {
      engine: this,
      search: this.#search,
      words: this.#words,
      store: this.#store,
      analyses: this.analyses,
    });
  }

  phrase(words: readonly string[], limit: number): Promise<Passage[]> {
    return passagesWithRow(words, limit, this.#parts());
  }

  near(request: NearRequest): Promise<NearPassage[]> {
    return nearPassages(request, this.#parts());
  }

  alike(passage: Passage, limit: number): Promise<Resemblance[]> {
    return alikeTo(passage, limit, this.#parts());
  }

  printing(passage: Passage, stretches: readonly (readonly string[])[], limit: number): Promise<Printings> {
    return printingsOf(passage, stretches, limit, this.#parts());
  }

  startingWith(prefix: string, limit: number): Promise<string[]> {
    return this.#vocabulary.startingWith(prefix, limit);
  }

  closeTo(word: string, limit: number): Promise<string[]> {
    return this.#vocabulary.closeTo(word, limit);
  }

  #parts() {
    return {
      cluster: this.#cluster,
      index: this.revision.names.passages,
      lexicon: this.lexicon,
      search: this.#search,
      store: this.#store,
      reader: this.#reader,
      records: this.#records,
      words: this.#words,
    };
  }
}
