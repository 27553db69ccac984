import type { Corpus } from '../corpus/corpus.js';
import type { Passage } from '../corpus/passage.js';
import type { SearchOptions } from '../search/index.js';
import { type LenientResult, searchLeniently } from '../search/lenient.js';
import { count } from '../text/count.js';
import type { Pace } from '../text/pace.js';
import { type Filters, passing } from './filters.js';
import { repeated, wordNotes } from './word-notes.js';

/** The most passages that one answer holds, over all its pages. */
export const MAX_PASSAGES = 50;

/** A passage that answers to a topic; `score` orders those of one answer. */
export interface FoundPassage {
  readonly passage: Passage;
  /** Its place in the corpus. */
  readonly number: number;
  readonly score: number;
}

/** What a search found: the best passages, and how many there were of how many documents. */
export interface Found extends Pick<LenientResult, 'read' | 'corrections' | 'loosened'> {
  readonly best: readonly FoundPassage[];
  readonly passages: number;
  readonly documents: number;
}

/** The passages of `corpus` that answer to `text`, best first. */
export function searchPassages(
  corpus: Corpus,
  text: string,
  filters: Filters = {},
  options: Pick<SearchOptions, 'aim' | 'leastOfBest'> = {},
): Found {
  const { hits, ...read } = searchLeniently(corpus, text, options, (words) =>
    passing(corpus, words, filters),
  );
  const documents = new Set(hits.map((hit) => corpus.passages[hit.passage]?.document));
  const best = hits.slice(0, MAX_PASSAGES).flatMap(({ passage: number, score }) => {
    const passage = corpus.passages[number];
    return passage ? [{ passage, number, score }] : [];
  });
  return { best, passages: hits.length, documents: documents.size, ...read };
}

/** The passages that pass some filters, whatever they are about. Rests as `pace` says. */
export async function passagesWith(
  corpus: Corpus,
  filters: Filters,
  pace: Pace,
): Promise<readonly Passage[]> {
  const passes = passing(corpus, '', filters);
  if (!passes) return corpus.passages;
  const found: Passage[] = [];
  for (const [number, passage] of corpus.passages.entries()) {
    if (passes(number)) found.push(passage);
    await pace();
  }
  return found;
}

/** "7 passages in 2 documents", and where there are more than an answer holds, that it holds the best. */
export function describeFound({ best, passages, documents }: Found): string {
  const all = `${count(passages, 'passage')} in ${count(documents, 'document')}`;
  return best.length < passages ? `The best ${best.length} of ${all}` : all;
}

/** What was read otherwise than typed, and what there is to know of the words. */
export function foundNotes(corpus: Corpus, { read, corrections, loosened }: Found): string[] {
  return [
    ...corrections.map(({ typed, shown }) => `No passage says “${typed}”; showing “${shown}”`),
    ...loosened.map(
      (phrase) => `No passage says “${repeated(phrase)}” word for word; showing what has its words`,
    ),
    ...wordNotes(corpus, read),
  ];
}
