import type { Corpus } from '../corpus/corpus.js';
import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { likeness } from './likeness.js';

/** The passages that report one statement, one a document, in order of the documents. */
export type Statement = readonly Passage[];

/**
 * The least likeness of counterparts. Passages of one story share its names whatever they report; a fifth of
 * their weight is more than names alone make up.
 */
const MIN_LIKENESS = 0.2;
/** How many passages of another document are looked at closely for a counterpart. */
const CANDIDATES = 8;

/**
 * The statements that the passages of `corpus` report. Two passages are counterparts where each is the most
 * like the other in the other's document; a statement joins counterparts, at most one passage a document.
 */
export class Statements {
  readonly #best = new Map<Passage, ReadonlyMap<Document, Passage>>();

  constructor(readonly corpus: Corpus) {}

  /** The statement that `passage` reports; the passage alone where no other document reports it. */
  of(passage: Passage): Statement {
    const reports = new Map([[passage.document, passage]]);
    for (const counterpart of this.#counterparts(passage)) reports.set(counterpart.document, counterpart);
    return this.corpus.documents.flatMap((document) => reports.get(document) ?? []);
  }

  /** The statements that `passages` report, each once, in the order in which they are first met. */
  reportedIn(passages: Iterable<Passage>): Statement[] {
    const met = new Set<Passage>();
    const statements: Statement[] = [];
    for (const passage of passages) {
      if (met.has(passage)) continue;
      const statement = this.of(passage).filter((other) => !met.has(other));
      for (const other of statement) met.add(other);
      statements.push(statement);
    }
    return statements;
  }

  /** The passages of other documents that have `passage` for their best match, and are its own. */
  #counterparts(passage: Passage): Passage[] {
    const best = [...this.#bestMatches(passage).values()];
    return best.filter((other) => this.#bestMatches(other).get(passage.document) === passage);
  }

  /** In each other document the passage most like this one, where one is like it at all. */
  #bestMatches(passage: Passage): ReadonlyMap<Document, Passage> {
    const known = this.#best.get(passage);
    if (known) return known;
    const scored = this.#candidates(passage)
      .map((other) => ({ other, score: likeness(this.corpus, passage, other) }))
      .filter(({ score }) => score >= MIN_LIKENESS)
      .sort((a, b) => b.score - a.score);
    const best = new Map<Document, Passage>();
    for (const { other } of scored) if (!best.has(other.document)) best.set(other.document, other);
    this.#best.set(passage, best);
    return best;
  }

  #candidates(passage: Passage): Passage[] {
    const { index, passages, documents } = this.corpus;
    const elsewhere = (number: number) => passages[number]?.document !== passage.document;
    const hits = index.alike(passage.text, { where: elsewhere, limit: CANDIDATES * documents.length });
    return hits.flatMap((hit) => passages[hit.passage] ?? []);
  }
}
