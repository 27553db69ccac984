import { isCommon } from '../languages/terms.js';
import type { Library } from '../library/library.js';
import type { Filter } from '../search/engine.js';
import { search } from '../search/search.js';
import { foldWord } from '../text/fold.js';
import { type Word, words } from '../text/words.js';
import type { Choice } from './command.js';

/** The most choices that are offered at once: as many as anybody reads. */
export const MAX_CHOICES = 25;
/** How many passages lend their words to what was typed before the last word. */
const PASSAGES_READ = 30;

/**
 * Topics that `typed` may become: its last word completed from the corpus, after the words before it from the
 * passages that have those. Each finds at least one passage, of `outlet` where that is given.
 */
export async function completeTopic(library: Library, typed: string, outlet?: string): Promise<Choice[]> {
  const text = typed.trimStart();
  const last = words(text).at(-1);
  const beingTyped = last && last.end === text.length ? last : undefined;
  const head = text.slice(0, beingTyped?.start ?? text.length);
  const begun = beingTyped?.text ?? '';
  const filter = outlet === undefined ? undefined : { outlet };
  const finds = async (topic: string) => (await search(library, topic, { filter })).hits.length > 0;

  const completed =
    head.trim() === ''
      ? await completeWord(library, begun, filter && finds)
      : (await wordsBeside(library, head, begun, filter)).map((word) => head + word);
  const worthAsking = words(text).some((word) => !isCommon(word.text)) && (await finds(text));
  return [...new Set(worthAsking ? [...completed, text] : completed)].slice(0, MAX_CHOICES);
}

/** The words of the corpus that begin with `begun`, of those that `finds` holds for where it is given. */
async function completeWord(
  { engine }: Library,
  begun: string,
  finds: ((topic: string) => Promise<boolean>) | undefined,
): Promise<string[]> {
  const beginning = await engine.startingWith(begun, MAX_CHOICES);
  if (!finds) return [...beginning];
  const found: string[] = [];
  for (const word of beginning) if (await finds(word)) found.push(word);
  return found;
}

/** The outlets that hold `typed` in their names; the documents' ids where no outlet is stated. */
export function completeOutlet(library: Library, typed: string): Choice[] {
  const wanted = foldWord(typed.trim());
  return library.tellers.filter((name) => foldWord(name).includes(wanted)).slice(0, MAX_CHOICES);
}

/** The names of those who are said to say something, the most frequent first, that hold `typed`. */
export function completeSpeaker(library: Library, typed: string): Choice[] {
  const wanted = foldWord(typed.trim());
  const found = library.speakers.names().filter(({ folded }) => folded.includes(wanted));
  return found.slice(0, MAX_CHOICES).map(({ name }) => name);
}

/** Telling words that begin with `begun` in the passages about `head`, the most frequent first. */
async function wordsBeside(
  library: Library,
  head: string,
  begun: string,
  filter: Filter | undefined,
): Promise<string[]> {
  const folded = foldWord(begun);
  const already = new Set(words(head).map(({ text }) => foldWord(text)));
  const counts = new Map<string, { form: string; count: number }>();
  const fits = ({ text }: Word) => {
    const word = foldWord(text);
    return word.startsWith(folded) && !already.has(word) && !isCommon(text);
  };
  const { hits } = await search(library, head, { filter });
  for (const { passage } of hits.slice(0, PASSAGES_READ)) {
    for (const word of words(passage.text).filter(fits)) {
      const entry = counts.get(foldWord(word.text)) ?? { form: word.text, count: 0 };
      entry.count++;
      counts.set(foldWord(word.text), entry);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ form }) => form);
}
