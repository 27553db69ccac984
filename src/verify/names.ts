import { foldWord } from '../text/fold.js';
import { words } from '../text/words.js';

/** Words before a name that are no part of it. */
const FORMS_OF_ADDRESS = new Set(
  'mr mrs ms miss dr prof professor sir lord lady dame the former ex president vice senator sen representative rep congressman congresswoman governor gov mayor secretary minister prime chancellor chairman chairwoman judge justice general gen colonel col captain capt sergeant sgt lieutenant lt major maj pope bishop king queen prince princess attorney ambassador director'.split(
    ' ',
  ),
);

/** The parts of a name, folded, without titles and endings of a possessive. */
function namePartsOf(name: string): string[] {
  const all = words(name).map(({ text }) => foldWord(text).replace(/'s?$/, ''));
  const bare = all.filter((part) => !FORMS_OF_ADDRESS.has(part));
  return bare.length > 0 ? bare : all;
}

/**
 * True if two names may be the same person's, false if they are not, as far as their parts tell: accents, letter
 * case and titles apart, a part may be an initial, and a last name may stand for the whole.
 *
 * @example isSameName('President Obama', 'Barack Obama') // true
 * @example isSameName('Bill Clinton', 'Hillary Clinton') // false
 */
export function isSameName(a: string, b: string): boolean {
  const [one, other] = [namePartsOf(a), namePartsOf(b)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const isAmong = (part: string) => long.some((whole) => isSamePart(part, whole));
  return short.length > 0 && short.every(isAmong);
}

function isSamePart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length === 1 && long.startsWith(short));
}

/** A name: it begins with a capital, and is no pronoun or description ("the judge"). */
export function isName(text: string): boolean {
  return /^(?:The \p{Lu}|(?!The )\p{Lu})/u.test(text) && !PRONOUNS.has(foldWord(text));
}

const PRONOUNS = new Set('i he she it we you they who which'.split(' '));
