import type { Passage } from '../corpus/passage.js';
import { languageOf } from '../languages/index.js';
import { isCommon, keyOf, terms } from '../languages/terms.js';
import type { Library } from '../library/library.js';
import { withoutChatMarkup } from '../text/chat-markup.js';
import { foldWord } from '../text/fold.js';
import { NO_DEADLINE } from '../text/pace.js';
import { type Word, words } from '../text/words.js';
import {
  bareChoice,
  type Candidate,
  choicesFrom,
  documentChoice,
  lookedAtOnce,
  titledChoice,
} from './choices.js';
import type { Choice, CompletionContext } from './command.js';
import { type Filters, filtersGiven } from './filters.js';
import { searchPassages } from './search-passages.js';

/** The most words that are looked at for the one being typed: of the most frequent, others than these may find something with the other options. */
const MAX_WORDS = 200;
/** The most outlets or speakers that are tried with what was asked. */
const MAX_NAMES = 1_000;
/** How many passages lend their words to what was typed before the last word. */
const PASSAGES_READ = 30;

/**
 * Topics that `typed` may become: its last word completed from the corpus, after the words before it from the
 * passages that have those. Each finds what it says with the options given so far, and is named with the title of the
 * document that has it best.
 */
export async function completeTopic(context: CompletionContext, typed: string): Promise<Choice[]> {
  const { library, given, deadline = NO_DEADLINE } = context;
  const filters = filtersGiven(given);
  if (!filters) return [];
  const text = withoutChatMarkup(typed).trimStart();
  const last = words(text).at(-1);
  const beingTyped = last && last.end === text.length ? last : undefined;
  const head = text.slice(0, beingTyped?.start ?? text.length);
  const begun = beingTyped?.text ?? '';
  // Beside function words stands anything.
  const isFirst = words(head).every((word) => isCommon(word.text));
  const fitting = isFirst
    ? library.engine.startingWith(begun, MAX_WORDS)
    : wordsBeside(library, head, begun, filters);
  const completions = (await deadline.before(fitting)) ?? [];
  const topics = new Map(completions.map((word) => [head + word, word]));
  if (words(text).some((word) => !isCommon(word.text)) && !topics.has(text)) topics.set(text, begun);
  // A word of the corpus is found by itself wherever nothing narrows the search.
  const isSure = head === '' && Object.values(filters).every((filter) => filter === undefined);
  const candidates = [...topics].map(
    ([topic, word]): Candidate => ({
      value: topic,
      isSure: isSure && topic !== text,
      look: async () => {
        const best = await bestPassage(library, topic, word, filters);
        return best && titledChoice(topic, best.document.source.title);
      },
    }),
  );
  return choicesFrom(candidates, { deadline, atOnce: lookedAtOnce(library) });
}

/** The passage that comes first on a topic, if it has the topic's last word and nothing had to be read otherwise. */
async function bestPassage(
  library: Library,
  topic: string,
  word: string,
  filters: Filters,
): Promise<Passage | undefined> {
  const { best, corrections, loosened } = await searchPassages(library, topic, filters);
  const passage = best[0]?.passage;
  if (!passage || corrections.length > 0 || loosened.length > 0) return undefined;
  const language = languageOf(passage.language);
  const key = keyOf(word, language);
  return word === '' || terms(passage.text, language).some((one) => one.key === key) ? passage : undefined;
}

/**
 * The outlets that hold `typed` in their names, and the ids of documents that state none, named with their titles,
 * which may hold it too. Where a topic or question was given, only those that have something on it.
 */
export async function completeOutlet(context: CompletionContext, typed: string): Promise<Choice[]> {
  const tellers = await context.library.catalogue.tellers(typed.trim(), MAX_NAMES);
  const choices = tellers.map((one) =>
    'outlet' in one ? bareChoice(one.outlet) : documentChoice(one.document),
  );
  return thatFind(context, choices, (outlet) => ({ outlet }));
}

/**
 * The names of those who are said to say something, the most frequent first, that hold `typed`. Where a topic or
 * question was given, only those who say something on it.
 */
export async function completeSpeaker(context: CompletionContext, typed: string): Promise<Choice[]> {
  const names = await context.library.catalogue.speakers(typed.trim(), MAX_NAMES);
  return thatFind(context, names.map(bareChoice), (speaker) => ({ speaker }));
}

/** Those of `choices` with which what was asked is found, all where nothing was asked yet. */
async function thatFind(
  { library, given, deadline }: CompletionContext,
  choices: readonly Choice[],
  filterOf: (value: string) => Filters,
): Promise<Choice[]> {
  const { topic, question = topic } = given;
  const asked = withoutChatMarkup(String(question ?? '')).trim();
  const aim = topic === undefined ? 'answer' : 'topic';
  const look = async (choice: Choice) => {
    const filters = filtersGiven({ ...given, ...filterOf(choice.value) });
    const found = filters && (await searchPassages(library, asked, filters, { aim }));
    return found && found.best.length > 0 ? choice : undefined;
  };
  const candidates = choices.map(
    (choice): Candidate => ({
      value: choice.value,
      isSure: asked === '',
      look: async () => (asked === '' ? choice : look(choice)),
    }),
  );
  return choicesFrom(candidates, { deadline, atOnce: lookedAtOnce(library) });
}

/** Telling words that begin with `begun` in the passages about `head`, the most frequent first. */
async function wordsBeside(
  library: Library,
  head: string,
  begun: string,
  filters: Filters,
): Promise<string[]> {
  const folded = foldWord(begun);
  const already = new Set(words(head).map(({ text }) => foldWord(text)));
  const counts = new Map<string, { form: string; count: number }>();
  const fits = ({ text }: Word) => {
    const word = foldWord(text);
    return word.startsWith(folded) && !already.has(word) && !isCommon(text);
  };
  const { best } = await searchPassages(library, head, filters);
  for (const { passage } of best.slice(0, PASSAGES_READ)) {
    for (const word of words(passage.text).filter(fits)) {
      const entry = counts.get(foldWord(word.text)) ?? { form: word.text, count: 0 };
      entry.count++;
      counts.set(foldWord(word.text), entry);
    }
  }
  const ordered = [...counts.values()].sort((a, b) => b.count - a.count);
  return ordered.slice(0, MAX_WORDS).map(({ form }) => form);
}
