import { baseFormsOf } from './base-forms.js';
import { type Entry, entriesOf, type PartOfSpeech, type Synset, synsetAt } from './dictionary.js';
import { isSameWord } from './relations.js';
import { remembered } from './remembered.js';

/** Another word for one that was asked about, or several words for it. */
export interface Synonym {
  /** Small letters, in order: `['bow', 'out']`. */
  readonly words: readonly string[];
  /** The base form, of the word asked about, that it is another word for. */
  readonly base: string;
  /** How near in meaning, from 0 to 1: 1 for a synonym in the most frequent sense. */
  readonly nearness: number;
}

/** At most so many senses of a part of speech: later ones are rarely meant, and WordNet orders them by how often they are. */
const MOST_SENSES = 3;
/** At most so many synonyms of a word: a question of ten words then asks for no more than 200. */
const MOST_SYNONYMS = 20;
/** Words that are narrower, wider or similar are about half as likely to be what is meant as synonyms are. */
const NEARBY = 0.5;
/** What each further sense takes from the nearness of the one before. */
const FURTHER_SENSE = 0.8;

/** Signs of synsets near in meaning: hypernyms and hyponyms of verbs, similar adjectives and verbs of one group. */
const NEAR_SIGNS: Readonly<Record<PartOfSpeech, readonly string[]>> = {
  n: [],
  v: ['@', '~', '$'],
  a: ['&'],
  r: [],
};

/**
 * Other words for a folded word, in any of its forms: those in the synsets of its most frequent senses, and less near
 * those of wider and narrower verbs and of similar adjectives. The nearest first, at most 20; none are forms or
 * spellings of the word itself.
 *
 * @example synonymsOf('quits').map(({ words }) => words.join(' ')) // includes 'step down'
 */
export const synonymsOf: (word: string) => readonly Synonym[] = remembered(
  (word: string) => {
    const found = baseFormsOf(word).flatMap((base) =>
      entriesOf(base).flatMap((entry) => [...synonymsIn(entry, base)]),
    );
    const nearest = new Map<string, Synonym>();
    for (const synonym of found.sort((a, b) => b.nearness - a.nearness)) {
      const key = synonym.words.join(' ');
      if (!nearest.has(key) && !isSameWord(key, word)) nearest.set(key, synonym);
    }
    return [...nearest.values()].slice(0, MOST_SYNONYMS);
  },
  ({ words, base }) => 60 + words.join().length + base.length,
);

function* synonymsIn({ pos, offsets, tagged }: Entry, base: string): Generator<Synonym> {
  for (const [rank, offset] of offsets.slice(0, Math.min(MOST_SENSES, tagged || 1)).entries()) {
    const synset = synsetAt(pos, offset);
    const nearness = FURTHER_SENSE ** rank;
    for (const words of wordsIn(synset)) yield { words, base, nearness };
    for (const { sign, pos: there, offset: at } of synset.pointers) {
      if (!NEAR_SIGNS[pos].includes(sign)) continue;
      for (const words of wordsIn(synsetAt(there, at))) yield { words, base, nearness: nearness * NEARBY };
    }
  }
}

const wordsIn = ({ words }: Synset): string[][] => words.map((word) => word.toLowerCase().split('_'));
