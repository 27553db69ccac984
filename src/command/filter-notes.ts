import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { isWanted } from '../search/source-filter.js';
import type { Filters } from './filters.js';

/** What was left out because it states no date. */
export function filterNotes({ documents }: Library, { outlet, from, to }: Filters): string[] {
  if (from === undefined && to === undefined) return [];
  const undated = documents.filter(
    (document) => document.source.published === undefined && isWanted(document, { outlet }),
  );
  return undated.length === 0 ? [] : [messages.search.undated(undated.length)];
}
