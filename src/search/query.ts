import { ENGLISH } from '../languages/english/english.js';
import { isFraming } from '../languages/english/questions.js';
import { isCommon } from '../languages/terms.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { words } from '../text/words.js';
import type { Engine, WordStatistics } from './engine.js';

/**
 * What a search is after: the passages that are most about a topic, or the one that answers a question. Somebody
 * who reads on a topic is served by what else such passages say; an answer stands or falls with the words asked.
 */
export type Aim = 'topic' | 'answer';

/** A word that is searched for. */
export interface QueryTerm extends Pick<WordStatistics, 'keys' | 'word' | 'weight'> {
  /** True if it is of a name. */
  readonly name: boolean;
  /** True if it follows the term before it with nothing but a blank between them. */
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

/**
 * Reads `text` as a query. Function words count only where there are no others; in a question, neither do the
 * words that only ask ("what did he say about …", "how many …").
 */
export async function readQuery(text: string, engine: Pick<Engine, 'statistics'>, aim: Aim): Promise<Query> {
  const typed = words(text);
  const all = typed.map((word) => word.text);
  const telling = typed.filter((word) => !isCommon(word.text, ENGLISH));
  const aboutIt = telling.filter((word) => aim === 'topic' || !isFraming(all, typed.indexOf(word)));
  // A topic may be made of function words; a question of nothing else asks nothing.
  const lists = aim === 'topic' ? [telling, typed] : [aboutIt, telling];
  const chosen = lists.find((list) => list.length > 0) ?? [];
  const statistics = await engine.statistics(chosen.map((word) => word.text));
  const terms = chosen.flatMap((word, at): QueryTerm[] => {
    const known = statistics[at];
    if (!known) return [];
    const before = chosen[at - 1];
    return [
      {
        keys: known.keys,
        word: known.word,
        weight: known.weight,
        name: known.keys.length > 0 ? known.isName : word.start > 0 && /^[\p{Lu}\p{N}]/u.test(word.text),
        adjoining: before !== undefined && /^\s?$/.test(text.slice(before.end, word.start)),
      },
    ];
  });
  const asked = terms.reduce((sum, { weight }) => sum + weight, 0);
  return { terms, asked, phrases: terms.length > LONG ? [] : await phrasesIn(text, engine) };
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
