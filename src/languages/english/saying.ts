import { is, isNameInLy, isWithObject } from './noun-phrase.js';
import type { Phrase } from './phrases.js';
import type { Token } from './tokens.js';
import { type Classes, FINITE_SAYING, Is, SAYING } from './word-classes.js';

/**
 * How a verb of saying stands: with a subject of its own ("said", "has said"), after "to" or in -ing, which have that
 * of the clause around them, or of one who is spoken of ("was called").
 */
export type SayingForm = 'finite' | 'infinitive' | 'participle' | 'passive';

/** A verb of saying with its auxiliaries and adverbs. */
export interface Saying {
  readonly form: SayingForm;
  /** True for what is only thought, or not yet said: "believes", "will say". */
  readonly isUnsaid: boolean;
  /** After its last token, by number. */
  readonly end: number;
}

/** So many auxiliaries and adverbs may stand before the verb: "would not even have said". */
const MAX_BEFORE_VERB = 4;

/** The classes of the words that a verb of saying may begin with. */
const MAY_BEGIN: Classes = SAYING | Is.Auxiliary | Is.Modal | Is.Adverb | Is.Verb;

/** With these, nothing is said yet. */
const MAY = new Set([
  'will',
  'would',
  'should',
  'could',
  'can',
  'may',
  'might',
  'must',
  'shall',
  '’ll',
  '’d',
]);

/** What is said after a verb of saying and belongs to it: "pointed out", "lashed back". */
const AFTER_VERB = new Set(['out', 'back', 'up', 'off', 'in', 'on']);
/** What it does with what is said: "As Borg put it". */
const PUTTING = new Set(['put', 'puts', 'putting']);

/** Where nothing follows that is gone on: "“So,” he went on". */
const GOING = new Set(['goes', 'went']);
const ON_TO: Classes = Is.Determiner | Is.Capital | Is.Time | Is.Number | Is.Verbal;

/** Verbs that say something with "back": "shot back". */
const WITH_BACK = new Set(['shot', 'shoots', 'fired', 'fires', 'hit', 'hits', 'wrote']);
/** With what is said as their object they are a verb of saying: "made the claim". */
const MAKING = new Set(['make', 'makes', 'made', 'making', 'issued', 'issues', 'issuing']);
/** So many words may stand between the article and the noun there. */
const MAX_BEFORE_UTTERANCE = 2;

/** Reads a verb of saying from the token `at` on, after the phrases before it; undefined where there is none. */
export function readVerbOfSaying(
  tokens: readonly Token[],
  at: number,
  phrases: readonly Phrase[],
): Saying | undefined {
  const before = phrases.at(-1);
  if (!is(tokens[at], MAY_BEGIN) && tokens[at]?.text !== 'to') return undefined;
  if (isNameInLy(tokens, at)) return undefined;
  let next = at;
  const had = { be: false, modal: false, may: false };
  const isInfinitive = tokens[at]?.text === 'to';
  if (isInfinitive) next++;
  while (next < at + MAX_BEFORE_VERB && is(tokens[next], Is.Auxiliary | Is.Modal | Is.Adverb)) {
    // What may be a verb of saying is one where nothing else follows.
    had.be = is(tokens[next], Is.Be) || (had.be && is(tokens[next], Is.Adverb));
    had.modal ||= is(tokens[next], Is.Modal);
    had.may ||= MAY.has(tokens[next]?.text ?? '');
    next++;
  }
  const verb = tokens[next];
  if (verb?.kind !== 'word') return undefined;
  // “Called on members” asks, and says nothing.
  if (verb.text.startsWith('call') && /^(?:up)?on$/.test(tokens[next + 1]?.text ?? '')) return undefined;
  const isUnsaid = had.may || is(verb, Is.Thought);
  const end = readMade(tokens, next) ?? readBack(tokens, next) ?? endOfVerb(tokens, next);
  const made = end !== undefined && !is(verb, SAYING);
  if (end === undefined) return undefined;
  if (made)
    return {
      form: isInfinitive ? 'infinitive' : verb.text.endsWith('ing') ? 'participle' : 'finite',
      end,
      isUnsaid,
    };
  if (is(verb, Is.Capital | Is.Verb)) return undefined;
  if (CONTINUING.test(verb.text) && !isBesideQuotation(tokens, end, phrases)) return undefined;
  if (isInfinitive) return is(verb, Is.SayBase) ? { form: 'infinitive', end, isUnsaid } : undefined;
  if (is(verb, Is.SayBase) && (had.modal || takesBase(before))) return { form: 'finite', end, isUnsaid };
  if (is(verb, Is.SayParticiple)) {
    const isNoun = is(verb, Is.SayNoun) && !had.be && before?.text !== ',';
    if (isNoun && !opensQuotation(tokens, end)) return undefined;
    return { form: had.be ? 'finite' : 'participle', end, isUnsaid };
  }
  if (!is(verb, FINITE_SAYING)) return undefined;
  if (is(verb, Is.SayNoun) && !isVerbHere(tokens, end, phrases)) return undefined;
  // “Referred to as” lacks whom somebody refers to.
  const isReferred = tokens[end]?.text === 'to' && tokens[end + 1]?.text === 'as';
  const isPassive = had.be || isReferred || (is(verb, Is.SayPast) && isDoneBy(tokens, end));
  return { form: isPassive ? 'passive' : 'finite', end, isUnsaid };
}

