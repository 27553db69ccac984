import type { Corpus } from '../corpus/corpus.js';
import { isFraming } from '../languages/english/questions.js';
import { isCommon } from '../languages/terms.js';
import { onOneLine } from '../text/typed.js';
import { words } from '../text/words.js';

/** A topic may be a whole page; a note names no more words than a reader takes in. */
const MAX_NOTED = 8;
const MAX_FORMS = 3;
const MAX_SUGGESTIONS = 3;
/** How much of a topic is repeated in an answer, in UTF-16 code units. */
const MAX_REPEATED = 300;

/**
 * What a member should know of the words that they typed: those that no document has, and those that the
 * documents have in another form only, which is what is shown instead.
 */
export function wordNotes({ vocabulary }: Corpus, topic: string): string[] {
  const notes: string[] = [];
  const unknown = unknownWords(topic, (word) => vocabulary.keysFor(word).length > 0);
  if (unknown.length > 0) notes.push(`In no document: ${unknown.join(', ')}`);
  for (const word of unknownWords(topic, (typed) => vocabulary.has(typed))) {
    const forms = vocabulary.formsOf(word).slice(0, MAX_FORMS);
    if (forms.length > 0) notes.push(`No document says ${word}; they say ${forms.join(', ')}`);
  }
  return notes;
}

/** Up to three words of the documents that are close in spelling to words of `topic` that they do not have. */
export function closeWords({ vocabulary }: Corpus, topic: string): string[] {
  const unknown = unknownWords(topic, (word) => vocabulary.has(word));
  const close = unknown.flatMap((word) => vocabulary.closeTo(word, MAX_SUGGESTIONS));
  return [...new Set(close)].slice(0, MAX_SUGGESTIONS);
}

/** A topic, or a name, as an answer repeats it: on the line of ours that it stands in. */
export function repeated(topic: string): string {
  return onOneLine(topic, MAX_REPEATED);
}

function unknownWords(topic: string, isKnown: (word: string) => boolean): string[] {
  const all = words(topic).map(({ text }) => text);
  // What only asks ("what did he say about") is as little missing from the documents as a function word.
  const typed = new Set(all.filter((word, at) => !isCommon(word) && !isFraming(all, at)));
  const unknown: string[] = [];
  for (const word of typed) {
    if (unknown.length === MAX_NOTED) break;
    if (!isKnown(word)) unknown.push(word);
  }
  return unknown;
}
