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
