import { baseFormsOf } from '../languages/english/wordnet/base-forms.js';
import { abbreviationsOf } from '../languages/english/wordnet/initialisms.js';
import { inflectionsOf } from '../languages/english/wordnet/irregular-forms.js';
import { spellingsOf } from '../languages/english/wordnet/spellings.js';
import { bareName, isCommon } from '../languages/terms.js';
import type { Word } from '../text/words.js';
import { isAdjoining } from './adjoining.js';
import type { Engine, WordStatistics } from './engine.js';
import { groupedNumberAt } from './grouped-numbers.js';
import { statisticsByWord } from './statistics-by-word.js';

/** Words in a row that stand for one that was typed. */
export interface Row {
  /** The numbers of the keys that each of them may have. */
  readonly keys: readonly (readonly number[])[];
  /** True if they count only where a hyphen joins them: "hand-off", and not "a hand off the wheel". */
  readonly hyphenated: boolean;
  /** True if they count only as the groups of one number: "1 000", and not "in 1, 000". */
  readonly grouped?: boolean;
}

/** What else stands for a word, of what some passage has. */
export interface Variants {
  readonly keys: readonly number[];
  /** The words with these keys, folded. */
  readonly spelled: readonly string[];
  readonly rows: readonly Row[];
  /** What the most frequent of the keys weighs; undefined where there are none. */
  readonly weight: number | undefined;
}

/** Another way to write a word: one word, or several in a row. */
interface Spelling {
  readonly words: readonly string[];
  readonly hyphenated?: boolean;
  readonly grouped?: boolean;
}

/**
 * For each of some words of `text`, what else stands for it: irregular forms (paid for pay), British and American
 * spellings, abbreviations and what they stand for (US, USA, United States), and compounds that are written in one word
 * or in two.
 */
export async function variantsOf(
  typed: readonly Word[],
  text: string,
  engine: Pick<Engine, 'statistics'>,
): Promise<Variants[]> {
  const spellings = typed.map((word, at) => [
    ...formsOf(word.text),
    ...compoundsAt(typed, at, text),
    ...abbreviationsAt(typed, at),
    ...numbersAt(typed, at, text),
  ]);
  const known = await statisticsByWord(
    spellings.flatMap((list) => list.flatMap(({ words }) => words)),
    engine,
  );
  return spellings.map((list) => gathered(list, known));
}

function gathered(spellings: readonly Spelling[], known: ReadonlyMap<string, WordStatistics>): Variants {
  const keysOf = (word: string) => known.get(word)?.keys ?? [];
  const single = spellings.flatMap(({ words: [word, ...more] }) =>
    word === undefined || more.length > 0 || keysOf(word).length === 0 ? [] : [word],
  );
  const rows = spellings.flatMap(({ words, hyphenated = false, grouped }): Row[] => {
    const keys = words.map(keysOf);
    return keys.length < 2 || keys.some((one) => one.length === 0)
      ? []
      : [{ keys, hyphenated, ...(grouped && { grouped }) }];
  });
  const weights = single.flatMap((word) => known.get(word)?.weight ?? []);
  return {
    keys: [...new Set(single.flatMap(keysOf))],
    spelled: single.map(bareName),
    rows,
    weight: weights.length > 0 ? Math.min(...weights) : undefined,
  };
}

/** Forms of a word whose stems are not its own, and its other spellings. */
function formsOf(word: string): Spelling[] {
  const folded = bareName(word);
  const bases = [folded, ...baseFormsOf(folded)];
  const all = [...bases, ...bases.flatMap((base) => inflectionsOf(base)), ...spellingsOf(folded)];
  const others = [...new Set(all)].filter((one) => one !== folded && !isCommon(one));
  return others.map((one) => ({ words: one.split(/[-\s]/) }));
}

/** A number with its thousands marked in other ways. */
function numbersAt(typed: readonly Word[], at: number, text: string): Spelling[] {
  const number = groupedNumberAt(typed, at, text);
  if (!number) return [];
  const others = number.words.filter((word) => word !== typed[at]?.text);
  return [...others.map((word) => ({ words: [word] })), { words: number.groups, grouped: true }];
}

/** A part of a word that is parted at a letter has so many letters, unless a hyphen shows that it is one. */
const LEAST_PART = 3;
/** Longer words are no compounds of two; it bounds the work on what is no word at all. */
const LONGEST_COMPOUND = 24;

/** A compound as others write it: two words that were typed as one, and one word as two. */
function compoundsAt(typed: readonly Word[], at: number, text: string): Spelling[] {
  const own = typed[at];
  if (!own) return [];
  const found: Spelling[] = [];
  for (const [first, second] of [
    [typed[at - 1], own],
    [own, typed[at + 1]],
  ]) {
    if (first && second && isAdjoining(text, first, second))
      found.push({ words: [bareName(first.text) + bareName(second.text)] });
  }
  found.push(...joinedByHyphen(own, text));
  const folded = bareName(own.text);
  if (folded.length > LONGEST_COMPOUND || !/^[\p{L}\p{N}]+$/u.test(folded)) return found;
  for (let cut = 1; cut < folded.length; cut++) {
    const words = [folded.slice(0, cut), folded.slice(cut)];
    found.push({ words, hyphenated: !words.every((part) => part.length >= LEAST_PART && !isCommon(part)) });
  }
  return found;
}

/** A word with what a hyphen joins to it, in one: "off" of "hand-off" is a function word, and no term of its own. */
function joinedByHyphen({ text: word, end }: Word, text: string): Spelling[] {
  const joined = /^[-\u2010\u2011]([\p{L}\p{N}]+)/u.exec(text.slice(end, end + LONGEST_COMPOUND))?.[1];
  return joined === undefined ? [] : [{ words: [bareName(word) + bareName(joined)] }];
}

/** The longest name of which abbreviations are looked for, in words. */
const LONGEST_NAME = 5;

/** What an abbreviation stands for, and the abbreviations of the name that a word is of. */
function abbreviationsAt(typed: readonly Word[], at: number): Spelling[] {
  const own = typed[at];
  if (!own) return [];
  const found = [...abbreviationsOf([bareName(own.text)])];
  for (let from = Math.max(0, at - LONGEST_NAME + 1); from <= at; from++) {
    for (let to = Math.max(at + 1, from + 2); to <= Math.min(typed.length, from + LONGEST_NAME); to++) {
      found.push(...abbreviationsOf(typed.slice(from, to).map(({ text }) => bareName(text))));
    }
  }
  return inCapitals(found).map((name) => ({ words: name }));
}

/** Names with those of one word in capitals, since in small letters some abbreviations are function words. */
export function inCapitals(names: readonly (readonly string[])[]): (readonly string[])[] {
  return names.map((name) => (name.length === 1 ? name.map((one) => one.toUpperCase()) : name));
}
