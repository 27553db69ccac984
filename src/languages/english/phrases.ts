import type { Span } from '../../text/span.js';
import { is, isOne, type NounPhrase, readNounPhrase } from './noun-phrase.js';
import { readVerbOfSaying, type SayingForm } from './saying.js';
import type { Token } from './tokens.js';
import { FINITE_SAYING, Is } from './word-classes.js';

/** A part of a sentence, in UTF-16 code units: who, says, to, whom. */
export interface Phrase extends Span {
  readonly kind:
    | 'noun'
    | 'saying'
    | 'according'
    | 'verb'
    | 'preposition'
    | 'conjunction'
    | 'subordinator'
    | 'relative'
    | 'adverb'
    | 'quotation'
    | 'mark'
    | 'end'
    | 'word';
  /** Its first token's text. */
  readonly text: string;
  /** Its last token's. */
  readonly last: string;
  readonly noun?: NounPhrase['kind'] | undefined;
  /** True for what takes a verb's dictionary form: "they", "two senators", "Borg and Zell". */
  readonly isPlural?: boolean | undefined;
  /** True for a quotation written as a title and for a noun that has one ("film"), and for a noun in the genitive: "Borg’s". */
  readonly isWork: boolean;
  readonly isGenitive?: boolean | undefined;
  readonly form?: SayingForm | undefined;
  /** True for what is only thought, or not yet said: "believes", "will say". */
  readonly isUnsaid?: boolean | undefined;
  /** The possessor alone of what is said: "his" of "his claim". */
  readonly possessor?: Span | undefined;
  /** The quotation, by its number. */
  readonly quotation: number;
}

/** What some phrases have. */
type More = Partial<Omit<Phrase, keyof Span | 'kind' | 'text' | 'last' | 'quotation'>>;
const NO_MORE: More = {};

/** The phrases of a paragraph in order, with nothing but blanks between them. */
export function phrasesOf(tokens: readonly Token[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { phrase, end } = readPhrase(tokens, at, phrases);
    phrases.push(phrase);
    at = end;
  }
  return phrases;
}

function readPhrase(
  tokens: readonly Token[],
  at: number,
  before: readonly Phrase[],
): { phrase: Phrase; end: number } {
  const token = tokens[at] as Token;
  const made = (kind: Phrase['kind'], end: number, more: More = NO_MORE) => ({
    phrase: {
      kind,
      start: token.start,
      end: tokens[end - 1]?.end ?? token.end,
      text: token.text,
      last: tokens[end - 1]?.text ?? token.text,
      quotation: token.quotation,
      isWork: is(tokens[end - 1], Is.Work),
      noun: more.noun,
      isPlural: more.isPlural,
      isGenitive: more.isGenitive,
      possessor: more.possessor,
      form: more.form,
      isUnsaid: more.isUnsaid,
    },
    end,
  });
  if (token.kind !== 'word') return made(token.kind, at + 1);
  const according = readAccording(tokens, at);
  if (according) return made('according', according);
  const saying = readVerbOfSaying(tokens, at, before);
  if (saying) return made('saying', saying.end, { form: saying.form, isUnsaid: saying.isUnsaid });
  const time = timeBeforeName(tokens, at);
  if (time) return made('adverb', time);
  if (isParty(tokens, at)) return made('word', at + 1);
  const noun = readNounPhrase(tokens, at);
  if (noun && isTime(tokens, at, noun.end)) return made('adverb', noun.end);
  const glued = noun && nameAfterPlace(tokens, at, noun, before);
  if (glued) return made('noun', glued, { noun: 'name' });
  if (noun) {
    const isPlural = isPluralNoun(tokens, at, noun);
    const isGenitive = is(tokens[noun.end - 1], Is.Possessive);
    const more = { noun: noun.kind, isPlural, isGenitive, possessor: possessorOf(tokens, at, noun) };
    return made(is(token, Is.Relative) ? 'relative' : 'noun', noun.end, more);
  }
  return made(kindOf(token), at + 1);
}

/** A first name and a last one. */
const FULL_NAME = 2;

/**
 * Where somebody's name begins that follows a place without a comma: "In Lund Anna Borg said". A preposition begins
 * the sentence and the verb needs a subject, so that the place cannot be all of it.
 */
