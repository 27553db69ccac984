import { Analyses } from '../corpus/analyses.js';
import type { Document } from '../corpus/document.js';
import type { Fault } from '../corpus/fault.js';
import type { Passage } from '../corpus/passage.js';
import type { Seeds, SeedsMemory } from '../corpus/seeds.js';
import { Speakers } from '../corpus/speakers.js';
import type { Embeddings } from '../embeddings/embeddings.js';
import { MemoryEngine } from '../search/memory/memory-engine.js';
import type { Pace } from '../text/pace.js';
import { FoldedTexts } from '../verify/folded-texts.js';
import { Library } from './library.js';

/** A library whose documents are all in the memory of this process. It is built whole, and takes over what is the same. */
export class EmbeddedLibrary extends Library {
  readonly #documents: ReadonlyMap<string, Document>;
  #passages: readonly Passage[] | undefined;

  private constructor(
    override readonly engine: MemoryEngine,
    /** In order of their files' names. */
    readonly documents: readonly Document[],
    /** Who is said to say something; read when somebody asks. */
    readonly speakers: Speakers,
    /** What the next reading of the folder need not read again. */
    readonly memory: SeedsMemory,
    override readonly warnings: readonly Fault[],
    parts: { revision: string; analyses: Analyses; texts: FoldedTexts; embeddings: Embeddings | undefined },
  ) {
    super({ engine, ...parts });
    this.#documents = new Map(documents.map((document) => [document.id, document]));
  }

  /** Indexes what was read of a seeds folder; what `previous` has of it is taken over. Rests as `pace` says. */
  static async build(
    { documents, revision, warnings, memory }: Seeds,
    previous: EmbeddedLibrary | undefined,
    pace: Pace,
    embeddings?: Embeddings,
  ): Promise<EmbeddedLibrary> {
    const { analyses, texts } = previous ?? { analyses: new Analyses(), texts: new FoldedTexts() };
    const speakers = new Speakers(documents, previous?.speakers);
    const parts = { analyses, previous: previous?.engine, speakers };
    const engine = await MemoryEngine.build(documents, parts, pace);
    const rest = { revision, analyses, texts, embeddings };
    return new EmbeddedLibrary(engine, documents, speakers, memory, warnings, rest);
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
    this.#passages ??= this.documents.flatMap(({ passages }) => passages);
    return this.#passages;
  }
}
