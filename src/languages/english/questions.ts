import { foldWord } from '../../text/fold.js';
import { words } from '../../text/words.js';

/** What kind of thing answers a question: a sentence that has none of it hardly answers. */
export type AnswerKind = 'date' | 'number' | 'name';

// Verbs that ask what was said, of documents that do nothing else but say; and the words after "how".
const FRAME = new Set([
  'say',
  'says',
  'said',
  'saying',
  'tell',
  'told',
  'think',
  'thinks',
  'thought',
  'talk',
]);
const HOW = new Set(['many', 'much']);

/** True if a word at `at` of a question is about asking and not about what is asked, beyond function words. */
export function isFraming(question: readonly string[], at: number): boolean {
  const word = foldWord(question[at] ?? '');
  if (FRAME.has(word)) return true;
  return HOW.has(word) && foldWord(question[at - 1] ?? '') === 'how';
}

const TIME = `(?:year|date|day|month|century|decade|time)`;
const ASKS: readonly (readonly [kind: AnswerKind, question: RegExp])[] = [
  ['date', new RegExp(String.raw`\bwhen\b|\b(?:what|which) ${TIME}\b`, 'i')],
  [
    'number',
    /\bhow (?:many|much|old|long|far|tall|high|big|large|fast|often)\b|\bwhat (?:percentage|percent|number|amount|proportion|share)\b/i,
  ],
  ['name', /\bwho(?:m|se)?\b/i],
];

/** The kind of thing that a question asks for; undefined where its words do not say. */
export function answerKind(question: string): AnswerKind | undefined {
  return ASKS.find(([, pattern]) => pattern.test(question))?.[0];
}

const NUMBER_WORDS =
  'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions half third quarter dozen dozens';
const NUMBERS = new Set(NUMBER_WORDS.split(' '));
const DATE =
  /\b\d{3,4}s?\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\bcentury\b|\byesterday\b|\btoday\b/;
// A capital that does not begin the sentence.
const NAME = /\S\s+["“(‘']?\p{Lu}\p{L}+/u;

/** True if a sentence has a thing of this kind. */
export function hasKind(sentence: string, kind: AnswerKind): boolean {
  if (kind === 'date') return DATE.test(sentence);
  if (kind === 'name') return NAME.test(sentence);
  return /\d/.test(sentence) || words(sentence).some(({ text }) => NUMBERS.has(foldWord(text)));
}
