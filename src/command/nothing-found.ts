import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { type Reply, say } from '../reply/reply.js';
import { filterNotes } from './filter-notes.js';
import type { Filters } from './filters.js';
import { closeWords, repeated, type WordsNotAsTyped, wordNotes, wordsNotAsTyped } from './word-notes.js';

/** The reply where no passage answers to `topic`. */
export async function nothingFound(library: Library, topic: string, filters: Filters = {}): Promise<Reply> {
  const words = await wordsNotAsTyped(library, topic, 'topic');
  const headline = messages.search.nothing(repeated(topic), repeatedIn(filters));
  const notes = await notesOnNothing(library, filters, words);
  return say('nothing', [headline, ...notes].join('\n'));
}

/** What was looked through where nothing was found, and what there is to know of the words; words close in spelling too. */
export async function notesOnNothing(
  library: Library,
  filters: Filters,
  words: WordsNotAsTyped,
): Promise<string[]> {
  const { outlet, from, to } = filters;
  const searched = await library.catalogue.count({ outlet, from, to });
  const close = await closeWords(library, words);
  return [
    messages.search.searched(searched),
    ...(await filterNotes(library, filters)),
    ...wordNotes(words),
    ...(close.length > 0 ? [messages.search.closeWords(close)] : []),
  ];
}

/** Filters with the names in them as an answer repeats them. */
export function repeatedIn(filters: Filters): Filters {
  const { outlet, speaker } = filters;
  return { ...filters, outlet: outlet && repeated(outlet), speaker: speaker && repeated(speaker) };
}
