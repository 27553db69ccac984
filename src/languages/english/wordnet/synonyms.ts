import { baseFormsOf } from './base-forms.js';
import { type Entry, entryOf, PARTS_OF_SPEECH, type PartOfSpeech, synsetAt } from './dictionary.js';
import { rememberedList } from './remembered-words.js';
import { isSpeltAlike, spellingsOf } from './spellings.js';

/** Another word for one that was asked about, or several words for it. */
export interface Synonym {
  /** Small letters, in order: `['bow', 'out']`. */
  readonly words: readonly string[];
  /** The base form, of the word asked about, that it is another word for. */
  readonly base: string;
  /** How near in meaning, from 0 to 1: 1 for a synonym in the most frequent sense. */
  readonly nearness: number;
}

/**
 * At most so many senses of a part of speech. WordNet orders those that its tagged texts have by how often they do;
 * of its tagged words 94 in 100 are of the first three.
 */
const MOST_SENSES = 3;
/** What a synonym takes besides its letters, in bytes, in V8. */
const BYTES_OF_A_SYNONYM = 120;
/** At most so many synonyms of a word: a question of ten words then asks for no more than 200. */
const MOST_SYNONYMS = 20;
/** Words that are narrower, wider or similar are about half as likely to be what is meant as synonyms are. */
const NEARBY = 0.5;
/** What each further sense takes from the nearness of the one before. */
const FURTHER_SENSE = 0.8;

/** Signs of synsets near in meaning: hypernyms, hyponyms, groups and causes of verbs, and similar adjectives. */
const NEAR_SIGNS: Readonly<Record<PartOfSpeech, readonly string[]>> = {
  n: [],
  v: ['@', '~', '$', '*'],
  a: ['&'],
  r: [],
};

/** A synset of words near to a base, and how near. */
interface Near {
  readonly base: string;
  readonly pos: PartOfSpeech;
  readonly offset: number;
  readonly nearness: number;
}

/**
 * Other words for a folded word, in any of its forms: those in the synsets of its most frequent senses, and less near
 * those of wider and narrower verbs and of similar adjectives. The nearest first, at most 20; none are forms or
 * spellings of the word itself.
 *
 * @example synonymsOf('quits').map(({ words }) => words.join(' ')) // includes 'step down'
 */
export const synonymsOf: (word: string) => readonly Synonym[] = rememberedList(
  (word: string) => {
    const bases = baseFormsOf(word);
    const own = bases.flatMap(sensesOf);
    const nearby = own.flatMap(around);
    const found = new Map<string, Synonym>();
    for (const { base, pos, offset, nearness } of [...own, ...nearby].sort(
      (a, b) => b.nearness - a.nearness,
    )) {
      for (const lemma of synsetAt(pos, offset).words) {
        if (found.size === MOST_SYNONYMS) return [...found.values()];
        const words = lemma.toLowerCase().split('_');
        const name = words.join(' ');
        if (!found.has(name) && !isFormOf(name, bases)) found.set(name, { words, base, nearness });
      }
    }
    return [...found.values()];
  },
  ({ words, base }) => BYTES_OF_A_SYNONYM + 2 * (words.join().length + base.length),
);

/** True if a lemma is one of the bases, a form of one, or one that is spelt otherwise. */
function isFormOf(lemma: string, bases: readonly string[]): boolean {
  return [lemma, ...baseFormsOf(lemma)].some((form) => bases.some((base) => isSpeltAlike(form, base)));
}

/** The senses in which a base is mostly meant, over its parts of speech. */
function sensesOf(base: string): Near[] {
  return PARTS_OF_SPEECH.flatMap((pos) => {
    const entry = mostTagged(
      [base, ...spellingsOf(base)].flatMap((spelling) => entryOf(spelling, pos) ?? []),
    );
    if (entry === undefined) return [];
    return likeliest(entry).map((offset, rank) => ({ base, pos, offset, nearness: FURTHER_SENSE ** rank }));
  });
}

/** The entry of the spelling that WordNet's tagged texts, which are American, have: it tells which senses are frequent. */
function mostTagged(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (most, entry) => (most === undefined || entry.tagged > most.tagged ? entry : most),
    undefined,
  );
}

/** The senses that are tagged; where none is, the one that WordNet relates to most others, since rare ones have few. */
function likeliest({ pos, offsets, tagged }: Entry): number[] {
  if (tagged > 0) return offsets.slice(0, Math.min(tagged, MOST_SENSES));
  const relations = (offset: number): number => synsetAt(pos, offset).pointers.length;
  return offsets.toSorted((a, b) => relations(b) - relations(a)).slice(0, 1);
}

function around({ base, pos, offset, nearness }: Near): Near[] {
  return synsetAt(pos, offset)
    .pointers.filter(({ sign }) => NEAR_SIGNS[pos].includes(sign))
    .map((pointer) => ({ base, pos: pointer.pos, offset: pointer.offset, nearness: nearness * NEARBY }));
}
