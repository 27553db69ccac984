import type { Passage } from '../corpus/passage.js';
import { type Sayings, sayingsIn } from '../languages/english/speech.js';
import type { Engine } from '../search/engine.js';
import { entry } from '../text/entry.js';
import { meets, type Span, shifted } from '../text/span.js';
import { words } from '../text/words.js';
import { type ComparedQuotation, compareQuotations } from './compared-quotations.js';
import { type SharedRun, sharedWording } from './shared-wording.js';
import type { Statement } from './statements.js';

/** One passage of a statement: how its outlet words it. All places are in the passage's document. */
export interface Wording {
  readonly passage: Passage;
  /** What of the passage reports the statement: all that is compared. */
  readonly stretch: Span;
  /** Words that another outlet has too, at least three in a row. */
  readonly shared: readonly Span[];
  /** The verbs and phrases that introduce what is said. */
  readonly introductions: readonly Span[];
}

/** A statement, compared. */
export interface Comparison {
  readonly wordings: readonly Wording[];
  readonly runs: readonly SharedRun[];
  readonly quotations: readonly ComparedQuotation[];
  /** The rarest words that more than one outlet has, in any form: what ties the passages besides quotations. */
  readonly ties: readonly { readonly wording: number; readonly span: Span }[];
  /** How many words there are, and how many of them another outlet has too. */
  readonly words: number;
  readonly sharedWords: number;
}

/** Who tells a passage. */
export function tellerOf({ document }: Passage): string {
  return document.teller;
}

/**
 * How the passages of a statement word it.
 *
 * @param stretches for each passage what of it is compared, places in its document; the whole without one
 * @param isCrowded as of `compareQuotations`
 */
export async function compareWordings(
  statement: Statement,
  engine: Engine,
  stretches: readonly Span[] = statement.map(({ start, end }) => ({ start, end })),
  isCrowded = false,
): Promise<Comparison> {
  const starts = stretches.map(({ start }) => start);
  const texts = stretches.map(({ start, end }, at) => statement[at]?.document.text.slice(start, end) ?? '');
  const { marks, runs } = sharedWording(texts, statement.map(tellerOf));
  const wordings = statement.map(
    (passage, at): Wording => ({
      passage,
      stretch: stretches[at] ?? passage,
      shared: (marks[at] ?? []).map((mark) => shifted(mark, entry(starts, at))),
      introductions: introducing(sayingsIn(passage.text))
        .map((words) => shifted(words, passage.start))
        .filter((words) => isInside(words, stretches[at])),
    }),
  );
  const count = (text: string) => words(text).length;
  const shared = wordings.flatMap(({ passage: { document }, shared: spans }) =>
    spans.map(({ start, end }) => count(document.text.slice(start, end))),
  );
  return {
    wordings,
    runs: runs.map((run) =>
      statement.map((_, at) => {
        const span = run[at];
        return span ? shifted(span, entry(starts, at)) : null;
      }),
    ),
    quotations: compareQuotations(statement, stretches, isCrowded),
    ties: await tyingWords(statement, engine, stretches),
    words: texts.reduce((sum, text) => sum + count(text), 0),
    sharedWords: shared.reduce((sum, number) => sum + number, 0),
  };
}

/** The words that say of a quotation or of a clause who says it; other words with a verb of saying introduce nothing. */
function introducing({ speeches, introductions }: Sayings): Span[] {
  const cues = speeches.flatMap(({ speaker, cue, isDenied }) => (!isDenied && speaker && cue) || []);
  return introductions
    .filter(({ isDenied }) => !isDenied)
    .filter(({ words, isBesideSaid }) => isBesideSaid || cues.some((cue) => meets(words, cue)))
    .map(({ words }) => words);
}

/** True if a stretch of a text stands in another. */
function isInside(inner: Span, outer: Span | undefined): boolean {
  return outer === undefined || (outer.start <= inner.start && inner.end <= outer.end);
}

/** As many tying words as a reader takes in. */
const MAX_TIES = 6;

async function tyingWords(
  statement: Statement,
  engine: Engine,
  stretches: readonly Span[],
): Promise<Comparison['ties']> {
  const found = new Map<number, { tellers: Set<string>; wording: number; span: Span }>();
  for (const [wording, passage] of statement.entries()) {
    const { keys } = engine.read(passage);
    for (const [at, word] of words(passage.text).entries()) {
      const key = keys[at];
      if (key === undefined || engine.lexicon.isCommonKey(key)) continue;
      const span = shifted(word, passage.start);
      if (!isInside(span, stretches[wording])) continue;
      const having = found.get(key) ?? { tellers: new Set(), wording, span };
      having.tellers.add(tellerOf(passage));
      found.set(key, having);
    }
  }
  const tying = [...found].filter(([, { tellers }]) => tellers.size > 1);
  const weights = await engine.weights(tying.map(([key]) => key));
  return tying
    .map(([key, { wording, span }], at) => ({ key, wording, span, weight: entry(weights, at) }))
    .sort((a, b) => b.weight - a.weight || engine.lexicon.compareKeys(a.key, b.key))
    .slice(0, MAX_TIES)
    .map(({ wording, span }) => ({ wording, span }));
}
