import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { type LenientResult, searchLeniently } from '../search/lenient.js';
import type { Aim } from '../search/query.js';
import type { Hit, SearchOptions } from '../search/search.js';
import { type Filters, filterFor } from './filters.js';
import { repeated, wordNotes, wordsNotAsTyped } from './word-notes.js';

/** The most passages that one answer holds, over all its pages. */
export const MAX_PASSAGES = 50;

/** What a search found: the best passages, and how many there were of how many documents. */
export interface Found extends Omit<LenientResult, 'hits'> {
  readonly best: readonly Hit[];
  readonly passages: number;
  readonly documents: number;
}

/** How a search is made, and how many of the passages that it finds are wanted. */
type SearchPassagesOptions = Pick<SearchOptions, 'aim' | 'leastOfBest'> & { readonly most?: number };

/** The passages of `corpus` that answer to `text`, best first. */
export async function searchPassages(
  library: Library,
  text: string,
  filters: Filters = {},
  { most = MAX_PASSAGES, ...options }: SearchPassagesOptions = {},
): Promise<Found> {
  const { hits, ...read } = await searchLeniently(library, text, options, (words) =>
    filterFor(filters, words),
  );
  const documents = new Set(hits.map(({ passage }) => passage.document));
  return { best: hits.slice(0, most), passages: hits.length, documents: documents.size, ...read };
}

/** How many passages were found on a topic, and how many of them an answer holds. */
export function describeFound({ best, ...found }: Found, topic: string): string {
  return messages.search.found({ shown: best.length, ...found }, repeated(topic));
}

/** What was read otherwise than typed, and what there is to know of the words. */
export async function foundNotes(
  library: Library,
  { read, corrections, loosened, alsoRead }: Found,
  aim: Aim = 'topic',
): Promise<string[]> {
  return [
    ...corrections.map(({ typed, shown }) => messages.search.corrected(typed, shown)),
    ...loosened.map((phrase) => messages.search.loosened(repeated(phrase))),
    ...wordNotes(await wordsNotAsTyped(library, read, aim)),
    ...(alsoRead.length > 0 ? [messages.search.alsoRead(alsoRead)] : []),
  ];
}
