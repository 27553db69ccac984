import type { Analyses } from '../corpus/analyses.js';
import type { Passage } from '../corpus/passage.js';
import { type AnswerKind, hasKind } from '../languages/english/questions.js';
import { entry } from '../text/entry.js';
import type { Span } from '../text/span.js';
import type { Candidate, Engine } from './engine.js';
import type { Aim, Query, QueryTerm } from './query.js';

/*
 * How much of a question a passage meets is the mean of three shares of the question's weight, where a word
 * weighs its idf, a name half as much again, and a name of several words is one thing: the share of it that stands
 * in the passage, the share that stands in the best sentence of it, and the share of neighbours in the question
 * that stand near each other in the passage. Words that are met by chance are scattered; those of an answer are
 * not. Where no passage meets `ENOUGH`, the documents do not answer.
 */

/**
 * The least that a passage must meet of a question. On questions about encyclopedia articles, from 0.37 to 0.4
 * nine of ten that have an answer get one and fewer than one of twenty of the others; see `npm run bench`.
 */
export const ENOUGH = 0.385;

/** How much more a name weighs: another word may say the same as the one asked for, another name does not. */
const NAME_WEIGHT = 1.5;
/** Within so many words two stand near each other, and within so many they half do. */
const NEAR = 3;
const HALF_NEAR = 8;
/** What neighbours count with words between them that no document has, beside neighbours as they were typed. */
const ACROSS_UNKNOWN = 0.4;
/**
 * Of a long question, what this many of its words would weigh is all that must be met; of a long topic fewer, since
 * a passage may be about it without answering anything.
 */
const MANY: Record<Aim, number> = { topic: 5, answer: 6 };

/** A thing that is asked about: a word, or the words of a name. */
interface Unit {
  readonly terms: QueryTerm[];
  readonly weight: number;
}

/** What a passage meets of a question. */
export interface Met {
  /** The measure that is explained above, 0 to 1. */
  readonly share: number;
  /** The share of the weight that stands in the passage. */
  readonly inPassage: number;
  /** The same of its best sentence. */
  readonly inSentence: number;
  /** That sentence: UTF-16 code units of the passage. */
  readonly sentence: Span;
  /** True if it has a thing of the kind that is asked for; true where the question does not say of which. */
  readonly hasKind: boolean;
}

/** A sentence that has what kind of thing is asked for is better than one with so much more of the words. */
export const KIND_WORTH = 0.1;

/** A word of a passage that was asked for: its place among the words of the passage, and its key. */
interface MetWord {
  readonly place: number;
  readonly key: number;
}

/** What passages are measured with. */
export interface MeasureParts {
  readonly query: Query;
  /** What kind of thing is asked for, where the question says so. */
  readonly kind: AnswerKind | undefined;
  readonly aim: Aim;
  readonly engine: Pick<Engine, 'lexicon'>;
  readonly analyses: Pick<Analyses, 'sentencesOf'>;
}

/** Measures passages against one question. */
export class Measure {
  readonly #units: readonly Unit[];
  readonly #known: readonly Unit[];
  readonly #weight: number;
  readonly #many: number;
  /** By key, 1 where it was asked for. */
  readonly #asked: Uint8Array;

  constructor(private readonly parts: MeasureParts) {
    const { query, aim, engine } = parts;
    this.#many = MANY[aim];
    this.#units = unitsOf(query.terms);
    this.#known = this.#units.filter(({ terms }) => terms.some(({ keys }) => keys.length > 0));
    const total = this.#units.reduce((sum, { weight }) => sum + weight, 0);
    this.#weight = total * Math.min(1, this.#many / this.#units.length);
    this.#asked = new Uint8Array(engine.lexicon.size.keys);
    for (const { keys } of query.terms) for (const key of keys) this.#asked[key] = 1;
  }