/** True before "by Borg", but not before "by hitting". */
function isDoneBy(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'by' && !/..ing$/.test(tokens[at + 1]?.text ?? '');
}

/** After a verb of saying and the adverb that belongs to it. */
function endOfVerb(tokens: readonly Token[], at: number): number | undefined {
  if (!is(tokens[at], SAYING)) return undefined;
  const [next, afterNext] = [tokens[at + 1]?.text ?? '', tokens[at + 2]];
  if (!AFTER_VERB.has(next)) return at + 1;
  // “Said on” before the title of a show.
  const isPreposition =
    is(afterNext, Is.Determiner | Is.Capital | Is.Time | Is.Possessive) ||
    (afterNext?.kind === 'quotation' && /^(?:in|on)$/.test(next));
  return isPreposition ? at + 1 : at + 2;
}

function readBack(tokens: readonly Token[], at: number): number | undefined {
  const [verb = '', next] = [tokens[at]?.text, tokens[at + 1]?.text];
  const goesOn =
    GOING.has(verb) && next === 'on' && !is(tokens[at + 2], ON_TO) && tokens[at + 2]?.text !== 'to';
  return (WITH_BACK.has(verb) && next === 'back') || (PUTTING.has(verb) && next === 'it') || goesOn
    ? at + 2
    : undefined;
}

/** After "made the audacious claim". */
function readMade(tokens: readonly Token[], at: number): number | undefined {
  if (!MAKING.has(tokens[at]?.text ?? '') || !is(tokens[at + 1], Is.Determiner)) return undefined;
  for (let next = at + 2; next <= at + 2 + MAX_BEFORE_UTTERANCE; next++) {
    if (is(tokens[next], Is.Utterance)) return next + 1;
    if (tokens[next]?.kind !== 'word') return undefined;
  }
  return undefined;
}

/** True after what takes a verb's dictionary form: "they say", "critics say". */
function takesBase(before: Phrase | undefined): boolean {
  return before?.kind === 'noun' && before.isPlural === true;
}

/** True if a form that is a noun as often is a verb here: after a pronoun, or before what is said. */
function isVerbHere(tokens: readonly Token[], end: number, phrases: readonly Phrase[]): boolean {
  const before = phrases.at(-1);
  if (phrases.at(-2)?.kind === 'quotation') return true;
  if (before?.kind !== 'noun' && before?.kind !== 'relative') return false;
  // “Borg calls Zell”, but “Borg calls for”.
  if (before.noun === 'name' && is(tokens[end], Is.Capital | Is.Pronoun | Is.Determiner)) return true;
  return (
    before.noun === 'pronoun' ||
    opensQuotation(tokens, end) ||
    isWithObject(tokens, end - 1) ||
    tokens[end]?.text === 'that' ||
    tokens[end - 1]?.text === 'out'
  );
}

/** Next to a quotation it says something: "“So,” he continued", but "he continued to spend". */
const CONTINUING = /^continue[sd]?$/;

function isBesideQuotation(tokens: readonly Token[], end: number, phrases: readonly Phrase[]): boolean {
  return opensQuotation(tokens, end) || phrases.slice(-3).some(({ kind }) => kind === 'quotation');
}

/** True before a quotation, or before a comma or colon and one. */
function opensQuotation(tokens: readonly Token[], at: number): boolean {
  const next = /^[,:]$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  return tokens[next]?.kind === 'quotation';
}
