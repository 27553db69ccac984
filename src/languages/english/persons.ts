import { outerQuotationsIn } from '../../text/quotation-marks.js';
import { withoutOwner } from './owner.js';
import { phrasesOf } from './phrases.js';
import { tokensOf } from './tokens.js';
import { classesOf, Is } from './word-classes.js';

/** Prepositions before a place: "in Lund". */
const PLACES = /^(?:in|at|near|across|throughout|outside|inside|around|within|toward|towards|off|into)$/;
/** A thing that is called by a name with an article: "the White House", "the Senate". */
const WITH_ARTICLE = /^(?:the|a|an) /i;
/** What is written in capitals throughout is no person: "FBI", "U.S." */
const CAPITALS = /^(?:\p{Lu}\.?){2,}$/u;

/**
 * The names outside of quotations in one paragraph that may be a person's, in order, as they stand. Places after
 * their preposition, abbreviations, and things with an article are left out; whatever else has a capital is in, so
 * that one name means that nobody else can be meant.
 */
export function personsIn(text: string): string[] {
  const phrases = phrasesOf(tokensOf(text, outerQuotationsIn(text)));
  return phrases.flatMap(({ kind, noun, start, end }, at) => {
    const before = phrases[at - 1];
    if (kind !== 'noun' || noun === 'pronoun') return [];
    if (before?.kind === 'preposition' && PLACES.test(before.text)) return [];
    return text
      .slice(start, end)
      .split(/\s(?:and|&)\s/)
      .flatMap(peopleOf);
  });
}

/** What begins or ends a name of several words that is a place's or a body's: "New Lund", "Lund Council". */
const BEGINS_PLACE =
  /^(?:new|north|south|east|west|northern|southern|eastern|western|central|upper|lower|united|great|saint|st|san|santa|los|las|mount|lake|port|fort|cape)$/i;
const ENDS_THING =
  /^(?:house|tower|street|avenue|road|square|hall|park|city|county|state|states|kingdom|republic|federation|islands?|river|valley|beach|times|post|news|journal|tribune|gazette|herald|party|parliament|congress|senate|council|committee|court|commission|union|league|club|association|society|institute|institution|university|college|school|hospital|church|center|centre|bank|fund|group|company|corp|inc|ltd|agency|bureau|department|ministry|office|service|force|army|guard|act|bill|accord|treaty|war|day|week|games|cup|prize|award)$/i;

/**
 * True for a name that is somebody's beyond doubt: it has a title, or a first name before the last.
 *
 * @example isPersonal('Mr. Borg') // true
 */
export function isPersonal(name: string): boolean {
  const parts = name.replace(/['’]s?$/, '').split(/\s+/);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || WITH_ARTICLE.test(name) || !/^\p{Lu}/u.test(last)) return false;
  if (ENDS_THING.test(last) || CAPITALS.test(last)) return false;
  return hasRole(first) || isTitle(first) || !BEGINS_PLACE.test(first);
}

function isTitle(word: string): boolean {
  return (classesOf(word.toLowerCase()) & Is.Title) !== 0;
}

/** Who may be meant by a name: of “Borg’s lawyer” two people, of “Borg’s house” one. */
function peopleOf(name: string): string[] {
  const owned = withoutOwner(name);
  if (owned === name) return [name].filter(mayBePerson);
  const owner = name.slice(0, -owned.length).trimEnd();
  return [...[owner].filter(mayBePerson), ...[owned].filter((one) => mayBePerson(one) || hasRole(one))];
}

function mayBePerson(name: string): boolean {
  if (CAPITALS.test(name)) return false;
  const isNamed = /\p{Lu}/u.test(name.replace(WITH_ARTICLE, ''));
  return isNamed && (!WITH_ARTICLE.test(name) || hasRole(name));
}

/** True if a word of a name is what people are called by what they do. */
function hasRole(name: string): boolean {
  return name.split(/\s/).some((word) => (classesOf(word.toLowerCase()) & Is.Role) !== 0);
}
