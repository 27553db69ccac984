import { isFraming } from '../languages/english/questions.js';
import { ENGLISH } from '../languages/index.js';
import { isCommon } from '../languages/terms.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { words } from '../text/words.js';
import type { Aim } from './index.js';
import type { TermTable } from './term-table.js';

/** A word that is searched for. */
export interface QueryTerm {
  /** The keys that the corpus has for it: none where no passage has it. */
  readonly keys: readonly number[];
  /** Its folded word in the vocabulary, or -1. */
  readonly word: number;
  /** What it says: the idf of its rarest key, which is highest for a word that no passage has. */
  readonly weight: number;
  /** Whether it is of a name. */
  readonly name: boolean;
  /** Whether it follows the term before it with nothing but a blank between them. */
  readonly adjoining: boolean;
}

/** What somebody searches for, read against a corpus. */
export interface Query {
  /** In the order in which they were typed, repeated ones too. */
  readonly terms: readonly QueryTerm[];
  /** What they weigh together. */
  readonly asked: number;
  /** Stretches between quotation marks: word numbers that must stand in a row; -1 for a word that no passage has. */
  readonly phrases: readonly (readonly number[])[];
}

/**
 * Reads `text` as a query. Function words count only where there are no others; in a question, neither do the
 * words that only ask ("what did he say about …", "how many …").
 */
export function readQuery(text: string, table: TermTable, aim: Aim): Query {
  const { vocabulary } = table;
  const typed = words(text);
  const all = typed.map((word) => word.text);
  const telling = typed.filter((word) => !isCommon(word.text, ENGLISH));
  const aboutIt = telling.filter((word) => aim === 'topic' || !isFraming(all, typed.indexOf(word)));
  // A topic may be made of function words; a question of nothing else asks nothing.
  const lists = aim === 'topic' ? [telling, typed] : [aboutIt, telling];
  const chosen = lists.find((list) => list.length > 0) ?? [];
  const terms = chosen.map((word, at): QueryTerm => {
    const keys = vocabulary.keysFor(word.text);
    const before = chosen[at - 1];
    return {
      keys,
      word: vocabulary.wordNumber(word.text) ?? -1,
      weight: table.weightOf(word.text),
      name:
        keys.length > 0
          ? keys.some((key) => vocabulary.isName(key))
          : word.start > 0 && /^[\p{Lu}\p{N}]/u.test(word.text),
      adjoining: before !== undefined && /^\s?$/.test(text.slice(before.end, word.start)),
    };
  });
  const asked = terms.reduce((sum, { weight }) => sum + weight, 0);
  return { terms, asked, phrases: terms.length > LONG ? [] : phrasesIn(text, table) };
}

/** A text with more words than this was written or copied for itself, and its quotation marks require nothing. */
const LONG = 12;

function phrasesIn(text: string, { vocabulary }: TermTable): number[][] {
  return outerQuotationsIn(text)
    .filter(({ closed }) => closed)
    .map(({ innerStart, innerEnd }) =>
      words(text.slice(innerStart, innerEnd)).map((word) => vocabulary.wordNumber(word.text) ?? -1),
    )
    .filter((phrase) => phrase.length > 0);
}

/** Whether `phrase` stands in a row in `passage`, a list of word numbers. */
export function hasPhrase(passage: Uint32Array, phrase: readonly number[]): boolean {
  const [first = -1] = phrase;
  for (let at = passage.indexOf(first); at !== -1; at = passage.indexOf(first, at + 1)) {
    if (phrase.every((word, step) => passage[at + step] === word)) return true;
  }
  return false;
}
