import { foldWord } from '../../../text/fold.js';
import { entryOf, LONGEST_LEMMA, synsetAt } from './dictionary.js';
import { spellingsOf } from './spellings.js';

/** Capitals, two or more, with or without full stops: "WHO", "U.S.". */
const IN_CAPITALS = /^(?:[A-Z]\.?){2,}$/;
/** Words of a name that its initials mostly leave out. */
const WITHOUT_INITIAL: ReadonlySet<string> = new Set(['of', 'and', 'the', 'for', 'in', 'on']);

/** A name as WordNet writes one: `_` between words. */
type Name = string;

/** The names of the things that a lemma names. */
function namesBeside(lemma: string): readonly (readonly Name[])[] {
  const entry = entryOf(lemma, 'n');
  return entry?.offsets.map((offset) => synsetAt('n', offset).words) ?? [];
}

/** A word as WordNet may have it as an abbreviation: `us` also as `u.s.`. */
function lemmasOf(words: readonly string[]): string[] {
  const folded = words.map(foldWord);
  const lemmas = [folded.join('_')];
  if (folded.length > 1) lemmas.push(...respelt(folded));
  else lemmas.push(`${[...(folded[0] ?? '')].join('.')}.`);
  return lemmas;
}

/** A name with one word spelt otherwise: "world health organisation". */
function respelt(name: readonly string[]): string[] {
  return name.flatMap((word, at) => spellingsOf(word).map((spelling) => name.with(at, spelling).join('_')));
}

/** A name's words, folded; the letters of "U. S. Army" are one. */
const rowOf = (name: Name): string[] =>
  name
    .replace(/\._(?=[A-Z]\.)/gi, '.')
    .split('_')
    .map(foldWord);
const sameRow = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('_') === other.join('_');

/** The initials of a name of several words, with and without those of its small words. */
function initialsOf(name: Name): string[] {
  const words = rowOf(name);
  const telling = words.filter((word) => !WITHOUT_INITIAL.has(word));
  return [words, telling].map((some) => some.map((word) => word.charAt(0)).join(''));
}

/** The names among those of one thing that are abbreviations, or have the initials of one. */
function abbreviated(names: readonly Name[]): Name[] {
  const short = names.filter((name) => IN_CAPITALS.test(name));
  const letters = new Set(short.map(foldWord));
  const long = names.filter(
    (name) => name.includes('_') && initialsOf(name).some((initials) => letters.has(initials)),
  );
  return [...short, ...long];
}

/**
 * The other names of what one name names, by abbreviation alone: of `['us']` `['united', 'states']` and `['usa']`, of
 * `['world', 'health', 'organization']` `['who']`. Takes the words of a name, folded or as typed; returns folded words.
 * Since small letters say as much here as capitals, a caller asks of `us`, `who` or `it` only where it is typed as a
 * name.
 */
export function abbreviationsOf(name: readonly string[]): readonly (readonly string[])[] {
  if (name.length > LONGEST_LEMMA / 2) return [];
  const lemmas = lemmasOf(name);
  const found = new Map<string, readonly string[]>();
  const own = lemmas.map((lemma) => rowOf(lemma));
  for (const names of lemmas.flatMap(namesBeside)) {
    const rows = abbreviated(names).map(rowOf);
    if (!rows.some((row) => own.some((asked) => sameRow(row, asked)))) continue;
    for (const row of rows) if (!own.some((asked) => sameRow(row, asked))) found.set(row.join('_'), row);
  }
  return [...found.values()];
}

/**
 * True if WordNet has a folded word as an abbreviation in capitals: `us`, `who` and `it` are names too, `and` and `the`
 * are not.
 */
export function isInitialism(word: string): boolean {
  const folded = foldWord(word);
  return lemmasOf([word])
    .flatMap(namesBeside)
    .some((names) => names.some((name) => IN_CAPITALS.test(name) && foldWord(name) === folded));
}
