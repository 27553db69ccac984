import type { Corpus } from '../corpus/corpus.js';
import { speakersOf } from '../corpus/speakers.js';
import { isCommon } from '../languages/terms.js';
import { foldWord } from '../text/fold.js';
import { type Word, words } from '../text/words.js';
import type { Choice } from './command.js';
import { passing } from './filters.js';

/** As many choices as anybody reads. */
export const MAX_CHOICES = 25;
/** How many passages lend their words to what was typed before the last word. */
const PASSAGES_READ = 30;

/**
 * Topics that `typed` may become: its last word completed from the corpus, after the words before it from the
 * passages that have those. Each finds at least one passage, of `outlet` where that is given.
 */
export function completeTopic(corpus: Corpus, typed: string, outlet?: string): Choice[] {
  const text = typed.trimStart();
  const last = words(text).at(-1);
  const beingTyped = last && last.end === text.length ? last : undefined;
  const head = text.slice(0, beingTyped?.start ?? text.length);
  const begun = beingTyped?.text ?? '';
  const where = passing(corpus, text, { outlet });
  const finds = (topic: string) => corpus.index.search(topic, { where, limit: 1 }).length > 0;

  const completed =
    head.trim() === ''
      ? corpus.vocabulary.startingWith(begun, MAX_CHOICES).filter((word) => !where || finds(word))
      : wordsBeside(corpus, head, begun, where).map((word) => head + word);
  const worthAsking = words(text).some((word) => !isCommon(word.text)) && finds(text);
  return [...new Set(worthAsking ? [...completed, text] : completed)].slice(0, MAX_CHOICES);
}

/** The outlets that hold `typed` in their names; the documents' ids where no outlet is stated. */
export function completeOutlet(corpus: Corpus, typed: string): Choice[] {
  const wanted = foldWord(typed.trim());
  const names = corpus.documents.map(({ teller }) => teller);
  return [...new Set(names)].filter((name) => foldWord(name).includes(wanted)).slice(0, MAX_CHOICES);
}

/** The names of those who are said to say something, the most frequent first, that hold `typed`. */
export function completeSpeaker(corpus: Corpus, typed: string): Choice[] {
  const wanted = foldWord(typed.trim());
  const names = speakersOf(corpus).filter((name) => foldWord(name).includes(wanted));
  return names.slice(0, MAX_CHOICES);
}

/** Telling words that begin with `begun` in the passages about `head`, the most frequent first. */
function wordsBeside(
  { index, passages }: Corpus,
  head: string,
  begun: string,
  where: ((passage: number) => boolean) | undefined,
): string[] {
  const folded = foldWord(begun);
  const already = new Set(words(head).map(({ text }) => foldWord(text)));
  const counts = new Map<string, { form: string; count: number }>();
  const fits = ({ text }: Word) => {
    const word = foldWord(text);
    return word.startsWith(folded) && !already.has(word) && !isCommon(text);
  };
  for (const hit of index.search(head, { where, limit: PASSAGES_READ })) {
    for (const word of words(passages[hit.passage]?.text ?? '').filter(fits)) {
      const entry = counts.get(foldWord(word.text)) ?? { form: word.text, count: 0 };
      entry.count++;
      counts.set(foldWord(word.text), entry);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ form }) => form);
}
