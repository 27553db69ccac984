import type { Corpus } from '../corpus/corpus.js';
import { type Reply, say } from '../reply/reply.js';
import { count } from '../text/count.js';
import { words } from '../text/words.js';

const MAX_SUGGESTIONS = 3;

/** The reply where no passage answers to `topic`: what was looked through, and words close in spelling. */
export function nothingFound(corpus: Corpus, topic: string, outlet?: string): Reply {
  const from = outlet === undefined ? '' : ` from ${outlet}`;
  const close = suggestions(corpus, topic);
  const hint = close.length > 0 ? `\nClose in spelling, and in the documents: ${close.join(', ')}` : '';
  const scope = count(corpus.documents.length, 'document');
  return say('nothing', `Nothing found${from} on: ${topic}\nLooked through ${scope}.${hint}`);
}

/** Words of the corpus for those words of `topic` that it does not have, at most three. */
function suggestions({ vocabulary }: Corpus, topic: string): string[] {
  const unknown = words(topic).filter(({ text }) => !vocabulary.has(text));
  const close = unknown.flatMap(({ text }) => vocabulary.closeTo(text, MAX_SUGGESTIONS));
  return [...new Set(close)].slice(0, MAX_SUGGESTIONS);
}
