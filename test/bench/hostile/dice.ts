import { seededRandom } from '../texts.js';

/** Most of what people send is no longer, in UTF-16 code units. */
const SENTENCE = 200;

/** Random choices that are the same for the same seed and number. */
export class Dice {
  readonly #random: () => number;

  /** For the input number `at` of the run with `seed`: neighbours have nothing to do with each other. */
  constructor(seed: number, at: number) {
    this.#random = seededRandom(Math.imul(seed, 0x9e37_79b1) ^ Math.imul(at + 1, 0x85eb_ca6b));
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  /** True in this share of cases. */
  chance(share: number): boolean {
    return this.#random() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** `count` things, each made anew. */
  times<T>(count: number, make: (at: number) => T): T[] {
    return Array.from({ length: count }, (_, at) => make(at));
  }

  /** A length up to `most`: mostly that of a sentence, sometimes all of it, since limits are met at their very end. */
  length(most: number): number {
    if (this.chance(0.01)) return most + this.below(3) - 1;
    const end = this.chance(0.9) ? Math.min(most, SENTENCE) : most;
    return 1 + Math.floor(end ** this.#random());
  }
}
