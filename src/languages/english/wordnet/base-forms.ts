import { hasLemma, PARTS_OF_SPEECH, type PartOfSpeech } from './dictionary.js';
import { irregularBase } from './irregular-forms.js';
import { rememberedWords } from './remembered-words.js';

type Ending = readonly [ending: string, instead: string];

/** The endings that WordNet's Morphy detaches, and what stands instead (morphy(7WN)). */
export const ENDINGS: Readonly<Record<PartOfSpeech, readonly Ending[]>> = {
  n: [
    ['s', ''],
    ['ses', 's'],
    ['ves', 'f'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
  ],
  v: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  a: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
  ],
  r: [],
};

/** A verb's form whose last consonant is doubled before the ending: "blogged". */
const DOUBLED = /^(.+([bdfglmnprtvz]))\2(?:ed|ing)$/;
const POSSESSIVE = /'s?$/;
/** Morphy takes no plural of a noun this short or with this end: "is", "pass". */
const SHORTEST_PLURAL = 3;
/** Shorter nouns are abbreviations, most of which nobody means: "has" is no plural of "ha", nor "gas" of "ga". */
const SHORTEST_SURE = 3;
const NOT_NOUNS = PARTS_OF_SPEECH.filter((pos) => pos !== 'n');

/** What a word may be a form of by the plain rules of one part of speech, whether or not WordNet has it. */
export function detached(word: string, pos: PartOfSpeech): string[] {
  if (pos === 'n' && (word.length < SHORTEST_PLURAL || word.endsWith('ss'))) return [];
  return ENDINGS[pos].flatMap(([ending, instead]) =>
    word.length > ending.length && word.endsWith(ending) ? word.slice(0, -ending.length) + instead : [],
  );
}

/** The verb of a form with a doubled consonant, whether or not WordNet has it: `blog` of `blogged`. */
export const undoubled = (word: string): string | undefined => DOUBLED.exec(word)?.[1];

function basesIn(word: string, pos: PartOfSpeech): string[] {
  const irregular = irregularBase(word, pos);
  const bases = detached(word, pos).filter((base) => hasLemma(base, pos));
  if (irregular !== undefined) bases.unshift(irregular);
  const plain = pos === 'v' && bases.length === 0 ? undoubled(word) : undefined;
  return plain !== undefined && hasLemma(plain, pos) ? [plain] : bases;
}

/**
 * The words of WordNet that a folded word is a form of, the word itself first if it is one; none if WordNet knows none.
 * Found as WordNet's Morphy does (morphy(7WN)). A participle that WordNet has as an adjective besides is its verb's.
 *
 * @example baseFormsOf('saw') // ['saw', 'see']
 * @example baseFormsOf('universities') // ['university']
 */
export const baseFormsOf: (word: string) => readonly string[] = rememberedWords((word) => {
  const found = basesOf(word);
  return found.length === 0 && POSSESSIVE.test(word) ? basesOf(word.replace(POSSESSIVE, '')) : found;
});

function basesOf(word: string): string[] {
  const own = isOwnBase(word) ? [word] : [];
  const [nouns, others] = [basesIn(word, 'n'), NOT_NOUNS.flatMap((pos) => basesIn(word, pos))];
  const isSure = (noun: string): boolean => noun.length >= SHORTEST_SURE || own.length + others.length === 0;
  return [...new Set([...own, ...nouns.filter(isSure), ...others])];
}

function isOwnBase(word: string): boolean {
  const has = PARTS_OF_SPEECH.filter((pos) => hasLemma(word, pos));
  return has.length > 0 && !(has.join('') === 'a' && irregularBase(word, 'v') !== undefined);
}
