import { entry } from '../text/entry.js';
import { saturated } from './bm25.js';
import type { Candidate, Engine, PassageWords } from './engine.js';
import type { Query } from './query.js';

/** What the very form that was typed adds to a word in any form, as a share of it. */
const FORM_SHARE = 0.25;
/** What words add that stand together as they were typed, as a share of what the lesser of them is worth. */
const TOGETHER_SHARE = 0.5;
/** How far apart two words still stand together, in words; at two, one function word may be between them. */
const TOGETHER = 2;

/** A passage and what it is worth. */
export interface Scored extends Candidate {
  readonly score: number;
  /** The share of the query's weight whose words the passage has, 0 to 1. */
  readonly share: number;
}

/** A word of a query, however often it was typed and whatever keys it has. */
interface Slot {
  weight: number;
  times: number;
  readonly words: Set<number>;
}

/** No slot: a word that no passage has. */
const NO_SLOT = -1;

/** Ranks passages by all of a query's words, and by how they stand there. */
export class Ranking {
  readonly #slots: Slot[] = [];
  /** By key, the number of its slot after 1; 0 for a key that was not asked for. */
  readonly #slotOfKey: Uint16Array;
  /** The slots of the terms in the order in which they were typed. */
  readonly #sequence: number[] = [];
  /** The weight of all of the query's words, those that no passage has too. */
  readonly #asked: number;
  /** By slot, where its words stand in the passage that is being scored, and how often in the form typed. */
  readonly #places: number[][];
  readonly #asTyped: number[];

  constructor(
    private readonly engine: Engine,
    query: Query,
  ) {
    this.#slotOfKey = new Uint16Array(engine.lexicon.size.keys);
    for (const { keys, weight, word } of query.terms) {
      const number = this.#slotFor(keys, weight);
      this.#sequence.push(number);
      const slot = this.#slots[number];
      if (!slot) continue;
      slot.times++;
      if (word !== undefined) slot.words.add(word);
    }
    const unknown = query.terms.filter(({ keys }) => keys.length === 0);
    this.#asked = [...this.#slots, ...unknown].reduce((sum, { weight }) => sum + weight, 0);
    this.#places = this.#slots.map(() => []);
    this.#asTyped = this.#slots.map(() => 0);
  }

  /** What a passage is worth by BM25 over the words in any form, in the form typed, and together. */
  score({ passage, words }: Candidate): Scored {
    this.#find(words);
    const places = this.#places;
    const worth = (times: number) => saturated(times, words.length, this.engine.averageLength);
    let [score, met] = [0, 0];
    for (const [number, { weight, times }] of this.#slots.entries()) {
      const found = places[number]?.length ?? 0;
      if (found === 0) continue;
      met += weight;
      score += times * weight * (worth(found) + FORM_SHARE * worth(entry(this.#asTyped, number)));
    }
    for (let at = 0; at + 1 < this.#sequence.length; at++) {
      const [first, second] = [entry(this.#sequence, at), entry(this.#sequence, at + 1)];
      const [before, after] = [this.#slots[first], this.#slots[second]];
      if (first === second || !before || !after) continue;
      const together = togetherness(places[first] ?? [], places[second] ?? []);
      score += TOGETHER_SHARE * Math.min(before.weight, after.weight) * worth(together);
    }
    return { passage, words, score, share: met / this.#asked };
  }

  /** How many words were asked for that some passage has, repeated ones too. */
  get length(): number {
    return this.#slots.reduce((all, { times }) => all + times, 0);
  }

  /** Finds where the words of each slot stand in a passage. */
  #find({ keys, forms }: PassageWords): void {
    for (const list of this.#places) list.length = 0;
    this.#asTyped.fill(0);
    // By place and without a check, which is twice as quick: all words of some hundred passages go through here.
    for (let at = 0; at < keys.length; at++) {
      const slot = this.#slotOfKey[keys[at] as number] as number;
      if (slot === 0) continue;
      const number = slot + NO_SLOT;
      this.#places[number]?.push(at);
      const word = this.engine.lexicon.wordOf(entry(forms, at));
      if (this.#slots[number]?.words.has(word)) this.#asTyped[number] = entry(this.#asTyped, number) + 1;
    }
  }

  #slotFor(keys: readonly number[], weight: number): number {
    if (keys.length === 0) return NO_SLOT;
    const known = keys.map((key) => entry(this.#slotOfKey, key)).find((slot) => slot > 0);
    const number = known ?? this.#slots.push({ weight, times: 0, words: new Set() });
    for (const key of keys) this.#slotOfKey[key] = number;
    return number + NO_SLOT;
  }
}

/** By score. What is in order of the corpus before stays so among equals, since sorting keeps their order. */
export function bestFirst(list: readonly Scored[]): Scored[] {
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
