import { foldWord } from '../../text/fold.js';
import { words } from '../../text/words.js';
import { isCommon } from '../terms.js';

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
/** Words in which a date is told, besides numbers. */
const DATE_WORD =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|century|yesterday|today|tomorrow)$/;
const CAPITAL = /^\p{Lu}\p{Ll}/u;

/**
 * True if a sentence has a thing of this kind that the question does not have already. `asked` has the question's
 * words, folded.
 */
export function hasKind(sentence: string, kind: AnswerKind, asked: ReadonlySet<string>): boolean {
  return words(sentence).some(({ text, start }, at) => {
    const word = foldWord(text);
    if (asked.has(word)) return false;
    // A capital that begins the sentence says nothing.
    if (kind === 'name') return at > 0 && start > 0 && CAPITAL.test(text) && !isCommon(text);
    const isNumber = /\d/.test(word) || NUMBERS.has(word);
    return kind === 'number' ? isNumber : isDate(text, word, isNumber);
  });
}

function isDate(text: string, word: string, isNumber: boolean): boolean {
  if (/^\d{1,2}(?:st|nd|rd|th)$|^\d{3,4}s?$/.test(word)) return true;
  // "may" and "march" are verbs in small letters.
  return (
    !isNumber &&
    DATE_WORD.test(word) &&
    (CAPITAL.test(text) || /^(?:century|yesterday|today|tomorrow)$/.test(word))
  );
}

const ASKING = new Set([
  'did',
  'does',
  'do',
  'has',
  'have',
  'had',
  'will',
  'would',
  'could',
  'should',
  'can',
]);
const SPEAKING = new Set(['say', 'said', 'tell', 'told']);
/** No name is longer, in words: the former governor of Massachusetts Mitt Romney. */
const LONGEST_SUBJECT = 7;

/**
 * Where, among the words of a question, it names whose words it asks for: "Mitt Romney" in "What did Mitt Romney say about
 * …"; undefined where it asks for nobody's. The first of them, and the one after the last.
 */
export function askedSpeaker(question: readonly string[]): readonly [from: number, to: number] | undefined {
  const folded = question.map(foldWord);
  const asking = folded.findIndex((word) => ASKING.has(word));
  if (asking === -1) return undefined;
  const verb = folded.findIndex((word, at) => at > asking + 1 && SPEAKING.has(word));
  return verb === -1 || verb - asking > LONGEST_SUBJECT ? undefined : [asking + 1, verb];
}
