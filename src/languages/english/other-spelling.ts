import { foldWord } from '../../text/fold.js';
import { isShortFor } from './abbreviations.js';
import { abbreviationsOf } from './wordnet/initialisms.js';
import { spellingsOf } from './wordnet/spellings.js';

/** What a contraction's ending stands for. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  "'s": ['is', 'has', 'us'],
  "'d": ['would', 'had', 'did'],
  "'ll": ['will', 'shall'],
  "'re": ['are'],
  "'ve": ['have'],
  "'m": ['am'],
  "n't": ['not'],
};
const CONTRACTED = /^(.+?)('(?:s|d|ll|re|ve|m)|n't)$/;
/** Those whose verb loses letters. */
const SHORTENED: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

/** As many words as another spelling may part one in: “work force”, “do not”; a name's article is one more. */
export const MOST_RESPELT = 2;

/**
 * True if words, as printed, are the same in another spelling: British or American, parted or not, contracted,
 * abbreviated, or a name of another script.
 *
 * @example isOtherSpelling(['work', 'force'], ['workforce']) // true
 * @example isOtherSpelling(['I’d'], ['I', 'would']) // true
 */
export function isOtherSpelling(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one.map(foldWord), other.map(foldWord)];
  if (a.length === 0 || b.length === 0) return false;
  if (a.join('') === b.join('')) return true;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const [first = ''] = few;
  if (few.length > 1) return false;
  if (many.length > 1 && stands(first, many)) return true;
  const [second = ''] = many;
  if (many.length === 1 && (isShort(first, second) || spellingsOf(first).includes(second))) return true;
  const [name, longer] = a.length <= b.length ? [one, other] : [other, one];
  return isSameName(name, longer);
}

function isShort(one: string, other: string): boolean {
  return isShortFor(one, other) || isShortFor(other, one);
}

/** True for a contraction or initials that stand for several words. */
function stands(word: string, row: readonly string[]): boolean {
  const [, verb = '', ending = ''] = CONTRACTED.exec(word) ?? [];
  const [first = '', second = ''] = row;
  if (row.length === 2 && (SHORTENED[verb] ?? verb) === first && ENDINGS[ending]?.includes(second))
    return true;
  return abbreviationsOf([word]).some((name) => name.join(' ') === row.join(' '));
}

const NAME = /^\p{Lu}/u;
/** The Arabic article before a name. */
const ARTICLE = /^(?:al|el)$/;
/** Of fewer consonants too many names are alike. */
const MIN_CONSONANTS = 3;

/** True for a name, and one with or without its article, that sound alike: letters of other scripts have no one spelling. */
function isSameName([name = '']: readonly string[], other: readonly string[]): boolean {
  const own = other.length > 1 && ARTICLE.test(foldWord(other[0] ?? '')) ? other.slice(1) : other;
  const [second = ''] = own;
  if (own.length !== 1 || !NAME.test(name) || !NAME.test(second)) return false;
  const [a, b] = [soundOf(name), soundOf(second)];
  return a.consonants.length >= MIN_CONSONANTS && a.consonants === b.consonants && a.vowels === b.vowels;
}

/** Its consonants, those that romanizations write differently as one, and how many vowels it has. */
function soundOf(name: string): { readonly consonants: string; readonly vowels: number } {
  const folded = foldWord(name).replace(/[^a-z]/g, '');
  const written = folded
    .replace(/[kg]h|[qgc](?!h)/g, 'k')
    .replace(/dh/g, 'd')
    .replace(/(.)\1/g, '$1');
  return {
    consonants: written.replace(/[aeiouy]+/g, ''),
    vowels: written.match(/[aeiouy]+/g)?.length ?? 0,
  };
}
