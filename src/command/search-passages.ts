import type { Passage } from '../corpus/passage.js';
import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { type LenientResult, searchLeniently } from '../search/lenient.js';
import type { SearchOptions } from '../search/search.js';
import type { Span } from '../text/span.js';
import { type Filters, filterFor } from './filters.js';
import { repeated, wordNotes } from './word-notes.js';

/** The most passages that one answer holds, over all its pages. */
export const MAX_PASSAGES = 50;

/** A passage that answers to a topic; `score` orders those of one answer. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly score: number;
  /** Its sentence that says most of what was asked: UTF-16 code units of the passage; undefined where not looked for. */
  readonly sentence: Span | undefined;
}

/** What a search found: the best passages, and how many there were of how many documents. */
export interface Found extends Pick<LenientResult, 'read' | 'corrections' | 'loosened' | 'complete'> {
  readonly best: readonly FoundPassage[];
  readonly passages: number;
  readonly documents: number;
}

/** The passages of `corpus` that answer to `text`, best first. */
export async function searchPassages(
  library: Library,
  text: string,
  filters: Filters = {},
  options: Pick<SearchOptions, 'aim' | 'leastOfBest'> = {},
): Promise<Found> {
  const { hits, ...read } = await searchLeniently(library, text, options, (words) =>
    filterFor(filters, words),
  );
  const documents = new Set(hits.map(({ passage }) => passage.document));
  return { best: hits.slice(0, MAX_PASSAGES), passages: hits.length, documents: documents.size, ...read };
}

/** How many passages were found on a topic, and how many of them an answer holds. */
export function describeFound({ best, ...found }: Found, topic: string): string {
  return messages.search.found({ shown: best.length, ...found }, repeated(topic));
}

/** What was read otherwise than typed, and what there is to know of the words. */
export async function foundNotes(
  library: Library,
  { read, corrections, loosened }: Found,
): Promise<string[]> {
  return [
    ...corrections.map(({ typed, shown }) => messages.search.corrected(typed, shown)),
    ...loosened.map((phrase) => messages.search.loosened(repeated(phrase))),
    ...(await wordNotes(library, read)),
  ];
}