  /** What a passage meets. */
  of({ passage, words }: Candidate): Met {
    const hits: MetWord[] = [];
    let place = 0;
    for (const key of words.keys) {
      if (this.#asked[key] === 1) hits.push({ place, key });
      place++;
    }
    const met = { inPassage: this.#share(hits), ...this.#bestSentence(passage, hits) };
    const near =
      (1 - ACROSS_UNKNOWN) * this.#near(hits, this.#units) + ACROSS_UNKNOWN * this.#near(hits, this.#known);
    return { ...met, share: (met.inPassage + met.inSentence + near) / 3 };
  }

  #bestSentence(
    passage: Passage,
    hits: readonly MetWord[],
  ): Pick<Met, 'inSentence' | 'sentence' | 'hasKind'> {
    const { text } = passage;
    let best = { inSentence: 0, sentence: { start: 0, end: text.length }, hasKind: true };
    let most = -1;
    let at = 0;
    for (const { start, end, lastWord } of this.parts.analyses.sentencesOf(passage)) {
      const from = at;
      while (at < hits.length && (hits[at]?.place ?? lastWord) < lastWord) at++;
      const inSentence = this.#share(hits.slice(from, at));
      const isOfKind = this.#isOfKind(text, { start, end });
      const worth = inSentence + (isOfKind && inSentence > 0 ? KIND_WORTH : 0);
      if (worth > most) [most, best] = [worth, { inSentence, sentence: { start, end }, hasKind: isOfKind }];
    }
    return best;
  }

  #isOfKind(text: string, { start, end }: Span): boolean {
    const { kind } = this.parts;
    return kind === undefined || hasKind(text.slice(start, end), kind);
  }

  #share(hits: readonly MetWord[]): number {
    const present = new Set(hits.map(({ key }) => key));
    let sum = 0;
    for (const { terms, weight } of this.#units) {
      const met = terms.filter(({ keys }) => keys.some((key) => present.has(key))).length;
      sum += (weight * met) / terms.length;
    }
    return Math.min(1, sum / this.#weight);
  }

  /** The share of neighbouring units that stand near each other. */
  #near(hits: readonly MetWord[], units: readonly Unit[]): number {
    if (this.#units.length === 1) return this.#share(hits);
    let [all, near] = [0, 0];
    for (const [at, second] of units.entries()) {
      const first = units[at - 1];
      if (!first || isSameUnit(first, second)) continue;
      const weight = Math.min(first.weight, second.weight);
      all += weight;
      const distance = leastDistance(unitPlaces(first, hits), unitPlaces(second, hits));
      if (distance <= NEAR) near += weight;
      else if (distance <= HALF_NEAR) near += weight / 2;
    }
    return all === 0 ? 0 : Math.min(1, near / (all * Math.min(1, this.#many / units.length)));
  }
}

function unitsOf(terms: readonly QueryTerm[]): Unit[] {
  const groups: QueryTerm[][] = [];
  for (const [at, term] of terms.entries()) {
    const joins = term.name && term.adjoining && terms[at - 1]?.name;
    if (joins) groups.at(-1)?.push(term);
    else groups.push([term]);
  }
  return groups.map((group) => ({
    terms: group,
    weight: Math.max(...group.map(({ weight }) => weight)) * (group[0]?.name ? NAME_WEIGHT : 1),
  }));
}

function isSameUnit(a: Unit, b: Unit): boolean {
  const keys = (unit: Unit) => unit.terms.flatMap((term) => term.keys).join();
  return keys(a) !== '' && keys(a) === keys(b);
}

function unitPlaces({ terms }: Unit, hits: readonly MetWord[]): number[] {
  const own = new Set(terms.flatMap((term) => term.keys));
  return hits.filter(({ key }) => own.has(key)).map(({ place }) => place);
}

/** The least distance between two of rising places. */
function leastDistance(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [entry(a, i), entry(b, j)];
    least = Math.min(least, Math.abs(x - y));
    if (x < y) i++;
    else j++;
  }
  return least;
}
