import type { Analyses } from '../corpus/analyses.js';
import type { Passage } from '../corpus/passage.js';
import { type AnswerKind, hasKind } from '../languages/english/questions.js';
import type { Span } from '../text/span.js';
import type { Around } from './context.js';
import type { Matcher, TermMatch } from './matcher.js';
import type { Aim, Query, QueryTerm } from './query.js';
import { NAME_WEIGHT } from './ranking.js';

/*
 * How much of a question a passage meets is the mean of two shares of the question's weight, where a word weighs its idf,
 * a name half as much again, and a name of several words is one thing: the share of it that stands in the passage, and
 * the share that stands in the best sentence of it. What stands in the title or in the paragraph before counts half,
 * and so does another word for the same, at most. Words that are met by chance are scattered; those of an answer are not. Where no
 * passage meets `ENOUGH`, nothing is called an answer.
 */

/**
 * The least that a passage must meet: of a question more than of a topic, which it may be about without answering
 * anything. Chosen on questions about encyclopedia articles and about news; see docs/measured.md.
 */
export const ENOUGH: Record<Aim, number> = { topic: 0.45, answer: 0.52 };

/** With a model, the least that what a passage meets and how alike it is in meaning come to together; see docs/measured.md. */
const ENOUGH_ALIKE = 0.8;

/** What is asked of a passage besides what it meets. */
interface Bounds {
  readonly aim: Aim;
  /** The least share; `ENOUGH` where that is not said. */
  readonly least: number | undefined;
  /** How alike it is in meaning, -1 to 1, where a model tells. */
  readonly likeness: number | undefined;
}

/** True if a passage meets enough. */
export function isEnough(share: number, { aim, least, likeness }: Bounds): boolean {
  if (least !== undefined || likeness === undefined) return share >= (least ?? ENOUGH[aim]);
  return share + likeness >= ENOUGH_ALIKE;
}

/** What a word counts that stands only in the title or in the paragraph before. */
const AROUND = 0.5;
/**
 * Of a long question, what this many of its words would weigh is all that must be met; of a long topic fewer, since
 * a passage may be about it without answering anything.
 */
const MANY: Record<Aim, number> = { topic: 5, answer: 6 };

/** A thing that is asked about: a word, or the words of a name. */
interface Unit {
  /** The numbers of its terms. */
  readonly terms: number[];
  readonly weight: number;
}

/** What a passage meets of a question. */
export interface Met {
  /** The measure that is explained above, 0 to 1. */
  readonly share: number;
  /** The sentence that has most of what was asked: UTF-16 code units of the passage. */
  readonly sentence: Span;
  /** True if the passage has a thing of the kind that is asked for, besides what the question has. */
  readonly hasKind: boolean;
}

/** A sentence that has what kind of thing is asked for is better than one with so much more of the words. */
const KIND_WORTH = 0.1;

/** What passages are measured with. */
export interface MeasureParts {
  readonly query: Query;
  /** What kind of thing is asked for, where the question says so. */
  readonly kind: AnswerKind | undefined;
  /** The question's words, folded. */
  readonly asked: ReadonlySet<string>;
  readonly aim: Aim;
  readonly matcher: Matcher;
  readonly analyses: Pick<Analyses, 'sentencesOf'>;
}

/** Measures passages against one question. */
export class Measure {
  readonly #units: readonly Unit[];
  readonly #weight: number;

  constructor(private readonly parts: MeasureParts) {
    this.#units = unitsOf(parts.query.terms);
    const total = this.#units.reduce((sum, { weight }) => sum + weight, 0);
    this.#weight = total * Math.min(1, MANY[parts.aim] / this.#units.length);
  }

  /** What a passage meets, with what stands around it. */
  of(passage: Passage, around: readonly Around[]): Met {
    const matches = this.parts.matcher.in(passage);
    const inPassage = this.#share((term) => {
      const { best = 0, synonym = 0 } = matches[term] ?? {};
      const at = around[term];
      return Math.max(best, synonym, at && (at.heading || at.before) ? AROUND : 0);
    });
    const { inSentence, sentence, isOfKind } = this.#bestSentence(passage, matches);
    return { share: (inPassage + inSentence) / 2, sentence, hasKind: isOfKind };
  }

  #bestSentence(passage: Passage, matches: readonly TermMatch[]) {
    const { kind, asked, analyses } = this.parts;
    const { text } = passage;
    let best = { inSentence: 0, sentence: { start: 0, end: text.length } };
    let [most, isOfKind, from] = [-1, kind === undefined, 0];
    for (const { start, end, lastWord } of analyses.sentencesOf(passage)) {
      const first = from;
      from = lastWord;
      const inSentence = this.#share((term) => {
        const { best: own = 0, places = [], synonym = 0, synonymPlaces = [] } = matches[term] ?? {};
        const isHere = (place: number) => place >= first && place < lastWord;
        return Math.max(places.some(isHere) ? own : 0, synonymPlaces.some(isHere) ? synonym : 0);
      });
      const has = kind === undefined || hasKind(text.slice(start, end), kind, asked);
      if (has) isOfKind = true;
      const worth = inSentence + (has && inSentence > 0 ? KIND_WORTH : 0);
      if (worth > most) [most, best] = [worth, { inSentence, sentence: { start, end } }];
    }
    return { ...best, isOfKind };
  }

  /** The share of what was asked that is met, where `met` says how much of each term is. */
  #share(met: (term: number) => number): number {
    let sum = 0;
    for (const { terms, weight } of this.#units) {
      const mean = terms.reduce((all, term) => all + met(term), 0) / terms.length;
      // Somebody's last name is as good as the whole.
      sum += weight * Math.max(mean, met(terms.at(-1) ?? 0));
    }
    return Math.min(1, sum / this.#weight);
  }
}

function unitsOf(terms: readonly QueryTerm[]): Unit[] {
  const groups: { terms: number[]; of: QueryTerm[] }[] = [];
  for (const [at, term] of terms.entries()) {
    const joins = isName(term) && term.adjoining && terms[at - 1] && isName(terms[at - 1] as QueryTerm);
    const last = groups.at(-1);
    if (joins && last) {
      last.terms.push(at);
      last.of.push(term);
    } else groups.push({ terms: [at], of: [term] });
  }
  return groups.map(({ terms: numbers, of }) => ({
    terms: numbers,
    weight: Math.max(...of.map(({ weight }) => weight)) * (of.some(isName) ? NAME_WEIGHT : 1),
  }));
}

function isName({ name, held }: QueryTerm): boolean {
  return name || held !== undefined;
}
