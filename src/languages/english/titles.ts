import type { Phrase } from './phrases.js';
import { isEnd } from './subject.js';
import { regularForms } from './verb-forms.js';

/** What stands before a noun, by its first word. */
const ARTICLE = /^(?:the|a|an|his|her|its|their|my|our)$/;

/** True for the title of a work, which nobody says: on “Lund at Night”, the paper’s “Morning Letter”. */
export function isTitleOfWork(phrases: readonly Phrase[], at: number): boolean {
  if (isTitleBeside(phrases, at)) return true;
  // “Lund at Night” and “Morning Letter”
  const isListed = phrases[at]?.isWork && /^(?:and|or)$/.test(phrases[at - 1]?.text ?? '');
  return isListed === true && phrases[at - 2]?.kind === 'quotation' && isTitleBeside(phrases, at - 2);
}

/** Right before what somebody or something is called, by nobody in particular. */
const NAMED = new Set([
  'so-called',
  'nicknamed',
  'named',
  'subtitled',
  'styled',
  'christened',
  'nickname',
  'pseudonym',
  'alias',
]);

/** True after "known as", with an adverb in it or not: "known locally as". */
function isKnownAs(phrases: readonly Phrase[], at: number): boolean {
  const back = phrases[at - 2]?.kind === 'adverb' ? at - 3 : at - 2;
  return phrases[at - 1]?.text === 'as' && phrases[back]?.text === 'known';
}

/** True for what a name is said to be: "his nickname was". */
function isNameOfIt(phrases: readonly Phrase[], at: number): boolean {
  const [noun, verb] = [phrases[at - 2], phrases[at - 1]];
  return /^(?:is|was)$/.test(verb?.text ?? '') && NAMES.test(noun?.last ?? '');
}

/** True for a word that the sentence is about: "Use of the word “wall” is rare". */
function isWordItself(phrases: readonly Phrase[], at: number): boolean {
  const noun = phrases[at - 1];
  return noun?.kind === 'noun' && /^(?:word|term|phrase)$/.test(noun.last) && isEnd(phrases[at - 2]);
}

const NAMES = /^(?:nickname|pseudonym|alias|codename|moniker|name|title)$/;

/** What is done with a work and not with words: "hosts “Lund at Night”". */
const MAKES_WORK: ReadonlySet<string> = new Set(
  'host direct edit produce record compose perform publish release watch screen air play star co-host narrate'
    .split(' ')
    .map((base) => regularForms(base, base === 'star' ? 'always' : 'never'))
    .flatMap(({ base, present, past, participle }) => [base, present, ...past, ...participle])
    .concat(['sing', 'sings', 'sang', 'singing']),
);

/** True where a sentence or a part of it ends. */
function isLast(phrase: Phrase | undefined): boolean {
  return !phrase || phrase.kind === 'mark' || phrase.kind === 'end' || phrase.kind === 'conjunction';
}

/** The same by what stands beside it. */
function isTitleBeside(phrases: readonly Phrase[], at: number): boolean {
  const [before, after] = [phrases[at - 1], phrases[at + 1]];
  if (NAMED.has(before?.last ?? '')) return true;
  if (isKnownAs(phrases, at) || isNameOfIt(phrases, at) || isWordItself(phrases, at)) return true;
  // “Apprentice”-style
  if (after?.text === '-' && after.start === phrases[at]?.end) return true;
  if (!phrases[at]?.isWork) return false;
  if (before?.isGenitive || before?.isWork) return true;
  // “Hosts “Lund at Night””, “told “Lund at Night” that”
  if (MAKES_WORK.has(before?.text ?? '')) return true;
  // “Borg, who wrote “Lund at Night””
  if (before?.text === 'wrote' && phrases[at - 2]?.kind === 'relative') return true;
  if (/^(?:tells?|told|telling)$/.test(before?.text ?? '') && !isLast(after)) return true;
  // The “Make Lund Great” hat
  const isInside = before?.noun === 'role' || (before?.kind === 'word' && ARTICLE.test(before.text));
  if (isInside && (after?.kind === 'word' || after?.kind === 'noun')) return true;
  // “In the “Blue Hall””; but “as” says what somebody is called, and “to” may begin what somebody promises.
  const place = before && ARTICLE.test(before.text) ? phrases[at - 2] : before;
  if (place?.kind === 'preposition') return !/^(?:as|to)$/.test(place.text);
  // The thriller, “Lund at Night,”
  const noun = phrases[at - 2];
  return before?.text === ',' && noun?.kind === 'noun' && noun.isWork;
}

/** Verbs that give a thing its name: "a group called “…”". */
const NAMING = /^(?:called|dubbed|titled|entitled|termed|branded|headlined|label+ed)$/;

/** Whom a verb that gives a name is about: "called her “…”". */
const OBJECTS = new Set(['him', 'her', 'it', 'them', 'me', 'us', 'you', 'himself', 'herself', 'themselves']);

/** True for a title right after the verb, whose object does not stand before its subject: but "what Borg called “…”". */
function isNamedWork(phrases: readonly Phrase[], verb: number, at: number): boolean {
  const before = phrases[verb - 2];
  const isObjectBefore =
    before?.kind === 'relative' || before?.kind === 'subordinator' || before?.text === 'as';
  return at === verb + 1 && phrases[at]?.isWork === true && !isObjectBefore;
}

/** True for a participle that stands for "which is called": right before the name, after a thing or a comma. */
export function isNaming(phrases: readonly Phrase[], verb: number, at: number): boolean {
  const before = phrases[verb - 1];
  const isNext = at === verb + 1 || (at === verb + 2 && phrases[verb + 1]?.kind === 'word');
  if (!isNext || !NAMING.test(phrases[verb]?.text ?? '')) return false;
  if (OBJECTS.has(phrases[verb + 1]?.text ?? '')) return false;
  return before?.text === ',' || before?.noun === 'role' || isNamedWork(phrases, verb, at);
}
