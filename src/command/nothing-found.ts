import type { Corpus } from '../corpus/corpus.js';
import { type Reply, say } from '../reply/reply.js';
import { count } from '../text/count.js';
import { type Filters, filterNotes, isWanted } from './filters.js';
import { closeWords, repeated, wordNotes } from './word-notes.js';

/** The reply where no passage answers to `topic`: what was looked through, and words close in spelling. */
export function nothingFound(
  corpus: Corpus,
  topic: string,
  filters: Filters = {},
  headline = `Nothing found${describe(filters)} on: ${repeated(topic)}`,
): Reply {
  const searched = corpus.documents.filter((document) => isWanted(document, filters));
  const lines = [
    headline,
    `Looked through ${count(searched.length, 'document')}.`,
    ...filterNotes(corpus, filters),
    ...wordNotes(corpus, topic),
  ];
  const close = closeWords(corpus, topic);
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
