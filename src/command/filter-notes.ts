import type { Library } from '../library/library.js';
import { isWanted } from '../search/source-filter.js';
import { count } from '../text/count.js';
import type { Filters } from './filters.js';

/** What was left out for want of a date, in our own words. */
export function filterNotes({ documents }: Library, { outlet, from, to }: Filters): string[] {
  if (from === undefined && to === undefined) return [];
  const undated = documents.filter(
    (document) => document.source.published === undefined && isWanted(document, { outlet }),
  );
  return undated.length === 0
    ? []
    : [`Left out, since no date is stated: ${count(undated.length, 'document')}`];
}
