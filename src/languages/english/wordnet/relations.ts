import { baseFormsOf, detached, undoubled } from './base-forms.js';
import { entriesOf, synsetAt } from './dictionary.js';
import { rememberedWords } from './remembered.js';
import { spellingsOf } from './spellings.js';

/** WordNet's signs for words of one root: derivation, what an adjective or adverb pertains to, a participle's verb. */
const OF_ONE_ROOT: ReadonlySet<string> = new Set(['+', '\\', '<']);
/** Words of one root begin alike at least so far, in letters: "deny" and "denial". */
const ALIKE_FROM_START = 3;

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

/** The bases of a word and the words that WordNet derives from them or them from. */
const relativesOf = rememberedWords((word) => {
  const bases = basesOf(word);
  const found = new Set(bases);
  for (const base of bases) for (const relative of derivedWith(base)) found.add(relative);
  return [...found];
});

function derivedWith(base: string): string[] {
  return entriesOf(base).flatMap(({ pos, offsets }) =>
    offsets.flatMap((offset) => {
      const { words, pointers } = synsetAt(pos, offset);
      const own = words.findIndex((word) => word.toLowerCase() === base);
      return pointers
        .filter(({ sign, from }) => OF_ONE_ROOT.has(sign) && from === own)
        .flatMap(({ pos: there, offset: at, to }) => synsetAt(there, at).words[to]?.toLowerCase() ?? []);
    }),
  );
}

/**
 * True if two folded words are forms of one word, or are of one root and begin alike: WordNet derives one from the
 * other, or both from or with a third. "nation" and "nationalism" are, "university" and "universe" are not. Of words
 * that WordNet does not know, only forms of one word are.
 */
export function isRelated(one: string, other: string): boolean {
  if (isSameWord(one, other)) return true;
  if (one.slice(0, ALIKE_FROM_START) !== other.slice(0, ALIKE_FROM_START)) return false;
  return sharesAny(relativesOf(one), relativesOf(other));
}
