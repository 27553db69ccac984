import { isFraming } from '../languages/english/questions.js';
import { isCommon } from '../languages/terms.js';
import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import type { Engine } from '../search/engine.js';
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
export async function wordNotes({ engine }: Library, topic: string): Promise<string[]> {
  const notes: string[] = [];
  const { words: typed, statistics } = await statisticsOf(engine, topic);
  const unknown = typed.filter((_, at) => statistics[at]?.keys.length === 0).slice(0, MAX_NOTED);
  if (unknown.length > 0) notes.push(messages.search.unknownWords(unknown));
  const otherwise = typed.filter((_, at) => statistics[at]?.word === undefined).slice(0, MAX_NOTED);
  for (const word of otherwise) {
    const forms = (await engine.formsOf(word)).slice(0, MAX_FORMS);
    if (forms.length > 0) notes.push(messages.search.otherForms(word, forms));
  }
  return notes;
}

/** Up to three words of the documents that are close in spelling to words of `topic` that they do not have. */
export async function closeWords({ engine }: Library, topic: string): Promise<string[]> {
  const { words: typed, statistics } = await statisticsOf(engine, topic);
  const unknown = typed.filter((_, at) => statistics[at]?.word === undefined).slice(0, MAX_NOTED);
  const close = new Set<string>();
  for (const word of unknown) {
    for (const one of await engine.closeTo(word, MAX_SUGGESTIONS)) close.add(one);
  }
  return [...close].slice(0, MAX_SUGGESTIONS);
}

/** A topic, or a name, as an answer repeats it: on the line of ours that it stands in. */
export function repeated(topic: string): string {
  return onOneLine(topic, MAX_REPEATED);
}

/** The words of a topic that say something, each once, and what is known of them. */
async function statisticsOf(engine: Engine, topic: string) {
  const all = words(topic).map(({ text }) => text);
  // What only asks ("what did he say about") is as little missing from the documents as a function word.
  const typed = [...new Set(all.filter((word, at) => !isCommon(word) && !isFraming(all, at)))];
  return { words: typed, statistics: await engine.statistics(typed) };
}
