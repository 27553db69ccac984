import { distance } from 'fastest-levenshtein';
import { isCommon } from '../languages/terms.js';
import { foldWord } from '../text/fold.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { words } from '../text/words.js';
import type { Hit, SearchIndex, SearchOptions } from './index.js';
import { isTransposed, type Vocabulary } from './vocabulary.js';

/** A word that no document has, and the one that was looked for instead. */
export interface Correction {
  readonly typed: string;
  readonly shown: string;
}

/** What a search found, and what had to be read otherwise than typed to find it. */
export interface LenientResult {
  readonly hits: readonly Hit[];
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
 * between quotation marks no longer required word for word, unless there is nothing else. `whereOf` gives what
 * narrows the search, which may go by the words that are searched for.
 */
export function searchLeniently(
  { index, vocabulary }: { readonly index: SearchIndex; readonly vocabulary: Vocabulary },
  text: string,
  options: SearchOptions,
  whereOf: (read: string) => SearchOptions['where'] = () => options.where,
): LenientResult {
  const search = (read: string) => index.search(read, { ...options, where: whereOf(read) });
  const asTyped = { hits: search(text), read: text, corrections: [], loosened: [] };
  if (asTyped.hits.length > 0) return asTyped;
  const corrections = correctionsOf(text, vocabulary);
  const corrected = correct(text, corrections);
  const unmarked = withoutMarks(corrected);
  const attempts: Omit<LenientResult, 'hits'>[] = [
    { read: corrected, corrections, loosened: [] },
    { read: unmarked.text, corrections, loosened: unmarked.phrases },
  ];
  for (const attempt of attempts) {
    if (attempt.read === text) continue;
    const hits = search(attempt.read);
    if (hits.length > 0) return { hits, ...attempt };
  }
  return asTyped;
}

/** The words that no passage has in any form and that are close in spelling to one that some have. */
function correctionsOf(text: string, vocabulary: Vocabulary): Correction[] {
  const unknown = words(text).filter(
    (word) => !isCommon(word.text) && vocabulary.keysFor(word.text).length === 0,
  );
  return [...new Set(unknown.map((word) => word.text))].slice(0, MAX_CORRECTIONS).flatMap((typed) => {
    const shown = vocabulary
      .closeTo(typed, GUESSES)
      .find((guess) => isSlip(foldWord(typed), foldWord(guess)));
    return shown === undefined || /\p{N}/u.test(typed) ? [] : [{ typed, shown }];
  });
}

/** Whether a word is another but for one slip of the hand: a letter more, less or wrong, or two that changed places. */
function isSlip(typed: string, meant: string): boolean {
  return distance(typed, meant) === 1 || isTransposed(typed, meant);
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
function withoutMarks(text: string): { readonly text: string; readonly phrases: readonly string[] } {
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
