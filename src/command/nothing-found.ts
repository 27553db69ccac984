import type { Corpus } from '../corpus/corpus.js';
import { type Reply, say } from '../reply/reply.js';
import { count } from '../text/count.js';
import { words } from '../text/words.js';

const MAX_SUGGESTIONS = 3;

/** The reply where no passage answers to `topic`: what was looked through, and words close in spelling. */
export function nothingFound(corpus: Corpus, topic: string, outlet?: string): Reply {
  const from = outlet === undefined ? '' : ` from ${outlet}`;
  const typed = new Set(words(topic).map(({ text }) => text));
  const unknown = [...typed].filter((word) => !corpus.vocabulary.has(word));
  const lines = [
    `Nothing found${from} on: ${topic}`,
    `Looked through ${count(corpus.documents.length, 'document')}.`,
  ];
  if (unknown.length > 0) lines.push(`In no document: ${unknown.join(', ')}`);
  const close = suggestions(corpus, unknown);
  if (close.length > 0) lines.push(`Close in spelling, and in the documents: ${close.join(', ')}`);
  return say('nothing', lines.join('\n'));
}

/** Words of the corpus for words that it does not have, at most three. */
function suggestions({ vocabulary }: Corpus, unknown: readonly string[]): string[] {
  const close = unknown.flatMap((word) => vocabulary.closeTo(word, MAX_SUGGESTIONS));
  return [...new Set(close)].slice(0, MAX_SUGGESTIONS);
}
