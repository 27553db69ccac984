import type { Corpus } from '../corpus/corpus.js';
import { foldWord } from '../text/fold.js';
import { isCommon } from '../text/terms.js';
import { type Word, words } from '../text/words.js';
import type { Choice } from './command.js';

/** What Discord shows at most. */
export const MAX_CHOICES = 25;
/** What Discord takes at most as a choice, in characters. */
const MAX_CHOICE_LENGTH = 100;
/** How many passages lend their words to what was typed before the last word. */
const PASSAGES_READ = 30;

/**
 * Topics that `typed` may become: its last word completed from the corpus, after the words before it from the
 * passages that have those. Each finds at least one passage.
 */
export function completeTopic(corpus: Corpus, typed: string): Choice[] {
  const text = typed.trimStart();
  const last = words(text).at(-1);
  const beingTyped = last && last.end === text.length ? last : undefined;
  const head = text.slice(0, beingTyped?.start ?? text.length);
  const begun = beingTyped?.text ?? '';
  const completions = head.trim() === '' ? wordsAlone(corpus, begun) : wordsBeside(corpus, head, begun);
  const whole = words(text).some((word) => !isCommon(word.text)) ? [text] : [];
  return offer([...completions.map((word) => head + word), ...whole], (topic) => finds(corpus, topic));
}

/** The outlets that hold `typed` in their names; the documents' ids where no outlet is stated. */
export function completeOutlet(corpus: Corpus, typed: string): Choice[] {
  const names = corpus.documents.map(({ source, id }) => source.outlet ?? id);
  const wanted = foldWord(typed.trim());
  return offer(names, (name) => foldWord(name).includes(wanted));
}

function offer(choices: readonly string[], fits: (choice: string) => boolean): Choice[] {
  const offered = new Set<string>();
  for (const choice of choices) {
    if (offered.size >= MAX_CHOICES) break;
    if (choice.length > 0 && choice.length <= MAX_CHOICE_LENGTH && fits(choice)) offered.add(choice);
  }
  return [...offered];
}

function finds(corpus: Corpus, topic: string): boolean {
  return corpus.index.search(topic, { limit: 1 }).length > 0;
}

function wordsAlone({ vocabulary }: Corpus, begun: string): string[] {
  return vocabulary.startingWith(begun, MAX_CHOICES);
}

/** Telling words that begin with `begun` in the passages about `head`, the most frequent first. */
function wordsBeside({ index, passages }: Corpus, head: string, begun: string): string[] {
  const folded = foldWord(begun);
  const already = new Set(words(head).map(({ text }) => foldWord(text)));
  const counts = new Map<string, { form: string; count: number }>();
  const fits = ({ text }: Word) => {
    const word = foldWord(text);
    return word.startsWith(folded) && !already.has(word) && !isCommon(text);
  };
  for (const hit of index.search(head, { limit: PASSAGES_READ })) {
    for (const word of words(passages[hit.passage]?.text ?? '').filter(fits)) {
      const entry = counts.get(foldWord(word.text)) ?? { form: word.text, count: 0 };
      entry.count++;
      counts.set(foldWord(word.text), entry);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ form }) => form);
}
