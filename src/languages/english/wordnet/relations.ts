import { baseFormsOf, detached, undoubled } from './base-forms.js';
import { derivedWith } from './derivations.js';
import { rememberedWords } from './remembered-words.js';
import { spellingsOf } from './spellings.js';

const sharesAny = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

/** The bases of a word and their other spellings; if WordNet does not know it, whatever the plain rules make of it. */
const basesOf = rememberedWords((word) => {
  const bases = baseFormsOf(word);
  if (bases.length === 0) return unknownBasesOf(word);
  return [...new Set(bases.flatMap((base) => [base, ...spellingsOf(base)]))];
});

function unknownBasesOf(word: string): string[] {
  const bare = word.replace(/'s?$/, '');
  const double = undoubled(bare);
  return [...new Set([bare, ...detached(bare, 'n'), ...detached(bare, 'v'), ...(double ? [double] : [])])];
}

/**
 * True if two folded words are forms of one word, or of one word's spellings: "paid" and "pay", "colour" and
 * "colors". Words that WordNet does not know are compared by the plain rules of English inflection.
 */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  return sharesAny(basesOf(one), basesOf(other));
}

/** The bases of a word and the words of their root, over one step. */
function relativesOf(word: string): string[] {
  const bases = basesOf(word);
  return [...bases, ...bases.flatMap(derivedWith)];
}

/** The same over two steps. */
const kinOf = rememberedWords((word) => {
  const relatives = relativesOf(word);
  return [...new Set([...relatives, ...relatives.flatMap(derivedWith)])];
});

/**
 * True if two folded words are forms of one word, or of one root and alike in how they begin: WordNet leads from one
 * to the other in three steps at most, each a derivation, a plain suffix, or a definition by the other's stem. "nation"
 * and "nationalism" are, "university" and "universe" are not. Of words that WordNet does not know, only forms of one
 * word are, and those that a plain suffix makes of words that it knows.
 *
 * Of pairs with one stem (Porter's) whose words both occur ten times or more in news, encyclopedias and abstracts, it
 * tells three in five apart as the same word and one in three as related; of one in eighteen it says that they are not,
 * wrongly of about one in five of these ("origin", "original").
 */
export function isRelated(one: string, other: string): boolean {
  if (isSameWord(one, other)) return true;
  const [relatives, others] = [relativesOf(one), relativesOf(other)];
  // Most that are related meet at once; looking further costs more.
  return sharesAny(relatives, others) || sharesAny(relatives, kinOf(other)) || sharesAny(others, kinOf(one));
}
