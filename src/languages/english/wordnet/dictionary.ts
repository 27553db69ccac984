import { LRUCache } from 'lru-cache';
import { PlacedLines, SortedLines } from './files.js';

/** Nouns, verbs, adjectives and adverbs, by the letters that WordNet has for them. */
export const PARTS_OF_SPEECH = ['n', 'v', 'a', 'r'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

const FILES: Readonly<Record<PartOfSpeech, string>> = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };

/** The senses of a word in one part of speech: where their synsets stand, the most frequent first. */
export interface Entry {
  readonly pos: PartOfSpeech;
  readonly offsets: readonly number[];
  /** How many of them, from the first, occur in WordNet's tagged texts; the others are in no telling order. */
  readonly tagged: number;
}

/** A relation of a synset, or of one of its words, to another. */
export interface Pointer {
  /** WordNet's sign for it (wninput(5WN)): `+` derivation, `@` hypernym, `~` hyponym, `&` similar to. */
  readonly sign: string;
  readonly pos: PartOfSpeech;
  readonly offset: number;
  /** Index of the word in this synset that it is of; -1 if of them all. */
  readonly from: number;
  /** Index of the word in the other synset that it leads to; -1 if to them all. */
  readonly to: number;
}

/** Words for one thing. */
export interface Synset {
  /** As WordNet writes them: capitals kept, `_` for a blank. */
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
  /** Without the examples that follow it. */
  readonly definition: string;
}

/** The longest lemma of WordNet 3.1, in characters: what is longer is not looked up. */
export const LONGEST_LEMMA = 71;
/** What stands before the definition of a synset, and before the first of its examples. */
const GLOSS_SIGN = ' | ';
const EXAMPLE = '; "';
const ASCII = /^[!-~]+$/;

const indexes = new Map<PartOfSpeech, SortedLines>();
const data = new Map<PartOfSpeech, PlacedLines>();

/** What is read or opened the first time that a part of speech is asked for. */
function once<T>(known: Map<PartOfSpeech, T>, pos: PartOfSpeech, make: (name: string) => T): T {
  const made = known.get(pos) ?? make(FILES[pos]);
  known.set(pos, made);
  return made;
}

function lineOf(lemma: string, pos: PartOfSpeech): string | undefined {
  if (lemma.length > LONGEST_LEMMA || !ASCII.test(lemma)) return undefined;
  return once(indexes, pos, (name) => new SortedLines(`index.${name}`)).find(lemma);
}

/** True if WordNet has `lemma`, in small letters with `_` for blanks, in this part of speech. */
export function hasLemma(lemma: string, pos: PartOfSpeech): boolean {
  return lineOf(lemma, pos) !== undefined;
}

/** The senses of a lemma in one part of speech; undefined if WordNet has none. The format is wndb(5WN)'s. */
export function entryOf(lemma: string, pos: PartOfSpeech): Entry | undefined {
  const fields = lineOf(lemma, pos)?.trimEnd().split(' ');
  if (fields === undefined) return undefined;
  // lemma, part of speech, number of senses, number of signs, the signs, number of senses again, number of those tagged.
  const afterSigns = 4 + Number(fields[3]);
  return {
    pos,
    tagged: Number(fields[afterSigns + 1]),
    offsets: fields.slice(afterSigns + 2).map(Number),
  };
}

/** The senses of a lemma in every part of speech that it has. */
export function entriesOf(lemma: string): Entry[] {
  return PARTS_OF_SPEECH.flatMap((pos) => entryOf(lemma, pos) ?? []);
}

/**
 * What the synsets read last may take, in bytes: some hundred, since the words of one root lead to the same ones
 * again and again.
 */
const SYNSETS_BYTES = 128 * 1024;
/** What a word and a pointer of a synset take, and the synset besides them, in bytes, in V8. */
const BYTES_OF_A_WORD = 40;
const BYTES_OF_A_POINTER = 64;
const BYTES_OF_A_SYNSET = 200;

const synsets = new LRUCache<string, Synset>({
  maxSize: SYNSETS_BYTES,
  sizeCalculation: ({ words, pointers, definition }) =>
    BYTES_OF_A_SYNSET +
    definition.length +
    BYTES_OF_A_WORD * words.length +
    BYTES_OF_A_POINTER * pointers.length,
});

/** The synset that stands at an offset, in bytes. */
export function synsetAt(pos: PartOfSpeech, offset: number): Synset {
  const place = `${pos}${offset}`;
  const known = synsets.get(place);
  if (known !== undefined) return known;
  const synset = synsetIn(once(data, pos, (name) => new PlacedLines(`data.${name}`)).at(offset));
  synsets.set(place, synset);
  return synset;
}

/** The format is wndb(5WN)'s. */
function synsetIn(line: string): Synset {
  const glossAt = line.indexOf(GLOSS_SIGN);
  const fields = line.slice(0, glossAt).split(' ');
  const wordsEnd = 4 + 2 * Number.parseInt(fields[3] ?? '', 16);
  const words: string[] = [];
  // A sign of where an adjective may stand follows it: "sorry(p)".
  for (let at = 4; at < wordsEnd; at += 2) words.push((fields[at] ?? '').replace(/\(.*/, ''));
  const pointers: Pointer[] = [];
  const pointersEnd = wordsEnd + 1 + 4 * Number(fields[wordsEnd]);
  for (let at = wordsEnd + 1; at < pointersEnd; at += 4) {
    const ends = fields[at + 3] ?? '';
    pointers.push({
      sign: fields[at] ?? '',
      offset: Number(fields[at + 1]),
      pos: fields[at + 2] as PartOfSpeech,
      from: Number.parseInt(ends.slice(0, 2), 16) - 1,
      to: Number.parseInt(ends.slice(2), 16) - 1,
    });
  }
  const definition = line.slice(glossAt + GLOSS_SIGN.length).split(EXAMPLE, 1)[0] ?? '';
  return { words, pointers, definition };
}

/** The synsets of a lemma: of all its parts of speech, the most frequent senses of each first. */
export function synsetsOf(lemma: string): Synset[] {
  return entriesOf(lemma).flatMap(({ pos, offsets }) => offsets.map((offset) => synsetAt(pos, offset)));
}
