import type { Passage } from '../corpus/passage.js';
import { speechOf } from '../corpus/speech.js';
import { introductionsIn, type Speech } from '../languages/english/speech.js';
import type { Engine } from '../search/engine.js';
import { entry } from '../text/entry.js';
import { foldWord } from '../text/fold.js';
import { type Span, shifted } from '../text/span.js';
import { alignWithin, inRuns, stretchOf } from '../text/word-differences.js';
import { type Word, words } from '../text/words.js';
import { type SharedRun, sharedWording } from './shared-wording.js';
import type { Statement } from './statements.js';

/** One passage of a statement: how its outlet words it. All places are in the passage's document. */
export interface Wording {
  readonly passage: Passage;
  /** Words that another outlet has too, at least three in a row. */
  readonly shared: readonly Span[];
  /** The verbs and phrases that introduce what is said. */
  readonly introductions: readonly Span[];
}

/** A quotation as the wordings of a statement print it. */
export interface ComparedQuotation {
  /** `identical`: the same words, typography apart; `different`: other words; `alone`: in one wording only. */
  readonly kind: 'identical' | 'different' | 'alone';
  /** Where each wording prints it, or null. */
  readonly places: readonly (Span | null)[];
  /** The words that name the speaker in each wording, where they stand next to a verb of saying. */
  readonly speakers: readonly (Span | null)[];
  /** Word by word, how the others differ from the first that prints it. */
  readonly differences: readonly QuotationDifference[];
}

