import type { Passage } from '../../corpus/passage.js';
import { foldWord } from '../../text/fold.js';
import type { Lexicon } from '../lexicon.js';
import { hasRow } from '../row.js';
import type { DocumentStore } from './document-store.js';
import { FOLLOWING } from './indices.js';
import type { PassageReader } from './passage-reader.js';
import { inRow, type PassageSearch } from './passage-search.js';

/** What OpenSearch gives at most at once, and how many times it is asked: each place found may be of the passage before. */
const MOST = 10_000;
const MOST_PAGES = 4;

/** What rows are found with. */
export interface PhraseParts {
  readonly lexicon: Lexicon;
  readonly search: PassageSearch;
  readonly store: DocumentStore;
  readonly reader: PassageReader;
}

/** The passages, in order, in which a row of words begins that may go on in the next of its document; at most `limit`. */
export async function passagesWithRow(
  row: readonly string[],
  limit: number,
  { lexicon, search, store, reader }: PhraseParts,
): Promise<Passage[]> {
  if (row.length === 0) return [];
  const words = row.map(foldWord);
  const found: Passage[] = [];
  let after: readonly unknown[] | undefined;
  // A passage has the words that follow it too, so that a row may begin only there.
  const size = Math.min(MOST, limit * 2);
  for (let page = 0; page < MOST_PAGES && found.length < limit; page++) {
    const places = await search.places({
      filter: [inRow(words.slice(0, FOLLOWING + 1))],
      order: 'corpus',
      limit: size,
      after,
    });
    const passages = await store.allPassages(places);
    for (const passage of passages) {
      // With one word less than the row has, what follows holds none that begins there.
      const forms = reader.formsFrom(passage, words.length - 1);
      const wanted = words.map((word) => lexicon.wordNumber(word));
      if (hasRow(lexicon, forms, wanted)) found.push(passage);
    }
    if (places.length < size) break;
    after = places.at(-1)?.after;
  }
  return found.slice(0, limit);
}
