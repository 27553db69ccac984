import { bareName } from '../languages/terms.js';
import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { type Aim, type QueryTerm, readQuery } from '../search/query.js';
import { onOneLine } from '../text/typed.js';
import { uniqueBy } from '../text/unique-by.js';
import { formsFound } from './forms-found.js';

/** A topic may be a whole page; a note names no more words than a reader takes in. */
const MAX_NOTED = 8;
const MAX_FORMS = 3;
const MAX_SUGGESTIONS = 3;
/** How much of a topic is repeated in an answer, in UTF-16 code units. */
const MAX_REPEATED = 300;

/** The words of a topic or question that no document has as they were typed. */
export interface WordsNotAsTyped {
  /** Those that none has in any form, spelling or abbreviation either, in the order in which they were typed. */
  readonly unknown: readonly string[];
  /** Those that the documents write otherwise, and how, the most frequent first. */
  readonly otherwise: readonly { readonly typed: string; readonly forms: readonly string[] }[];
}

/** Which words of `topic` no document has as typed, of the first eight of those; what only asks is none of them. */
export async function wordsNotAsTyped(library: Library, topic: string, aim: Aim): Promise<WordsNotAsTyped> {
  const { engine } = library;
  const unknown: string[] = [];
  const otherwise: { typed: string; forms: readonly string[] }[] = [];
  for (const term of (await termsNotAsTyped(library, topic, aim)).slice(0, MAX_NOTED)) {
    const { typed, folded, adjoining } = term;
    const { forms: all, complete } = await formsFound(engine, term);
    const forms = all.slice(0, MAX_FORMS);
    if (forms.length === 0 && complete) unknown.push(typed);
    // A possessive is no other form to speak of.
    if (forms.length === 0 || forms.some((form) => bareName(form) === folded)) continue;
    const before = otherwise.at(-1);
    const isCompound = adjoining && before && before.forms.join() === forms.join();
    if (isCompound) otherwise.pop();
    otherwise.push({ typed: isCompound ? asTyped(before.typed, typed, topic) : typed, forms });
  }
  return { unknown, otherwise };
}

/** Two words that follow each other in `topic` as they stand there, with a blank or a hyphen between them. */
function asTyped(first: string, second: string, topic: string): string {
  const found = [' ', '-', '\u2010', '\u2011'].map((between) => `${first}${between}${second}`);
  return found.find((one) => topic.includes(one)) ?? `${first} ${second}`;
}

/** What a member should know of the words that they typed: those that no document has, and what is shown for others. */
export function wordNotes({ unknown, otherwise }: WordsNotAsTyped): string[] {
  return [
    ...(unknown.length > 0 ? [messages.search.unknownWords(unknown)] : []),
    ...otherwise.map(({ typed, forms }) => messages.search.otherForms(typed, forms)),
  ];
}

/** Up to three words of the documents that are close in spelling to words that they have in no form. */
export async function closeWords({ engine }: Library, { unknown }: WordsNotAsTyped): Promise<string[]> {
  const close = new Set<string>();
  for (const typed of unknown) {
    for (const one of await engine.closeTo(typed, MAX_SUGGESTIONS)) close.add(one);
  }
  return [...close].slice(0, MAX_SUGGESTIONS);
}

/** A topic, or a name, as an answer repeats it: on the line of ours that it stands in. */
export function repeated(topic: string): string {
  return onOneLine(topic, MAX_REPEATED);
}

/** The words of a topic that say something and that no passage has as they were typed, each once. */
async function termsNotAsTyped({ engine }: Library, topic: string, aim: Aim): Promise<QueryTerm[]> {
  const { terms } = await readQuery(topic, engine, aim);
  const each = uniqueBy(terms, ({ typed }) => typed);
  const statistics = await engine.statistics(each.map(({ typed }) => typed));
  return each.filter((_, at) => statistics[at]?.word === undefined);
}