/** Words that one wording of a quotation has and another has not so. */
export interface QuotationDifference {
  /** The wordings that differ, by their place in the statement, and what each has there; null for nothing. */
  readonly first: { readonly wording: number; readonly span: Span | null };
  readonly second: { readonly wording: number; readonly span: Span | null };
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

/** How the passages of a statement word it. */
export async function compareWordings(statement: Statement, engine: Engine): Promise<Comparison> {
  const texts = statement.map(({ text }) => text);
  const { marks, runs } = sharedWording(texts, statement.map(tellerOf));
  const wordings = statement.map(
    (passage, at): Wording => ({
      passage,
      shared: (marks[at] ?? []).map((mark) => shifted(mark, passage.start)),
      introductions: introductionsIn(passage.text).map((introduction) =>
        shifted(introduction.words, passage.start),
      ),
    }),
  );
  const count = (text: string) => words(text).length;
  const shared = wordings.flatMap(({ passage: { document }, shared: spans }) =>
    spans.map(({ start, end }) => count(document.text.slice(start, end))),
  );
  return {
    wordings,
    runs: runs.map((run) =>
      statement.map(({ start }, at) => {
        const span = run[at];
        return span ? shifted(span, start) : null;
      }),
    ),
    quotations: compareQuotations(statement),
    ties: await tyingWords(statement, engine),
    words: texts.reduce((sum, text) => sum + count(text), 0),
    sharedWords: shared.reduce((sum, number) => sum + number, 0),
  };
}

/** As many tying words as a reader takes in. */
const MAX_TIES = 6;

async function tyingWords(statement: Statement, engine: Engine): Promise<Comparison['ties']> {
  const found = new Map<number, { tellers: Set<string>; wording: number; span: Span }>();
  for (const [wording, passage] of statement.entries()) {
    const { keys } = engine.read(passage);
    for (const [at, word] of words(passage.text).entries()) {
      const key = keys[at];
      if (key === undefined || engine.lexicon.isCommonKey(key)) continue;
      const span = shifted(word, passage.start);
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

/** A quotation of a wording as words. */
interface ReadQuotation {
  readonly wording: number;
  readonly span: Span;
  readonly speaker: Span | null;
  readonly words: readonly Word[];
  readonly folded: readonly string[];
}

/** Of a longer quotation only so many words are compared, since the work grows with the product of two. */
const MAX_ALIGNED = 400;
/** The least share of the shorter quotation's words that two printings of one have in common, in order. */
const SAME_QUOTATION = 0.6;
/** A quotation of fewer words is a title, a nickname or a scare quote, and is compared only where it is the same. */
const MIN_QUOTED_WORDS = 3;

function compareQuotations(statement: Statement): ComparedQuotation[] {
  const all = statement.flatMap((passage, wording) =>
    speechOf(passage)
      .filter(({ quotation }) => quotation.depth === 0)
      .map((speech) => readQuotation(speech, passage, wording)),
  );
  const groups: ReadQuotation[][] = [];
  /** By word, the groups that have it, in order. */
  const having = new Map<string, ReadQuotation[][]>();
  for (const quotation of all) {
    const group = groupsNear(quotation, having).find((one) =>
      one.slice(0, MAX_COMPARED_PRINTINGS).some((other) => isSameQuotation(other, quotation)),
    );
    if (group) group.push(quotation);
    else groups.push([quotation]);
    const own = group ?? groups.at(-1) ?? [];
    for (const word of new Set(quotation.folded)) {
      const known = having.get(word) ?? [];
      if (known.length < MAX_GROUPS && known.at(-1) !== own) known.push(own);
      having.set(word, known);
    }
  }
  return groups.map((group) => comparedQuotation(group, statement));
}

/** A passage has no more quotations with one word in common; it bounds the work on texts that are no prose. */
const MAX_GROUPS = 64;
/** With how many printings of a quotation another is compared. */
const MAX_COMPARED_PRINTINGS = 8;

/** The groups that have enough words of a quotation to print the same, those with most of them first. */
function groupsNear(
  { folded }: ReadQuotation,
  having: ReadonlyMap<string, ReadQuotation[][]>,
): ReadQuotation[][] {
  const shared = new Map<ReadQuotation[], number>();
  for (const word of new Set(folded)) {
    for (const group of having.get(word) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_COMPARED_PRINTINGS)
    .map(([group]) => group);
}

function readQuotation(
  { quotation, speaker }: Speech,
  { document }: Passage,
  wording: number,
): ReadQuotation {
  const span = { start: quotation.innerStart, end: quotation.innerEnd };
  const list = words(document.text.slice(span.start, span.end)).map((word) => ({
    text: word.text,
    start: word.start + span.start,
    end: word.end + span.start,
  }));
  return {
    wording,
    span,
    speaker,
    words: list,
    folded: list.map(({ text }) => foldWord(text)),
  };
}

function isSameQuotation({ folded: a }: ReadQuotation, { folded: b }: ReadQuotation): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < MIN_QUOTED_WORDS) return a.join(' ') === b.join(' ');
  const [short, long] = (a.length <= b.length ? [a, b] : [b, a]).map((list) => list.slice(0, MAX_ALIGNED));
  const same = alignWithin(short ?? [], long ?? []).filter((step) => step.same).length;
  return same >= MIN_QUOTED_WORDS && same >= Math.min(shorter, MAX_ALIGNED) * SAME_QUOTATION;
}

function comparedQuotation(group: readonly ReadQuotation[], statement: Statement): ComparedQuotation {
  const perWording = statement.map((_, at) => group.find(({ wording }) => wording === at));
  const places = perWording.map((one) => one?.span ?? null);
  const speakers = perWording.map((one) => one?.speaker ?? null);
  const [first, ...others] = group;
  if (!first) return { kind: 'alone', places, speakers, differences: [] };
  const differences = others.flatMap((other) => quotationDifferences(first, other));
  const tellers = new Set(group.flatMap(({ wording }) => statement[wording] ?? []).map(tellerOf));
  const identical = others.every(({ folded }) => folded.join(' ') === first.folded.join(' '));
  const alone = tellers.size < 2 ? 'alone' : undefined;
  return { kind: alone ?? (identical ? 'identical' : 'different'), places, speakers, differences };
}

/** Runs of words that are not the same in two printings of a quotation; what one leaves out at its ends is no difference. */
function quotationDifferences(first: ReadQuotation, second: ReadQuotation): QuotationDifference[] {
  const [short, long] = first.folded.length <= second.folded.length ? [first, second] : [second, first];
  const [shortest, longest] = [short, long].map(({ folded }) => folded.slice(0, MAX_ALIGNED));
  const runs = inRuns(alignWithin(shortest ?? [], longest ?? [])).filter(([step]) => !step?.same);
  return runs.map((run) => {
    const inShort = stretchOf(
      short.words,
      run.map(({ a }) => a),
    );
    const inLong = stretchOf(
      long.words,
      run.map(({ b }) => b),
    );
    const [one, other] = short === first ? [inShort, inLong] : [inLong, inShort];
    return {
      first: { wording: first.wording, span: one },
      second: { wording: second.wording, span: other },
    };
  });
}
