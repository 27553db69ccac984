import type { Passage } from '../corpus/passage.js';
import type { Catalogue } from './catalogue.js';
import type { Lexicon } from './lexicon.js';

/** What narrows a search, as data that any engine can go by. All that is given must hold. */
export interface Filter {
  /** The outlet as stated, or a document's id, since a document may state no outlet; case and accents apart. */
  readonly outlet?: string | undefined;
  /** Published on this day (`2018-07-05`), in this month or year, or later; a document is left out that states no date, or one of which part is outside. */
  readonly from?: string | undefined;
  /** The same, or earlier. */
  readonly to?: string | undefined;
  /**
   * Somebody of this name is named next to a verb of saying, or goes on speaking from the passage before; with
   * `said` or `about`, it is this one who says it, and no other who is named there says more of it.
   */
  readonly speaker?: string | undefined;
  /** At least half of what the words of this text weigh stands in quotations of one speaker. */
  readonly said?: string | undefined;
  /**
   * What `speaker` is to say: of the words of this text that the passage has, without the speaker's name and what
   * only asks, at least half of the weight stands in quotations and reported speech of the speaker. Nothing without one.
   */
  readonly about?: string | undefined;
}

/** What a corpus knows of a word that was typed. */
export interface WordStatistics {
  /** The numbers of the keys that it may have and that some passage has: none where no passage has it in any form. */
  readonly keys: readonly number[];
  /** The number of the word itself, case and accents apart; undefined where no passage has it in this form. */
  readonly word: number | undefined;
  /** How much it says: the idf of BM25 for its rarest key, above 0 and highest for a word that no passage has. */
  readonly weight: number;
  /** True if the corpus writes most of its forms with a capital: it is of a name. */
  readonly isName: boolean;
}

/** A passage's words as numbers of the engine's lexicon, in the order of the text. */
export interface PassageWords {
  readonly forms: Uint32Array;
  readonly keys: Uint32Array;
  /** How many of them are more than function words. */
  readonly length: number;
}

/** What candidates are looked for by. */
export interface CandidateRequest {
  /** By key, what it weighs. */
  readonly weights: ReadonlyMap<number, number>;
  /** Words that must stand in a row, each by its number; undefined for a word that no passage has. */
  readonly phrases: readonly (readonly (number | undefined)[])[];
  readonly filter?: Filter | undefined;
  /** The most that are wanted. */
  readonly limit: number;
}

/**
 * The rarest words of a query are looked up until they have so many places; it bounds the work on words that
 * very many passages have, which say little. At 8,000 the first ten of 1,113 judged queries are those of all places.
 */
export const PLACES_OF_A_QUERY = 8_000;

/** A passage that may answer, and its words. */
export interface Candidate {
  readonly passage: Passage;
  readonly words: PassageWords;
}

/** The passages that may best answer, roughly the best first and equals in order of the corpus. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** False where there are more than these, so that nothing can be said of all of them. */
  readonly complete: boolean;
}

/** How many words of a document may stand where a claim has one: a stretch is so many times as long as the claim. */
export const STRETCH = 4;

/** A word of a claim, and how much it counts. */
export interface ClaimedWord {
  readonly text: string;
  readonly weight: number;
}

/** How far to look for passages that have most of a claim. */
export interface NearRequest {
  readonly words: readonly ClaimedWord[];
  /** How many places of keys are counted. */
  readonly places: number;
  /** How many passages are given at most. */
  readonly limit: number;
  /** The least share of the claim's weight that a passage and its neighbours must have, 0 to 1. */
  readonly leastShare: number;
}

/** A passage that may word a claim nearly so. */
export interface NearPassage {
  readonly passage: Passage;
  /** The share of the claim's weight that it and its neighbours have at most in one stretch, from 0 to 1. */
  readonly bound: number;
}

/** A passage that resembles another. */
export interface Resemblance {
  readonly passage: Passage;
  /** The cosine of the weights of their words: from 0 (no telling word in common) to 1 (the same telling words). */
  readonly likeness: number;
}

/** Where else words of a passage are printed. */
export interface Printings {
  /** Those that have three words in a row three times at least, or other three; those with most first. */
  readonly passages: readonly Passage[];
  /** Three words in a row, folded and parted by blanks, that so many passages have that they tell nothing. */
  readonly sayings: readonly string[];
}

/**
 * What finds passages in a corpus: it finds candidates and knows statistics, and no more. Ranking them, saying that
 * none answers, verifying and comparing work on the few hundred passages that it finds, and are the same for every
 * engine. An engine is of one revision of the corpus and never changes.
 */
export interface Engine {
  /** How many documents and passages there are. */
  readonly size: { readonly documents: number; readonly passages: number };
  /** The mean number of words of a passage that are more than function words, at least 1. */
  readonly averageLength: number;
  /** The numbers in which words are given and taken. */
  readonly lexicon: Lexicon;
  /** Its documents. */
  readonly catalogue: Catalogue;
  /** True if it is asked over a network: many questions at once then take as long as one. */
  readonly isRemote: boolean;

  /** What is known of words, in their order. */
  statistics(words: readonly string[]): Promise<readonly WordStatistics[]>;
  /** How much keys say, in their order: the idf of BM25, above 0. */
  weights(keys: readonly number[]): Promise<readonly number[]>;
  /** The words of a passage of this engine's corpus. */
  read(passage: Passage): PassageWords;

  /** The passages that have most of the weight of the keys, of those that pass the filter. */
  candidates(request: CandidateRequest): Promise<Candidates>;
  /**
   * The passages, in order, in which a row of words begins that may go on in the next of its document; at most
   * `limit`. Words are compared case and accents apart, so what is found is to be looked at more closely.
   */
  phrase(words: readonly string[], limit: number): Promise<readonly Passage[]>;
  /** The passages that have most of a claim's weight in one stretch, most first. */
  near(request: NearRequest): Promise<readonly NearPassage[]>;
  /** Up to `limit` passages of other documents most like `passage`, the most alike first. */
  alike(passage: Passage, limit: number): Promise<readonly Resemblance[]>;
  /**
   * Up to `limit` passages of other documents that have most of the words of `stretches`, which are words of
   * `passage` as printed. Whether they stand in quotations there is not looked at.
   */
  printing(passage: Passage, stretches: readonly (readonly string[])[], limit: number): Promise<Printings>;

  /** Up to `limit` words that begin with `prefix`, the most frequent first, in their most frequent form. */
  startingWith(prefix: string, limit: number): Promise<readonly string[]>;
  /** Up to `limit` words one edit away from `word`, or two from seven letters on, the nearest and most frequent first. */
  closeTo(word: string, limit: number): Promise<readonly string[]>;
}
