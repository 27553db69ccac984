import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { type Reply, say } from '../reply/reply.js';
import { isWanted } from '../search/source-filter.js';
import { filterNotes } from './filter-notes.js';
import type { Filters } from './filters.js';
import { closeWords, repeated, wordNotes } from './word-notes.js';

/** The reply where no passage answers to `topic`: what was looked through, and words close in spelling. */
export async function nothingFound(
  library: Library,
  topic: string,
  filters: Filters = {},
  headline = messages.search.nothing(repeated(topic), repeatedIn(filters)),
): Promise<Reply> {
  const { outlet, from, to } = filters;
  const sourceFilter = { outlet, from, to };
  const searched = library.documents.filter((document) => isWanted(document, sourceFilter));
  const lines = [
    headline,
    messages.search.searched(searched.length),
    ...filterNotes(library, filters),
    ...(await wordNotes(library, topic)),
  ];
  const close = await closeWords(library, topic);
  if (close.length > 0) lines.push(messages.search.closeWords(close));
  return say('nothing', lines.join('\n'));
}

/** Filters with the names in them as an answer repeats them. */
function repeatedIn(filters: Filters): Filters {
  const { outlet, speaker } = filters;
  return { ...filters, outlet: outlet && repeated(outlet), speaker: speaker && repeated(speaker) };
}
