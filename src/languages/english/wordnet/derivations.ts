import { ENGLISH } from '../english.js';
import { baseFormsOf } from './base-forms.js';
import {
  type Entry,
  entriesOf,
  hasLemma,
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  type Synset,
  synsetAt,
} from './dictionary.js';
import { rememberedWords } from './remembered-words.js';

/** WordNet's signs for words of one root: derivation, what an adjective or adverb pertains to, a participle's verb. */
const OF_ONE_ROOT: ReadonlySet<string> = new Set(['+', '\\', '<']);
/** Words of one root begin alike at least so far, in letters: "deny" and "denial". */
const ALIKE_FROM_START = 3;
/** A shorter stem begins too many others by chance, in letters: "port" begins that of "portray". */
const TELLING_STEM = 5;

type Suffix = readonly [suffix: string, of: PartOfSpeech, from: PartOfSpeech, instead: readonly string[]];

/**
 * The suffixes that leave the meaning of a word as it was, with the part of speech that they make and that of the word
 * that takes them: those of which, in all pairs of WordNet 3.1 with one stem that it does not link itself, nearly all
 * are of one root. Others are not ("author" and "authority", "iron" and "ironic", "depart" and "department").
 */
const SUFFIXES: readonly Suffix[] = [
  ['ly', 'r', 'a', ['']],
  ['ically', 'r', 'a', ['ic']],
  ['ily', 'r', 'a', ['y']],
  ['ical', 'a', 'a', ['ic']],
  ['ical', 'a', 'n', ['ic', 'ics']],
  ['ional', 'a', 'n', ['ion']],
  ['ful', 'a', 'n', ['']],
  ['iful', 'a', 'n', ['y']],
  ['ful', 'a', 'v', ['']],
  ['able', 'a', 'v', ['', 'e']],
  ['ible', 'a', 'v', ['', 'e']],
  ['ism', 'n', 'a', ['']],
  ['ize', 'v', 'a', ['', 'al']],
  ['ise', 'v', 'a', ['', 'al']],
  ['ilize', 'v', 'n', ['ility']],
  ['ilise', 'v', 'n', ['ility']],
  ['ization', 'n', 'v', ['ize']],
  ['isation', 'n', 'v', ['ise']],
  ['ness', 'n', 'a', ['']],
  ['iness', 'n', 'a', ['y']],
  ['ility', 'n', 'a', ['le']],
  ['ation', 'n', 'v', ['ate', 'e']],
  ['er', 'n', 'v', ['', 'e']],
  ['or', 'n', 'v', ['', 'e']],
];

/** The base forms that WordNet links to a base as words of one root that begin alike, in one step. */
export const derivedWith = rememberedWords((base) => {
  const found = new Set(withoutSuffix(base));
  for (const entry of entriesOf(base)) {
    for (const [rank, offset] of entry.offsets.entries()) {
      const synset = synsetAt(entry.pos, offset);
      for (const word of pointedAt(synset, base)) found.add(word);
      if (isOften(entry, rank)) for (const word of mentionedIn(synset.definition, base)) found.add(word);
    }
  }
  found.delete(base);
  return [...found];
});

/** True for the senses that WordNet's tagged texts have, and for the first: rare ones are defined by chance. */
const isOften = ({ tagged }: Entry, rank: number): boolean => rank < Math.max(1, tagged);

function isAlike(one: string, other: string): boolean {
  const length = Math.min(ALIKE_FROM_START, one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
}

function pointedAt({ words, pointers }: Synset, base: string): string[] {
  const own = words.findIndex((word) => word.toLowerCase() === base);
  return pointers
    .filter(({ sign, from }) => OF_ONE_ROOT.has(sign) && from === own)
    .flatMap(({ pos, offset, to }) => synsetAt(pos, offset).words[to]?.toLowerCase() ?? [])
    .filter((word) => isAlike(word, base));
}

/** The words of one stem with `base` that its definition has: what is defined by such a word is of its root. */
function mentionedIn(definition: string, base: string): string[] {
  const start = base.slice(0, ALIKE_FROM_START);
  return (definition.toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((word) => word.startsWith(start))
    .flatMap(baseFormsOf)
    .filter((word) => isOfOneStem(word, base));
}

/** True if the stems of two words are one, or one begins with the other: Porter's of "produce" and "product" are not one. */
function isOfOneStem(one: string, other: string): boolean {
  const [stem, longer] = [ENGLISH.stem(one), ENGLISH.stem(other)].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  return stem === longer || (stem.length >= TELLING_STEM && longer.startsWith(stem));
}

/** The words with the stem of `base` that take one of its suffixes. WordNet may not know `base`, but knows them. */
function withoutSuffix(base: string): string[] {
  const stem = ENGLISH.stem(base);
  const parts = PARTS_OF_SPEECH.filter((pos) => hasLemma(base, pos));
  return SUFFIXES.flatMap(([suffix, of, from, instead]) => {
    if (!base.endsWith(suffix) || (parts.length > 0 && !parts.includes(of))) return [];
    const root = base.slice(0, -suffix.length);
    return instead
      .map((end) => root + end)
      .filter((word) => ENGLISH.stem(word) === stem && hasLemma(word, from));
  });
}
