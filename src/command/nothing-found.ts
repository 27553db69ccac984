import type { Library } from '../library/library.js';
import { type Reply, say } from '../reply/reply.js';
import { isWanted } from '../search/source-filter.js';
import { count } from '../text/count.js';
import { filterNotes } from './filter-notes.js';
import type { Filters } from './filters.js';
import { closeWords, repeated, wordNotes } from './word-notes.js';

/** The reply where no passage answers to `topic`: what was looked through, and words close in spelling. */
export async function nothingFound(
  library: Library,
  topic: string,
  filters: Filters = {},
  headline = `Nothing found${describe(filters)} on: ${repeated(topic)}`,
): Promise<Reply> {
  const { outlet, from, to } = filters;
  const sourceFilter = { outlet, from, to };
  const searched = library.documents.filter((document) => isWanted(document, sourceFilter));
  const lines = [
    headline,
    `Looked through ${count(searched.length, 'document')}.`,
    ...filterNotes(library, filters),
    ...(await wordNotes(library, topic)),
  ];
  const close = await closeWords(library, topic);
  if (close.length > 0) lines.push(`Close in spelling, and in the documents: ${close.join(', ')}`);
  return say('nothing', lines.join('\n'));
}

function describe({ outlet, from, to, said, speaker }: Filters): string {
  return [
    said ? ' inside quotation marks' : '',
    speaker === undefined ? '' : ` said by ${repeated(speaker)}`,
    outlet === undefined ? '' : ` from ${repeated(outlet)}`,
    from === undefined ? '' : ` since ${from}`,
    to === undefined ? '' : ` until ${to}`,
  ].join('');
}
