import type { Passage } from '../corpus/passage.js';
import { entry } from '../text/entry.js';
import { saturated } from './bm25.js';
import type { Around } from './context.js';
import type { Candidate, Engine } from './engine.js';
import { isHeadline, isStandfirst } from './headline.js';
import type { Matcher, TermMatch } from './matcher.js';
import type { Aim, Query } from './query.js';

/** What words of a topic add that stand together as they were typed, as a share of what the lesser of them is worth. */
const TOGETHER_SHARE = 0.5;
/** How far apart two words still stand together, in words; at two, one function word may be between them. */
const TOGETHER = 2;

/** What two words of a question add that stand near each other in either order, as a share of what the lesser weighs. */
const NEAR_SHARE = 0.4;
/** How near they are within so many words. */
const NEAR = [
  { within: 2, is: 1 },
  { within: 5, is: 0.5 },
  { within: 10, is: 0.25 },
];

/** How much more a name or a number weighs: another word may say the same as the one asked for, another name does not. */
export const NAME_WEIGHT = 1.5;

/*
 * What a word is worth that stands around a passage, as shares of what it weighs; in the passage, it is worth up to 2.2
 * (see `saturated`). docs/measured.md has what each of them adds.
 */
const HEADING = 0.5;
const BEFORE = 0.2;
const DOCUMENT = 0.4;
/** What a name or a number takes that stands nowhere in the document. */
const NOWHERE = 0.5;
/** What it adds that a passage has a word at all, however often: an answer stands or falls with the words asked, a topic does not. */
const PRESENT: Record<Aim, number> = { topic: 0, answer: 0.8 };
/** A headline, or the line below it, comes after a passage that says as much. */
const OF_HEADLINE = 0.85;

/** A passage and what it is worth. */
export interface Scored extends Candidate {
  readonly score: number;
  /** The share of the query's weight whose words the passage has, 0 to 1. */
  readonly share: number;
}

/** A word of a query, however often it was typed. */
interface Slot {
  /** The number of its first term. */
  readonly term: number;
  readonly weight: number;
  /** True if it is a name or a number. */
  readonly isName: boolean;
  readonly isKnown: boolean;
  times: number;
}

/** Ranks passages by all of a query's words, by how they stand there, and by what stands around. */
export class Ranking {
  readonly #slots: Slot[] = [];
  /** The slots of the terms in the order in which they were typed. */
  readonly #sequence: number[] = [];
  /** The weight of all of the query's words, those that no passage has too. */
  readonly #asked: number;

  constructor(
    private readonly engine: Pick<Engine, 'averageLength'>,
    query: Query,
    private readonly matcher: Matcher,
    private readonly aim: Aim,
  ) {
    const slots = new Map<string, number>();
    for (const [term, { folded, keys, weight, name, held }] of query.terms.entries()) {
      const isName = name || held !== undefined;
      // Forms of one word are one word.
      const id = keys.length > 0 ? keys.join() : folded;
      const isKnown = keys.length > 0;
      const slot = slots.get(id) ?? this.#slots.push({ term, weight, isName, isKnown, times: 0 }) - 1;
      slots.set(id, slot);
      this.#sequence.push(slot);
      (this.#slots[slot] as Slot).times++;
    }
    this.#asked = this.#slots.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** What a passage is worth by its own words: BM25 over the words in any form, and over those that stand together. */
  score({ passage, words }: Candidate): Scored {
    const matches = this.matcher.in(passage);
    const worth = (times: number) => saturated(times, words.length, this.engine.averageLength);
    let [score, met] = [0, 0];
    for (const { term, weight, times, isName } of this.#slots) {
      const match = matches[term];
      if (!match || (match.amount === 0 && match.synonym === 0)) continue;
      met += weight * Math.max(match.best, match.synonym);
      const own = Math.max(worth(match.amount), worth(match.synonym));
      const present = PRESENT[this.aim] * Math.max(match.best, match.synonym);
      score += times * weight * this.#more(isName) * (own + present);
    }
    score += this.#neighbours(matches, worth);
    return { passage, words, score, share: met / this.#asked };
  }

  /** What words add that stand near each other as they were typed. */
  #neighbours(matches: readonly TermMatch[], worth: (times: number) => number): number {
    let sum = 0;
    for (let at = 0; at + 1 < this.#sequence.length; at++) {
      const [first, second] = [entry(this.#sequence, at), entry(this.#sequence, at + 1)];
      const [before, after] = [this.#slots[first], this.#slots[second]];
      if (first === second || !before || !after) continue;
      const [a, b] = [matches[before.term]?.places ?? [], matches[after.term]?.places ?? []];
      const near =
        this.aim === 'topic' ? TOGETHER_SHARE * worth(togetherness(a, b)) : NEAR_SHARE * nearness(a, b);
      sum += Math.min(before.weight, after.weight) * near;
    }
    return sum;
  }

  /** The same with what stands around it. */
  withSurroundings(scored: Scored, around: readonly Around[]): Scored {
    let { score } = scored;
    const matches = this.matcher.in(scored.passage);
    for (const { term, weight, times, isName } of this.#slots) {
      const at = around[term];
      if (!at) continue;
      const worth =
        HEADING * Number(at.heading) + BEFORE * Number(at.before) + DOCUMENT * Number(at.document);
      const nowhere = isName && worth === 0 && (matches[term]?.best ?? 0) === 0 ? NOWHERE : 0;
      score += times * weight * this.#more(isName) * (worth - nowhere);
    }
    return { ...scored, score: isAbove(scored.passage) ? score * OF_HEADLINE : score };
  }

  /** How many words were asked for that some passage has, repeated ones too. */
  get length(): number {
    return this.#slots.reduce((all, { times, isKnown }) => all + (isKnown ? times : 0), 0);
  }

  /** Topics are ranked by how much words say alone: what names weigh besides is of answers. */
  #more(isName: boolean): number {
    return isName && this.aim === 'answer' ? NAME_WEIGHT : 1;
  }
}

function isAbove(passage: Passage): boolean {
  return isHeadline(passage) || isStandfirst(passage);
}

/** By score. What is in order of the corpus before stays so among equals, since sorting keeps their order. */
export function bestFirst<T extends Scored>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => b.score - a.score);
}

/** How often and how closely words at the second places follow words at the first. */
function togetherness(first: readonly number[], second: readonly number[]): number {
  let sum = 0;
  for (const a of first) {
    for (const b of second) if (b > a && b - a <= TOGETHER) sum += 1 / (b - a) ** 2;
  }
  return sum;
}

/** How near two of rising places come to each other: 1 beside each other, down to 0. */
function nearness(first: readonly number[], second: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const [a, b] = [entry(first, i), entry(second, j)];
    least = Math.min(least, Math.abs(a - b));
    if (a < b) i++;
    else j++;
  }
  return NEAR.find(({ within }) => least <= within)?.is ?? 0;
}
