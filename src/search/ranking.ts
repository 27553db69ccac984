import type { Passage } from '../corpus/passage.js';
import { entry } from '../text/entry.js';
import { saturation } from './bm25.js';
import type { Engine, PassageWords } from './engine.js';
import type { Query } from './query.js';

/** What the very form that was typed adds to a word in any form, as a share of it. */
const FORM_SHARE = 0.25;
/** What words add that stand together as they were typed, as a share of what the lesser of them is worth. */
const TOGETHER_SHARE = 0.5;
/** How far apart two words still stand together, in words; at two, one function word may be between them. */
const TOGETHER = 2;

/** A passage and what it is worth. */
export interface Scored {
  readonly passage: Passage;
  readonly words: PassageWords;
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
const NONE = -1;

/** Ranks passages by all of a query's words, and by how they stand there. */
export class Ranking {
  readonly #slots: Slot[] = [];
  /** By key, the number of its slot after 1; 0 for a key that was not asked for. */
  readonly #slotOfKey: Uint16Array;
  /** The slots of the terms in the order in which they were typed. */
  readonly #sequence: number[] = [];
  /** The weight of all of the query's words, those that no passage has too. */
  readonly #asked: number;

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
  }

  /** What a passage is worth by BM25 over the words in any form, in the form typed, and together. */
  score(passage: Passage): Scored {
    const { lexicon, averageLength } = this.engine;
    const words = this.engine.read(passage);
    const places: number[][] = this.#slots.map(() => []);
    const asTyped = new Uint32Array(this.#slots.length);
    for (let at = 0; at < words.keys.length; at++) {
      const number = entry(this.#slotOfKey, entry(words.keys, at)) + NONE;
      if (number === NONE) continue;
      places[number]?.push(at);
      const form = lexicon.wordOf(entry(words.forms, at));
      if (this.#slots[number]?.words.has(form)) asTyped[number] = entry(asTyped, number) + 1;
    }
    const saturated = saturation(words.length, averageLength);
    let [score, met] = [0, 0];
    for (const [number, { weight, times }] of this.#slots.entries()) {
      const found = places[number]?.length ?? 0;
      if (found > 0) met += weight;
      score += times * weight * (saturated(found) + FORM_SHARE * saturated(entry(asTyped, number)));
    }
    for (let at = 0; at + 1 < this.#sequence.length; at++) {
      const [first, second] = [entry(this.#sequence, at), entry(this.#sequence, at + 1)];
      const [before, after] = [this.#slots[first], this.#slots[second]];
      if (first === second || !before || !after) continue;
      const together = togetherness(places[first] ?? [], places[second] ?? []);
      score += TOGETHER_SHARE * Math.min(before.weight, after.weight) * saturated(together);
    }
    return { passage, words, score, share: met / this.#asked };
  }

  /** How many words were asked for that some passage has, repeated ones too. */
  get length(): number {
    return this.#slots.reduce((all, { times }) => all + times, 0);
  }

  #slotFor(keys: readonly number[], weight: number): number {
    if (keys.length === 0) return NONE;
    const known = keys.map((key) => entry(this.#slotOfKey, key)).find((slot) => slot > 0);
    const number = known ?? this.#slots.push({ weight, times: 0, words: new Set() });
    for (const key of keys) this.#slotOfKey[key] = number;
    return number + NONE;
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
