import type { Query } from './query.js';
import type { TermTable } from './term-table.js';

/** Textbook BM25 (Robertson and Zaragoza, 2009): k1 1.2, b 0.75, and no BM25+ floor. */
export const BM25 = { k: 1.2, b: 0.75, d: 0 };

/** What the very form that was typed adds to a word in any form, as a share of it. */
const FORM_SHARE = 0.25;
/** What words add that stand together as they were typed, as a share of what the lesser of them is worth. */
const TOGETHER_SHARE = 0.5;
/** How far apart two words still stand together, in words; at two, one function word may be between them. */
const TOGETHER = 2;

/**
 * Pseudo-relevance feedback as in RM3 (Abdul-Jaleel et al., 2004): what the best passages talk about counts as
 * asked for too, at less than half of the weight of what was asked. These numbers are within the range in common
 * use; on the judged collections the results hardly move within it.
 */
const FEEDBACK = { passages: 5, words: 30, asked: 0.6 };

/** A passage and what it is worth. */
export interface Scored {
  readonly passage: number;
  readonly score: number;
  /** The share of the query's weight whose words the passage has, 0 to 1. */
  readonly share: number;
}

/** By score, the best first, equal ones in order of their numbers. */
export function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || a.passage - b.passage;
}

/** A word of a query, however often it was typed and whatever keys it has. */
interface Slot {
  weight: number;
  times: number;
  readonly words: Set<number>;
}

/** Ranks passages by all of a query's words, and by how they stand there. */
export class Ranking {
  readonly #slots: Slot[] = [];
  readonly #slotOfKey = new Map<number, number>();
  /** The slots of the terms in the order in which they were typed; -1 for a word that no passage has. */
  readonly #sequence: number[] = [];
  /** The weight of all of the query's words, those that no passage has too. */
  readonly #asked: number;

  constructor(
    private readonly table: TermTable,
    query: Query,
    private readonly averageLength: number,
  ) {
    for (const { keys, weight, word } of query.terms) {
      const known = keys.map((key) => this.#slotOfKey.get(key)).find((slot) => slot !== undefined);
      const number =
        known ?? (keys.length > 0 ? this.#slots.push({ weight, times: 0, words: new Set() }) - 1 : -1);
      for (const key of keys) this.#slotOfKey.set(key, number);
      this.#sequence.push(number);
      const slot = this.#slots[number];
      if (!slot) continue;
      slot.times++;
      slot.words.add(word);
    }
    const unknown = query.terms.filter(({ keys }) => keys.length === 0);
    this.#asked = [...this.#slots, ...unknown].reduce((sum, { weight }) => sum + weight, 0);
  }

  /** What a passage is worth by BM25 over the words in any form, in the form typed, and together. */
  score(passage: number): Scored {
    const [keys, words] = [this.table.keysOf(passage), this.table.wordsOf(passage)];
    const places: number[][] = this.#slots.map(() => []);
    const asTyped = new Uint32Array(this.#slots.length);
    for (let at = 0; at < keys.length; at++) {
      const number = this.#slotOfKey.get(keys[at] ?? -1);
      if (number === undefined) continue;
      places[number]?.push(at);
      if (this.#slots[number]?.words.has(words[at] ?? -1)) asTyped[number] = (asTyped[number] ?? 0) + 1;
    }
    const saturated = this.#saturation(passage);
    let [score, met] = [0, 0];
    for (const [number, { weight, times }] of this.#slots.entries()) {
      const found = places[number]?.length ?? 0;
      if (found > 0) met += weight;
      score += times * weight * (saturated(found) + FORM_SHARE * saturated(asTyped[number] ?? 0));
    }
    for (let at = 0; at + 1 < this.#sequence.length; at++) {
      const [first, second] = [this.#sequence[at] ?? -1, this.#sequence[at + 1] ?? -1];
      if (first === second) continue;
      const together = togetherness(places[first] ?? [], places[second] ?? []);
      const weight = Math.min(this.#slots[first]?.weight ?? 0, this.#slots[second]?.weight ?? 0);
      score += TOGETHER_SHARE * weight * saturated(together);
    }
    return { passage, score, share: met / this.#asked };
  }

  /** The same passages in the order that they have when the best of them have a say. `ranked` is best first. */
  withFeedback(ranked: readonly Scored[]): Scored[] {
    const model = this.#model(ranked.slice(0, FEEDBACK.passages));
    return ranked
      .map(({ passage, score, share }) => {
        const counts = new Map<number, number>();
        for (const key of this.table.keysOf(passage)) {
          if (model.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        const saturated = this.#saturation(passage);
        let added = 0;
        for (const [key, times] of counts) {
          added += (model.get(key) ?? 0) * this.table.weight(key) * saturated(times);
        }
        return { passage, score: score + added, share };
      })
      .sort(bestFirst);
  }

  /** The words that some passages use most, each with how often it counts as asked for. */
  #model(best: readonly Scored[]): Map<number, number> {
    const { vocabulary } = this.table;
    const total = best.reduce((sum, { score }) => sum + score, 0);
    const shares = new Map<number, number>();
    for (const { passage, score } of best) {
      for (const key of this.table.keysOf(passage)) {
        if (vocabulary.isCommonKey(key) || !/\p{L}{2}/u.test(vocabulary.keyAt(key))) continue;
        const share = score / total / this.table.lengthOf(passage);
        shares.set(key, (shares.get(key) ?? 0) + share);
      }
    }
    const most = [...shares].sort(([x, a], [y, b]) => b - a || x - y).slice(0, FEEDBACK.words);
    const sum = most.reduce((all, [, share]) => all + share, 0);
    const asked = this.#slots.reduce((all, { times }) => all + times, 0);
    const scale = (asked * (1 - FEEDBACK.asked)) / FEEDBACK.asked / sum;
    return new Map(most.map(([key, share]) => [key, share * scale]));
  }

  /** How much so many occurrences in a passage are worth, 0 to `k + 1`. */
  #saturation(passage: number): (times: number) => number {
    const { k, b } = BM25;
    const norm = k * (1 - b + (b * this.table.lengthOf(passage)) / this.averageLength);
    return (times) => (times === 0 ? 0 : (times * (k + 1)) / (times + norm));
  }
}

/** How often and how closely words at the second places follow words at the first. */
function togetherness(first: readonly number[], second: readonly number[]): number {
  let sum = 0;
  for (const a of first) {
    for (const b of second) if (b > a && b - a <= TOGETHER) sum += 1 / (b - a) ** 2;
  }
  return sum;
}
