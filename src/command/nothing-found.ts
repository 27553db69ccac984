import type { Corpus } from '../corpus/corpus.js';
import { type Reply, say } from '../reply/reply.js';
import { count } from '../text/count.js';
import { isFrom } from './search-passages.js';
import { closeWords, repeated, wordNotes } from './word-notes.js';

/** The reply where no passage answers to `topic`: what was looked through, and words close in spelling. */
export function nothingFound(corpus: Corpus, topic: string, outlet?: string): Reply {
  const searched = corpus.documents.filter((document) => outlet === undefined || isFrom(document, outlet));
  const lines = [
    `Nothing found${outlet === undefined ? '' : ` from ${outlet}`} on: ${repeated(topic)}`,
    `Looked through ${count(searched.length, 'document')}.`,
    ...wordNotes(corpus, topic),
  ];
  const close = closeWords(corpus, topic);
  if (close.length > 0) lines.push(`Close in spelling, and in the documents: ${close.join(', ')}`);
  return say('nothing', lines.join('\n'));
}
