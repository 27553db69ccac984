import type { Token } from './tokens.js';
import { type Classes, FINITE_SAYING, Is, STRUCTURE } from './word-classes.js';

/** Words that name somebody or something: "he", "Dr. Anna Borg", "the mayor of Lund". */
export interface NounPhrase {
  readonly kind: 'pronoun' | 'name' | 'role';
  /** After its last token, by number. */
  readonly end: number;
}

/** No name and no description in prose has more words; it bounds the work on texts that are none. */
const MAX_WORDS = 14;
/** So many words stand between the first of a phrase and the name it leads to: "chief executive Lars Holm". */
const MAX_BEFORE_NAME = 4;
/** What stands between the marks of a nickname is shorter, in UTF-16 code units with the marks. */
const MAX_NICKNAME = 24;

export const is = (token: Token | undefined, classes: Classes): boolean =>
  token !== undefined && (token.classes & classes) !== 0;

/** Parts of one only as its first word: "the reported sighting", "a leading critic". */
const NEVER_LATER: Classes = FINITE_SAYING | Is.SayParticiple | Is.Verb | Is.Adverb | Is.Time | Is.Verbal;

/** What a clause may begin with. */
const OPENS_CLAUSE: Classes = Is.Pronoun | Is.Determiner | Is.Capital;

/** What tells which words are meant, and nobody who says them: "his recent claims that". */
const TELLS_WHICH = new Set([
  'recent',
  'latest',
  'earlier',
  'previous',
  'repeated',
  'own',
  'initial',
  'original',
  'public',
  'false',
]);

/** True if the word `at`, without a capital, can be a part of a description. */
function isNominal(tokens: readonly Token[], at: number, isFirst: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || is(token, STRUCTURE)) return false;
  if (is(token, Is.SayPresent) && !is(token, Is.SayNoun | Is.Utterance)) return false;
  if (isFirst) return true;
  // “The scholars say”, “the members of the council say that”, but “his claim that”
  const isPlural = is(tokens[at - 1], Is.Plural | Is.People) && !isOne(tokens[at - 1]);
  const opens = opensSpeech(tokens, at + 1) || is(tokens[at + 1], OPENS_CLAUSE);
  if (is(token, Is.SayOnly) && (isPlural || (opens && !is(token, Is.Utterance)))) return false;
  if (is(token, Is.Utterance) && TELLS_WHICH.has(tokens[at - 1]?.text ?? '')) return true;
  // “His remarks”, but “the mayor remarks that”.
  if (is(token, Is.SayNoun)) return !opensSpeech(tokens, at + 1) && !isWithObject(tokens, at);
  // “Chief operating officer”
  if (is(token, Is.Verbal) && is(tokens[at - 1], Is.Role) && is(tokens[at + 1], Is.Role)) return true;
  return !is(token, NEVER_LATER);
}

/** True for a form in -s before its object: "her team calls her". */
export function isWithObject(tokens: readonly Token[], at: number): boolean {
  if (!is(tokens[at], Is.Plural)) return false;
  // “The Post quotes Borg”: no noun stands between two names.
  const isBetweenNames = is(tokens[at - 1], Is.Capital) && is(tokens[at + 1], Is.Capital);
  return isBetweenNames || OBJECT.test(tokens[at + 1]?.text ?? '');
}
/** What no noun is before. */
const OBJECT = /^(?:the|a|an|his|her|its|their|it|him|them)$/;

/** True before a quotation, with a comma or colon before it or not, and before "that" or "out". */
function opensSpeech(tokens: readonly Token[], at: number): boolean {
  const next = /^[,:]$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  return tokens[next]?.kind === 'quotation' || /^(?:that|out)$/.test(tokens[at]?.text ?? '');
}

/** Reads the words that name somebody from the token `at` on; undefined where none do. */
export function readNounPhrase(tokens: readonly Token[], at: number): NounPhrase | undefined {
  const simple = readSimple(tokens, at, at + MAX_WORDS);
  if (!simple || simple.kind === 'pronoun') return simple;
  const { kind } = simple;
  let { end } = simple;
  // The mayor of Lund; Blumenthal and Cohen.
  while (end < at + MAX_WORDS) {
    const isOf = tokens[end]?.text === 'of';
    if (!isOf && !isJoinedName(tokens, end, kind)) break;
    const next = readSimple(tokens, end + 1, at + MAX_WORDS);
    if (next?.kind === 'name' || (isOf && next?.kind === 'role')) end = next.end;
    // “A man of letters”, but “accused Borg of saying”
    else if (isOf && !next && !is(tokens[end + 1], Is.SayParticiple) && isNominal(tokens, end + 1, true))
      end += 2;
    else break;
  }
  return { kind, end };
}

function isJoinedName(tokens: readonly Token[], end: number, kind: NounPhrase['kind']): boolean {
  const joint = tokens[end]?.text;
  return kind === 'name' && (joint === 'and' || joint === '&');
}

/** True for a name that ends as adverbs do and begins its sentence: "Kelly said". */
export function isNameInLy(tokens: readonly Token[], at: number): boolean {
  const isAdverb = is(tokens[at], Is.First) && is(tokens[at], Is.Adverb) && tokens[at]?.text.endsWith('ly');
  return isAdverb === true && is(tokens[at + 1], FINITE_SAYING);
}

/** What may stand between an article and a noun although it is an article itself. */
const COUNTS = new Set('two three four five six seven eight nine ten other others many few'.split(' '));

/** True for those that stand alone and take no dictionary form: "one says". */
export const isOne = (token: Token | undefined): boolean => /^(?:one|another)$/.test(token?.text ?? '');

