import { LRUCache } from 'lru-cache';
import { CommonStatements } from '../compare/common-statements.js';
import { Stories } from '../compare/stories.js';
import { Analyses } from '../corpus/analyses.js';
import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import type { Seeds, SeedsMemory } from '../corpus/seeds.js';
import { Speakers } from '../corpus/speakers.js';
import type { Embeddings } from '../embeddings/embeddings.js';
import type { Engine } from '../search/engine.js';
import { MemoryEngine } from '../search/memory/memory-engine.js';
import type { Pace } from '../text/pace.js';
import { FoldedTexts } from '../verify/folded-texts.js';

/** For how many speakers it is remembered how far their statements were looked for: each takes some kilobytes. */
const SPEAKERS_KEPT = 50;

/**
 * All documents and what finds and compares what they say. It is built whole and never changes; what has changed on
 * disk becomes another library, which takes over what is the same.
 */
export class Library {
  readonly #documents: ReadonlyMap<string, Document>;
  /** Which documents tell the same story, and what they report. */
  readonly stories: Stories;
  /** The statements that more than one outlet reports. */
  readonly common: CommonStatements;
  readonly #commonBySpeaker = new LRUCache<string, CommonStatements>({ max: SPEAKERS_KEPT });
  #outlets: readonly string[] | undefined;
  #tellers: readonly string[] | undefined;
  #statesAllOutlets: boolean | undefined;

  private constructor(
    /** In order of their files' names. */
    readonly documents: readonly Document[],
    /** A hash of the files' names and contents, in hexadecimal: equal contents, equal revision. */
    readonly revision: string,
    readonly engine: Engine,
    /** What is read of passages; it outlives a reload. */
    readonly analyses: Analyses,
    /** The documents' texts as quotations are compared with them; they outlive a reload. */
    readonly texts: FoldedTexts,
    /** Who is said to say something; read when somebody asks. */
    readonly speakers: Speakers,
    /** What the next reading of the folder need not read again. */
    readonly memory: SeedsMemory,
    /** How similar passages are to a question in meaning, where a model was given. */
    readonly embeddings: Embeddings | undefined,
  ) {
    this.#documents = new Map(documents.map((document) => [document.id, document]));
    this.stories = new Stories({ engine, documents });
    this.common = new CommonStatements(this.stories);
  }

  /** Indexes what was read of a seeds folder; what `previous` has of it is taken over. Rests as `pace` says. */
  static async build(
    seeds: Seeds,
    previous: Library | undefined,
    pace: Pace,
    embeddings?: Embeddings,
  ): Promise<Library> {
    const { documents, revision, memory } = seeds;
    const { analyses, texts } = previous ?? { analyses: new Analyses(), texts: new FoldedTexts() };
    const before = previous?.engine instanceof MemoryEngine ? previous.engine : undefined;
    const engine = await MemoryEngine.build(documents, { analyses, previous: before }, pace);
    const speakers = new Speakers(documents, previous?.speakers);
    return new Library(documents, revision, engine, analyses, texts, speakers, memory, embeddings);
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

  /** The passages of all documents, in order. */
  get passages(): readonly Passage[] {
    return this.stories.passages;
  }

  /** Who tells the documents: each outlet once, and the ids of those that state none, in order of the documents. */
  get tellers(): readonly string[] {
    this.#tellers ??= [...new Set(this.documents.map(({ teller }) => teller))];
    return this.#tellers;
  }

  /** True if every document states its outlet. */
  get statesAllOutlets(): boolean {
    this.#statesAllOutlets ??= this.documents.every(({ source }) => source.outlet !== undefined);
    return this.#statesAllOutlets;
  }

  /** The statements that more than one outlet reports and in which somebody of this name speaks. */
  commonBy(speaker: string): CommonStatements {
    const known = this.#commonBySpeaker.get(speaker);
    if (known) return known;
    const common = new CommonStatements(this.stories, (passage) =>
      this.analyses.isSpeaking(passage, speaker),
    );
    this.#commonBySpeaker.set(speaker, common);
    return common;
  }

  /** The outlets that are stated, each once, in alphabetical order. */
  get outlets(): readonly string[] {
    if (this.#outlets) return this.#outlets;
    const stated = new Set(this.documents.flatMap(({ source }) => source.outlet ?? []));
    this.#outlets = [...stated].sort((a, b) => a.localeCompare(b, 'en'));
    return this.#outlets;
  }
}
