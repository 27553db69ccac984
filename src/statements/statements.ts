import type { Corpus } from '../corpus/corpus.js';
import type { Passage } from '../corpus/passage.js';
import { createPace, type Pace } from '../text/pace.js';
import { Likeness } from './likeness.js';

/** The passages that report one statement, at most one a document, in order of the corpus. */
export type Statement = readonly Passage[];

/**
 * The least likeness of counterparts. Passages of one story share its names whatever they report; a fifth of
 * their weight is more than names alone make up.
 */
const MIN_LIKENESS = 0.2;

/** Two passages of different documents, each the most like the other in the other's document. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** The statements of a corpus: every passage reports exactly one, alone or with counterparts in other documents. */
export class Statements {
  private constructor(private readonly byPassage: ReadonlyMap<Passage, Statement>) {}

  /**
   * Finds the statements of `corpus`. Counterparts are passages of which each is the most like the other in the
   * other's document; a statement joins counterparts, the most alike first, as long as no document has two.
   */
  static async build(corpus: Corpus, pace: Pace): Promise<Statements> {
    const { passages, table } = corpus;
    const likeness = await Likeness.build(table, pace);
    const best: Map<unknown, Pair>[] = [];
    for (const [a, passage] of passages.entries()) {
      const elsewhere = (number: number) => passages[number]?.document !== passage.document;
      const perDocument = new Map<unknown, Pair>();
      for (const { passage: b, likeness: score } of likeness.nearest(a, elsewhere)) {
        const document = passages[b]?.document;
        if (score < MIN_LIKENESS) break;
        if (!perDocument.has(document)) perDocument.set(document, { a, b, likeness: score });
      }
      best.push(perDocument);
      await pace();
    }
    const isMutual = ({ a, b }: Pair) => a < b && best[b]?.get(passages[a]?.document)?.b === a;
    const pairs = best.flatMap((perDocument) => [...perDocument.values()].filter(isMutual));
    pairs.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
    return new Statements(join(passages, pairs));
  }

  /** The statement that `passage` reports; the passage alone where no other document reports it. */
  of(passage: Passage): Statement {
    return this.byPassage.get(passage) ?? [passage];
  }

  /** The statements that `passages` report, each once, in the order in which they are first met. */
  reportedIn(passages: Iterable<Passage>): Statement[] {
    const statements = new Set<Statement>();
    for (const passage of passages) statements.add(this.of(passage));
    return [...statements];
  }
}

/** Joins passages pair by pair where their groups have no document in common. */
function join(passages: readonly Passage[], pairs: readonly Pair[]): Map<Passage, Statement> {
  const groups = new Map<Passage, Passage[]>(passages.map((passage) => [passage, [passage]]));
  for (const { a, b } of pairs) {
    const [groupA, groupB] = [passages[a], passages[b]].map((passage) => passage && groups.get(passage));
    if (!groupA || !groupB || groupA === groupB) continue;
    const documents = new Set(groupA.map(({ document }) => document));
    if (groupB.some(({ document }) => documents.has(document))) continue;
    groupA.push(...groupB);
    for (const passage of groupB) groups.set(passage, groupA);
  }
  const place = new Map(passages.map((passage, number) => [passage, number]));
  for (const group of new Set(groups.values()))
    group.sort((x, y) => (place.get(x) ?? 0) - (place.get(y) ?? 0));
  return groups;
}

const known = new WeakMap<Corpus, Promise<Statements>>();

/** The statements of `corpus`, found when first asked for and kept as long as the corpus is. */
export function statementsOf(corpus: Corpus): Promise<Statements> {
  const statements = known.get(corpus) ?? Statements.build(corpus, createPace());
  known.set(corpus, statements);
  return statements;
}