/** A phrase without what is joined to it by "of" or "and"; it ends before the token `limit`. */
function readSimple(tokens: readonly Token[], at: number, limit: number): NounPhrase | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  if (is(first, Is.Pronoun)) return { kind: 'pronoun', end: at + 1 };
  if (isNameInLy(tokens, at)) return { kind: 'name', end: at + 1 };
  let next = at;
  if (is(first, Is.Determiner) || (is(first, Is.Time) && is(first, Is.Possessive))) next++;
  let determined = next > at;
  const particles = particlesBeforeName(tokens, at);
  if (particles > 0) next += particles;
  else if (!determined && !isCapital(tokens, at) && !leadsToPeople(tokens, at)) return undefined;
  // “The newly elected mayor”
  if (determined && is(tokens[next], Is.Adverb) && isNominal(tokens, next + 1, true)) next++;
  // “Many” may stand alone, and a verb follow: “many say”; so may “the two”.
  const counted = determined && COUNTS.has(tokens[next]?.text ?? '');
  if (counted) next++;
  const standsAlone = determined && (counted || is(first, Is.People));
  let [named, end, isFirst] = [false, standsAlone ? next : at, !standsAlone];
  const alone = next;
  for (; next < limit; isFirst = false) {
    const token = tokens[next];
    if (standsAlone && next === alone && is(token, Is.SayBase) && !isOne(first)) break;
    const step = isCapital(tokens, next) ? 1 : stepInName(tokens, next, named);
    if (step > 0) named = true;
    // The “Lund at Night” presenter.
    else if (determined && isFirst && token?.kind === 'quotation' && is(tokens[next + 1], Is.Role)) next++;
    else if (!isDescribing(tokens, next, determined, isFirst)) break;
    // “Borg’s chief legal adviser”
    determined ||= is(token, Is.Possessive);
    next += Math.max(step, 1);
    end = next;
  }
  if (end === at) return undefined;
  // “The Lund mayor”, “Borg’s lawyer”
  const isRole =
    !is(tokens[end - 1], Is.Capital) &&
    (determined || tokens.slice(at, end).some((token) => is(token, Is.Possessive)));
  return { kind: named && !isRole ? 'name' : 'role', end };
}

/** True for a part of a name; a sentence may begin with one that is a verb elsewhere: "State Sen. Anna Borg". */
function isCapital(tokens: readonly Token[], at: number): boolean {
  if (is(tokens[at], Is.Capital)) return true;
  return is(tokens[at], Is.First) && is(tokens[at], Is.SayBase) && is(tokens[at + 1], Is.Title);
}

/** How many particles a name begins with: "de Blasio", "von der Leyen". */
function particlesBeforeName(tokens: readonly Token[], at: number): number {
  if (!is(tokens[at], Is.Particle) || tokens[at]?.text === 'of') return 0;
  if (is(tokens[at + 1], Is.Capital)) return 1;
  return is(tokens[at + 1], Is.Particle) && is(tokens[at + 2], Is.Capital) ? 2 : 0;
}

/** How many tokens join a name to its next part: particles ("de la Cruz"), or a nickname between its marks or brackets. */
function stepInName(tokens: readonly Token[], at: number, named: boolean): number {
  if (!named) return 0;
  const [token, next, afterNext] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.kind === 'quotation')
    return is(tokens[at - 1], Is.Capital) && is(next, Is.Capital) && isNickname(token) ? 2 : 0;
  if (token?.text === '(') return isNicknameInBrackets(tokens, at) ? 4 : 0;
  if (!is(token, Is.Particle)) return 0;
  if (is(next, Is.Capital)) return 2;
  return (is(next, Is.Particle) || next?.text === 'the') && is(afterNext, Is.Capital) ? 3 : 0;
}

/** True in “Jonas (Joe) Vik”, with marks around the nickname or without. */
function isNicknameInBrackets(tokens: readonly Token[], at: number): boolean {
  const [before, nickname, closing, after] = [at - 1, at + 1, at + 2, at + 3].map((one) => tokens[one]);
  if (!is(before, Is.Capital) || closing?.text !== ')' || !is(after, Is.Capital)) return false;
  return nickname?.kind === 'quotation' ? isNickname(nickname) : is(nickname, Is.Capital);
}

/** True if a quotation may be a nickname: it is short, and no sentence and no part of one ends in it. */
function isNickname({ start, end, text }: Token): boolean {
  return end - start <= MAX_NICKNAME && /\p{L}/u.test(text);
}

/** True if the word `at` goes on with a description: after an article, a genitive or a name, or before a name. */
function isDescribing(tokens: readonly Token[], at: number, determined: boolean, isFirst: boolean): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (determined || is(before, Is.Possessive))
    return isNominal(tokens, at, isFirst || is(before, Is.Possessive));
  if (is(token, Is.Role | Is.People)) return isNominal(tokens, at, true);
  return isNominal(tokens, at, isFirst) && leadsToPeople(tokens, at);
}

/** What tells that the plural before it is who does it. */
const AFTER_PLURAL: Classes = FINITE_SAYING | Is.SayBase | Is.Auxiliary | Is.Modal;

/** True if the words from `at` on, without an article, are people, or a role before a name: "campaign officials". */
function leadsToPeople(tokens: readonly Token[], at: number): boolean {
  let role = false;
  for (let next = at; next < at + MAX_BEFORE_NAME; next++) {
    const token = tokens[next];
    if (is(token, Is.People)) return true;
    if (is(token, Is.Capital)) return role;
    // “Former employees say”
    if (is(token, Is.Plural) && isNominal(tokens, next, false) && is(tokens[next + 1], AFTER_PLURAL))
      return true;
    if (is(token, Is.Role)) role = true;
    else if (!isNominal(tokens, next, false)) return false;
  }
  return false;
}
