import { ENGLISH } from '../languages/english/english.js';
import { isFraming } from '../languages/english/questions.js';
import { abbreviationsOf, isInitialism } from '../languages/english/wordnet/initialisms.js';
import { bareName, isCommon, wordsAsWritten } from '../languages/terms.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { type Word, words } from '../text/words.js';
import { isAdjoining } from './adjoining.js';
import type { Engine, WordStatistics } from './engine.js';
import { type HeldKind, heldKinds } from './held.js';
import { inCapitals, type Row, type Variants, variantsOf } from './variants.js';

/**
 * What a search is after: the passages that are most about a topic, or the one that answers a question. Somebody
 * who reads on a topic is served by what else such passages say; an answer stands or falls with the words asked.
 */
export type Aim = 'topic' | 'answer';

/** A word that is searched for. */
export interface QueryTerm {
  /** As it was typed. */
  readonly typed: string;
  /** Folded, without the ending of a possessive. */
  readonly folded: string;
  /** The numbers of the keys of the word, in any of its forms, spellings and abbreviations, that some passage has. */
  readonly keys: readonly number[];
  /** The other words that these are keys of, folded: its forms with another stem, its spellings and abbreviations. */
  readonly spelled: readonly string[];
  /** The same in several words. */
  readonly rows: readonly Row[];
  /** How much it says: the idf of BM25 for the most frequent of its keys, and highest for a word that no passage has. */
  readonly weight: number;
  /** True if it is of a name. */
  readonly name: boolean;
  /** What it is where the document of an answer must have it: a name or a number. */
  readonly held: HeldKind | undefined;
  /** True if it follows the term before it with nothing but a blank or a hyphen between them. */
  readonly adjoining: boolean;
}

/** What somebody searches for, read against a corpus. */
export interface Query {
  /** In the order in which they were typed, repeated ones too. */
  readonly terms: readonly QueryTerm[];
  /** What they weigh together. */
  readonly asked: number;
  /** Stretches between quotation marks: words that must stand in a row, by number; undefined for one that no passage has. */
  readonly phrases: readonly (readonly (number | undefined)[])[];
}

/** A text with more words than this was written or copied for itself, and its quotation marks require nothing. */
const LONG = 12;

/** Reads `text` as a query; see `tellingIn` for which of its words count. */
export async function readQuery(text: string, engine: Pick<Engine, 'statistics'>, aim: Aim): Promise<Query> {
  const typed = wordsAsWritten(text);
  const chosen = await tellingIn(typed, engine, aim);
  const statistics = await engine.statistics(chosen.map((word) => word.text));
  const variants = await variantsOf(chosen, text, engine);
  const held = chosen.length > LONG ? [] : heldKinds(chosen, statistics);
  const terms = chosen.flatMap((word, at): QueryTerm[] => {
    const [own, also] = [statistics[at], variants[at]];
    return own && also ? [termOf(word, own, also, held[at], isAdjoining(text, chosen[at - 1], word))] : [];
  });
  const asked = terms.reduce((sum, { weight }) => sum + weight, 0);
  return { terms, asked, phrases: terms.length > LONG ? [] : await phrasesIn(text, engine) };
}

function termOf(
  { text: typed, start }: Word,
  own: WordStatistics,
  { keys, rows, spelled, weight }: Variants,
  held: HeldKind | undefined,
  adjoining: boolean,
): QueryTerm {
  const all = [...new Set([...own.keys, ...keys])];
  const isKnown = own.keys.length > 0;
  return {
    typed,
    folded: bareName(typed),
    keys: all,
    spelled,
    rows,
    // What more passages have says less; only a word that none has weighs what it weighs by itself.
    weight: isKnown && weight !== undefined ? Math.min(own.weight, weight) : (weight ?? own.weight),
    name: isKnown ? own.isName : start > 0 && /^[\p{Lu}\p{N}]/u.test(typed),
    held,
    adjoining,
  };
}

/**
 * The words of a query that count. Function words do only where there are no others; in a question, neither do the
 * words that only ask ("what did he say about …", "how many …").
 */
async function tellingIn(
  typed: readonly Word[],
  engine: Pick<Engine, 'statistics'>,
  aim: Aim,
): Promise<readonly Word[]> {
  const all = typed.map((word) => word.text);
  const names = await functionWordsThatName(all, engine);
  const telling = typed.filter(({ text }) => names.has(text) || !isCommon(text.toLowerCase(), ENGLISH));
  const aboutIt = telling.filter((word) => aim === 'topic' || !isFraming(all, typed.indexOf(word)));
  // A topic may be made of function words; a question of nothing else asks nothing.
  const lists = aim === 'topic' ? [telling, typed] : [aboutIt, telling];
  return lists.find((list) => list.length > 0) ?? [];
}

/**
 * Function words that are typed in capitals, are abbreviations, and stand in the corpus as such or in full: "US", and not
 * "AND".
 */
async function functionWordsThatName(
  typed: readonly string[],
  engine: Pick<Engine, 'statistics'>,
): Promise<ReadonlySet<string>> {
  const likely = typed.filter(
    (word) => !isCommon(word) && isCommon(word.toLowerCase()) && isInitialism(bareName(word)),
  );
  const names = likely.map((word) => [[word], ...inCapitals(abbreviationsOf([bareName(word)]))]);
  const all = [...new Set(names.flat(2))];
  const statistics = await engine.statistics(all);
  const known = new Set(all.filter((_, at) => (statistics[at]?.keys.length ?? 0) > 0));
  return new Set(likely.filter((_, at) => names[at]?.some((name) => name.every((word) => known.has(word)))));
}

async function phrasesIn(text: string, engine: Pick<Engine, 'statistics'>): Promise<Query['phrases']> {
  const phrases: (number | undefined)[][] = [];
  for (const { closed, innerStart, innerEnd } of outerQuotationsIn(text)) {
    if (!closed) continue;
    const inside = words(text.slice(innerStart, innerEnd)).map((word) => word.text);
    if (inside.length > 0) phrases.push((await engine.statistics(inside)).map(({ word }) => word));
  }
  return phrases;
}
