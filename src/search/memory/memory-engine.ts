import type { Analyses } from '../../corpus/analyses.js';
import type { Document } from '../../corpus/document.js';
import type { Passage } from '../../corpus/passage.js';
import { Speakers } from '../../corpus/speakers.js';
import { createPace, type Pace } from '../../text/pace.js';
import type {
  CandidateRequest,
  Candidates,
  Engine,
  Filter,
  NearPassage,
  NearRequest,
  PassageWords,
  Printings,
  Resemblance,
  WordStatistics,
} from '../engine.js';
import { readSaid } from '../said.js';
import { isWanted } from '../source-filter.js';
import { candidateSlots } from './candidates.js';
import { Gathering } from './gathering.js';
import { Likeness } from './likeness.js';
import { MemoryCatalogue } from './memory-catalogue.js';
import { nearPassages } from './near.js';
import { slotsWithRow } from './phrase.js';
import { PrintingFinder } from './printings.js';
import { SegmentedIndex } from './segmented-index.js';

/** What an engine is built with. */
export interface MemoryParts {
  readonly analyses: Analyses;
  /** The engine of the corpus before, whose documents are taken over where they are the same. */
  readonly previous?: MemoryEngine | undefined;
  /** Who says something in the documents. */
  readonly speakers?: Speakers | undefined;
}

/** The engine that holds a corpus in the memory of this process, on MiniSearch. */
export class MemoryEngine implements Engine {
  readonly isRemote = false;
  readonly #gathering: Gathering;
  readonly #likeness: Likeness;
  readonly #printings: PrintingFinder;

  private constructor(
    readonly catalogue: MemoryCatalogue,
    private readonly index: SegmentedIndex,
    private readonly analyses: Analyses,
  ) {
    this.#gathering = new Gathering(index.slots);
    this.#likeness = new Likeness(index, this.#gathering);
    this.#printings = new PrintingFinder(index);
  }

  /** Reads and indexes `documents`. Rests as `pace` says. */
  static async build(
    documents: readonly Document[],
    { analyses, previous, speakers = new Speakers(documents) }: MemoryParts,
    pace: Pace,
  ): Promise<MemoryEngine> {
    const index = await SegmentedIndex.build(documents, previous?.index, pace);
    return new MemoryEngine(new MemoryCatalogue(documents, speakers), index, analyses);
  }

  get size() {
    return this.index.size;
  }

  get averageLength() {
    return this.index.averageLength;
  }

  get lexicon() {
    return this.index.lexicon;
  }

  async statistics(words: readonly string[]): Promise<WordStatistics[]> {
    return words.map((word) => this.#statisticsOf(word));
  }

  async weights(keys: readonly number[]): Promise<number[]> {
    return keys.map((key) => this.index.weight(key));
  }

  read(passage: Passage): PassageWords {
    return this.index.read(this.index.slotOf(passage));
  }

  async candidates(request: CandidateRequest): Promise<Candidates> {
    const passes = await this.#passing(request.filter);
    const found = candidateSlots(this.index, request, { gathering: this.#gathering, passes });
    const { index } = this;
    const candidates = found.slots.map((slot) => ({
      passage: index.passageIn(slot),
      words: index.read(slot),
    }));
    return { candidates, complete: found.complete };
  }

  async phrase(words: readonly string[], limit: number): Promise<Passage[]> {
    const slots = await slotsWithRow(this.index, words, limit, createPace());
    return slots.map((slot) => this.index.passageIn(slot));
  }

  async near(request: NearRequest): Promise<NearPassage[]> {
    return nearPassages(this.index, request, this.#gathering);
  }

  async alike(passage: Passage, limit: number): Promise<Resemblance[]> {
    return this.#likeness.alike(this.index.slotOf(passage), limit);
  }

  async printing(
    passage: Passage,
    stretches: readonly (readonly string[])[],
    limit: number,
  ): Promise<Printings> {
    return this.#printings.printing(passage, stretches, limit);
  }

  async startingWith(prefix: string, limit: number): Promise<string[]> {
    return this.index.vocabulary.startingWith(prefix, limit);
  }

  async closeTo(word: string, limit: number): Promise<string[]> {
    return this.index.vocabulary.closeTo(word, limit);
  }

  #statisticsOf(word: string): WordStatistics {
    const { index } = this;
    const own = index.keysFor(word);
    const compounds = index.compoundsOf(word);
    // What a word says is what it says by itself, however rare what is made of it.
    const keys = own.length > 0 ? own : compounds;
    return {
      keys: [...new Set([...own, ...compounds])],
      word: index.vocabulary.numberOf(word),
      weight: keys.length === 0 ? index.weight(undefined) : Math.max(...keys.map((key) => index.weight(key))),
      isName: keys.some((key) => index.vocabulary.isName(key)),
    };
  }

  /** True if the passage in a slot passes a filter; undefined where all do. */
  async #passing(filter: Filter | undefined): Promise<((slot: number) => boolean) | undefined> {
    if (!filter || Object.values(filter).every((one) => one === undefined)) return undefined;
    const { analyses } = this;
    const isSaid = await readSaid(filter, { engine: this, analyses });
    const wanted = new Map<Document, boolean>();
    return (slot) => {
      const passage = this.index.passageIn(slot);
      const { document } = passage;
      const passes = wanted.get(document) ?? isWanted(document, filter);
      wanted.set(document, passes);
      return passes && isSaid(passage);
    };
  }
}
