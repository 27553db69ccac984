import { CommonStatements } from '../compare/common-statements.js';
import { StatementsBySpeaker } from '../compare/statements-by-speaker.js';
import { Stories } from '../compare/stories.js';
import type { Analyses } from '../corpus/analyses.js';
import type { Fault } from '../corpus/fault.js';
import type { Passage } from '../corpus/passage.js';
import type { Embeddings } from '../embeddings/embeddings.js';
import type { Catalogue } from '../search/catalogue.js';
import type { Engine } from '../search/engine.js';
import type { FoldedTexts } from '../verify/folded-texts.js';

/** What a library is made of. */
export interface LibraryParts {
  /** A hash of the files' names and contents, in hexadecimal: equal contents, equal revision. */
  readonly revision: string;
  readonly engine: Engine;
  /** What is read of passages; it outlives a reload. */
  readonly analyses: Analyses;
  /** The documents' texts as quotations are compared with them; they outlive a reload. */
  readonly texts: FoldedTexts;
  /** How similar passages are to a question in meaning, where a model was given. */
  readonly embeddings?: Embeddings | undefined;
}

/**
 * One revision of a corpus, and what finds and compares what its documents say. It never changes; what has changed
 * becomes another library.
 */
export class Library {
  readonly revision: string;
  readonly engine: Engine;
  readonly analyses: Analyses;
  readonly texts: FoldedTexts;
  readonly embeddings: Embeddings | undefined;
  /** What is worth knowing of its documents, in the words of faults, as far as they were read here. */
  readonly warnings: readonly Fault[] = [];
  /** Which documents tell the same story, and what they report. */
  readonly stories: Stories;
  /** The statements that more than one outlet reports. */
  readonly common: CommonStatements;
  readonly #bySpeaker: StatementsBySpeaker;

  constructor({ revision, engine, analyses, texts, embeddings }: LibraryParts) {
    this.revision = revision;
    this.engine = engine;
    this.analyses = analyses;
    this.texts = texts;
    this.embeddings = embeddings;
    this.stories = new Stories(engine);
    this.common = new CommonStatements(this.stories);
    this.#bySpeaker = new StatementsBySpeaker(this.stories, analyses);
  }

  /** Its documents. */
  get catalogue(): Catalogue {
    return this.engine.catalogue;
  }

  /** The passage with an id such as `000#6`, and with no other way to write it. */
  async passageWith(id: string): Promise<Passage | undefined> {
    const hash = id.lastIndexOf('#');
    const document = await this.catalogue.document(id.slice(0, hash));
    const passage = document?.passages[Number(id.slice(hash + 1)) - 1];
    return passage?.id === id ? passage : undefined;
  }

  /** The statements that more than one outlet reports and in which somebody of this name speaks. */
  commonBy(speaker: string): CommonStatements {
    return this.#bySpeaker.of(speaker);
  }
}
