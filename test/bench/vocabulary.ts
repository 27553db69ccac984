/** Function words that generated sentences are held together by; a topic that somebody types is made of the others. */
export const FUNCTION_WORDS = new Set(
  (
    'the a an its their this his of in to for on with at by from about had would has is was not and but which who ' +
    'because while after that before he she it they we i you be been were are could will as or if when what did why ' +
    'said say says told there have no more than'
  ).split(' '),
);

const NOUNS = (
  'government minister year people country state president time city police report party court week company law ' +
  'plan vote deal group leader official election bill member money power day house case right work war school ' +
  'health market job family bank office decision policy question security agency budget committee tax region ' +
  'meeting price rate crisis talk border worker union inquiry water energy bridge hospital road trade army judge'
).split(' ');

const VERBS = (
  'made took gave called asked found rejected announced approved left showed opened closed backed blocked passed ' +
  'raised cut kept lost won needed wanted promised signed sent met faced led built joined ended began met offered'
).split(' ');

const ADJECTIVES = (
  'new public national local political former economic last other early foreign federal major large recent private ' +
  'military special senior social financial legal common long high low strong clear joint open final central'
).split(' ');

const FIRST_NAMES = (
  'Anna James Maria John Elena David Sofia Peter Laura Thomas Nadia Martin Clara Victor Irene Paul Helen Oscar Julia ' +
  'Robert Alice Daniel Ruth Simon Teresa Mark Vera Felix Diana George'
).split(' ');

const ONSETS = ['b', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st'];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
const CODAS = ['', 'n', 'r', 'l', 's', 'm'];
const SYLLABLES = ONSETS.length * VOWELS.length * CODAS.length;
/** Coprime to the number of words of two syllables, so that words next in rank are not next in spelling. */
const STRIDE = 7_919;

function syllable(number: number): string {
  const coda = number % CODAS.length;
  const vowel = Math.floor(number / CODAS.length) % VOWELS.length;
  const onset = Math.floor(number / CODAS.length / VOWELS.length);
  return `${ONSETS[onset]}${VOWELS[vowel]}${CODAS[coda]}`;
}

/** A made-up word of two syllables: another one for each number from 0 to 176,399. */
function madeUp(number: number): string {
  const mixed = (number * STRIDE) % SYLLABLES ** 2;
  return syllable(Math.floor(mixed / SYLLABLES)) + syllable(mixed % SYLLABLES);
}

/** Words in the order of how frequent they are: English ones first, made-up ones of this kind after them. */
export interface Lexicon {
  readonly size: number;
  word(rank: number): string;
}

function lexicon(known: readonly string[], size: number, from: number, endings: readonly string[]): Lexicon {
  return {
    size,
    word: (rank) => known[rank] ?? madeUp(from + rank) + (endings[rank % endings.length] ?? ''),
  };
}

// As many words as an English newspaper of a few years has lemmas, in rough proportion; disjoint ranges of `madeUp`.
export const LEXICA = {
  noun: lexicon(NOUNS, 40_000, 0, ['', 'tion', 'ment', 'er', 'ity', '', 'ism']),
  verb: lexicon(VERBS, 6_000, 40_000, ['ed']),
  adjective: lexicon(ADJECTIVES, 14_000, 46_000, ['al', 'ous', 'ive', 'ic', 'ful']),
  surname: lexicon([], 20_000, 60_000, ['', 'son', 'berg', 'ez', 'ov', 'i', 'man']),
  place: lexicon([], 8_000, 80_000, ['', 'ia', 'burg', 'ton', 'land']),
  firstName: lexicon(FIRST_NAMES, FIRST_NAMES.length, 88_000, ['']),
} satisfies Record<string, Lexicon>;

/** A word of a lexicon, the word of rank n with a probability of about 1/n (Zipf's law). */
export function zipf({ size, word }: Lexicon, random: () => number): string {
  return word(Math.floor(size ** random()) - 1);
}

/** A word of a lexicon that texts of other subjects hardly have: any of its rarer nine tenths. */
export function rare({ size, word }: Lexicon, random: () => number): string {
  return word(Math.floor(size * (0.1 + 0.9 * random())));
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