function nameAfterPlace(
  tokens: readonly Token[],
  at: number,
  { kind, end }: NounPhrase,
  before: readonly Phrase[],
): number | undefined {
  if (kind !== 'name' || !is(tokens[end], FINITE_SAYING) || !isInLeadIn(before)) return undefined;
  const role = tokens.findIndex((token, index) => index > at && index < end && is(token, Is.Role | Is.Title));
  const from = role === -1 ? Math.max(at + 1, end - FULL_NAME) : role;
  return from < end && tokens.slice(at, end).every((token) => is(token, Is.Capital)) ? from : undefined;
}

/** No clause without a verb that begins a sentence has more phrases. */
const MAX_LEAD_IN = 8;

/** True after a preposition of place in what begins a sentence with one and has no verb and no comma yet. */
function isInLeadIn(before: readonly Phrase[]): boolean {
  if (!/^(?:in|at|on|from)$/.test(before.at(-1)?.text ?? '')) return false;
  for (let back = before.length - 1; back >= 0 && before.length - back <= MAX_LEAD_IN; back--) {
    const [phrase, first] = [before[back], before[back - 1]];
    if (!LEADS_IN.has(phrase?.kind ?? 'end')) return false;
    if (!first || first.kind === 'end') return phrase?.kind === 'preposition';
  }
  return false;
}
const LEADS_IN = new Set<Phrase['kind']>(['preposition', 'noun', 'adverb', 'word']);

/** After "this week" before who does something then: "This week Borg said". */
function timeBeforeName(tokens: readonly Token[], at: number): number | undefined {
  const time = tokens[at + 1];
  const isTold = /^(?:this|that|every|each)$/.test(tokens[at]?.text ?? '') && is(time, Is.Time);
  return isTold && !is(time, Is.Possessive) && is(tokens[at + 2], Is.Capital) ? at + 2 : undefined;
}

/** True for a party and a place, which say nothing: "Borg, D-Lund, said". */
function isParty(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at - 1]?.text === ',' && /^\p{L}-\p{L}/u.test(tokens[at]?.text ?? '') && is(tokens[at], Is.Capital)
  );
}

/** True for "this week" and "the first day", which nobody is. */
function isTime(tokens: readonly Token[], at: number, end: number): boolean {
  if (!is(tokens[end - 1], Is.Time) || is(tokens[end - 1], Is.Possessive)) return false;
  return tokens.slice(at, end).every((token) => is(token, Is.Time | Is.Determiner | Is.Number));
}

function isPluralNoun(tokens: readonly Token[], at: number, { kind, end }: NounPhrase): boolean {
  if (kind === 'pronoun') return is(tokens[at], Is.PluralPronoun);
  // “The members of the council”
  const own = tokens.slice(at, end);
  const of = own.findIndex(({ text }) => text === 'of');
  const last = own.at(of > 0 ? of - 1 : -1);
  const joined = kind === 'name' && own.some(({ text }) => text === 'and');
  return joined || (is(last, Is.People) && !isOne(last)) || (kind === 'role' && is(last, Is.Plural));
}

/** Whose words a noun names: "his claim", "Borg’s first remark". */
function possessorOf(tokens: readonly Token[], at: number, { end }: NounPhrase): Span | undefined {
  if (!is(tokens[end - 1], Is.Utterance)) return undefined;
  for (let next = end - 2; next >= at; next--) {
    const token = tokens[next];
    if (!token || !is(token, Is.Possessive)) continue;
    const genitive = /’s?$/.exec(token.text)?.[0].length ?? 0;
    return { start: tokens[at]?.start ?? token.start, end: token.end - genitive };
  }
  return undefined;
}

/** After "according to" or "in the words of". */
function readAccording(tokens: readonly Token[], at: number): number | undefined {
  const texts = (...words: string[]) => words.every((word, index) => tokens[at + index]?.text === word);
  if (texts('according', 'to')) return at + 2;
  return texts('in', 'the', 'words', 'of') ? at + 4 : undefined;
}

const KIND_OF_CLASS: readonly (readonly [number, Phrase['kind']])[] = [
  [Is.Relative, 'relative'],
  [Is.Preposition, 'preposition'],
  [Is.Conjunction, 'conjunction'],
  [Is.Subordinator, 'subordinator'],
  [Is.Auxiliary | Is.Modal | Is.Verb, 'verb'],
  [Is.Adverb | Is.Time | Is.Number, 'adverb'],
];

function kindOf(token: Token): Phrase['kind'] {
  const known = KIND_OF_CLASS.find(([classes]) => is(token, classes));
  if (known) return known[1];
  return is(token, Is.Verbal) && token.text.endsWith('d') ? 'verb' : 'word';
}
