import { isCommon } from '../languages/terms.js';
import { foldWord } from '../text/fold.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { words } from '../text/words.js';
import type { Engine, Filter } from './engine.js';
import { type Searchable, type SearchOptions, type SearchResult, search } from './search.js';
import { isSlip } from './spelling.js';

/** A word that no document has, and the one that was looked for instead. */
export interface Correction {
  readonly typed: string;
  readonly shown: string;
}

/** What a search found, and what had to be read otherwise than typed to find it. */
export interface LenientResult extends SearchResult {
  /** What was searched for in the end. */
  readonly read: string;
  readonly corrections: readonly Correction[];
  /** Stretches between quotation marks that no passage has word for word. */
  readonly loosened: readonly string[];
}

/** More typing errors than this are another language. */
const MAX_CORRECTIONS = 8;
/** How many words that are close in spelling are looked at for one that was meant. */
const GUESSES = 10;

/**
 * Searches for `text`; only where that finds nothing, for it with typing errors put right, and then with what is
 * between quotation marks no longer required word for word, unless there is nothing else. `filterFor` gives the
 * filter, which may go by the words that are searched for.
 */
export async function searchLeniently(
  searchable: Searchable,
  text: string,
  options: SearchOptions = {},
  filterFor: (read: string) => Filter | undefined = () => options.filter,
): Promise<LenientResult> {
  const searchFor = (read: string) => search(searchable, read, { ...options, filter: filterFor(read) });
  const asTyped = { ...(await searchFor(text)), read: text, corrections: [], loosened: [] };
  if (asTyped.hits.length > 0) return asTyped;
  const corrections = await correctionsOf(text, searchable.engine);
  const corrected = correct(text, corrections);
  const unmarked = withoutQuotationMarks(corrected);
  const attempts: Pick<LenientResult, 'read' | 'corrections' | 'loosened'>[] = [
    { read: corrected, corrections, loosened: [] },
    { read: unmarked.text, corrections, loosened: unmarked.phrases },
  ];
  for (const attempt of attempts) {
    if (attempt.read === text) continue;
    const found = await searchFor(attempt.read);
    if (found.hits.length > 0) return { ...found, ...attempt };
  }
  return asTyped;
}

/** The words that no passage has in any form and that are close in spelling to one that some have. */
async function correctionsOf(text: string, engine: Engine): Promise<Correction[]> {
  const typed = [...new Set(words(text).map((word) => word.text))].filter((word) => !isCommon(word));
  const statistics = await engine.statistics(typed);
  const unknown = typed.filter((_, at) => statistics[at]?.keys.length === 0).slice(0, MAX_CORRECTIONS);
  const corrections: Correction[] = [];
  for (const word of unknown) {
    if (/\p{N}/u.test(word)) continue;
    const guesses = await engine.closeTo(word, GUESSES);
    const shown = guesses.find((guess) => isSlip(foldWord(word), foldWord(guess)));
    if (shown !== undefined) corrections.push({ typed: word, shown });
  }
  return corrections;
}
function correct(text: string, corrections: readonly Correction[]): string {
  const shown = new Map(corrections.map((correction) => [correction.typed, correction.shown]));
  let corrected = '';
  let at = 0;
  for (const word of words(text)) {
    corrected += text.slice(at, word.start) + (shown.get(word.text) ?? word.text);
    at = word.end;
  }
  return corrected + text.slice(at);
}

/** A text without its quotation marks, where there are words outside of them. */
function withoutQuotationMarks(text: string): { readonly text: string; readonly phrases: readonly string[] } {
  const quotations = outerQuotationsIn(text).filter(({ closed }) => closed);
  let bare = '';
  let outside = '';
  let at = 0;
  for (const { start, innerStart, innerEnd, end } of quotations) {
    outside += text.slice(at, start);
    bare += `${text.slice(at, start)} ${text.slice(innerStart, innerEnd)} `;
    at = end;
  }
  if (words(outside + text.slice(at)).every((word) => isCommon(word.text))) return { text, phrases: [] };
  const phrases = quotations.map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd));
  return { text: bare + text.slice(at), phrases };
}
