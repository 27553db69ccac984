import type { TermTable } from '../search/term-table.js';
import { lastNotAfter } from '../text/offsets.js';
import type { Pace } from '../text/pace.js';

/** A passage that resembles another, by number. */
export interface Resemblance {
  readonly passage: number;
  /** From 0 (no telling word in common) to 1 (the same telling words). */
  readonly likeness: number;
}

/** How many passages are looked at closely for each one, whatever the size of the corpus. */
const CLOSE_LOOKS = 16;
/** How many places of one key, and of all keys, are visited for one passage. */
const PLACES_OF_A_KEY = 256;
const PLACES = 1_536;

/**
 * How alike passages are: the cosine of the weights of their words, function words left out, so that rare
 * words count most. The work for one passage is bounded, and does not grow with the corpus.
 */
export class Likeness {
  /** What a passage has gathered so far, by number; 0 for all between two calls. */
  readonly #gathered: Float64Array;
  /** The squared weights of the passage that others are compared with, by key; 0 for all between two calls. */
  readonly #own: Float64Array;

  private constructor(
    private readonly table: TermTable,
    /** The telling keys of all passages, each once a passage, the rarest first. */
    private readonly keys: Uint32Array,
    /** Where each passage begins in `keys`, and where the last one ends. */
    private readonly starts: Uint32Array,
    /** The Euclidean length of each passage's weights. */
    private readonly lengths: Float64Array,
  ) {
    this.#gathered = new Float64Array(table.size);
    this.#own = new Float64Array(table.vocabulary.size);
  }

  static async build(table: TermTable, pace: Pace): Promise<Likeness> {
    const keys: number[] = [];
    const starts = new Uint32Array(table.size + 1);
    const lengths = new Float64Array(table.size);
    const weights = Float64Array.from({ length: table.vocabulary.size }, (_, key) => table.weight(key));
    const weight = (key: number) => weights[key] ?? 0;
    for (let passage = 0; passage < table.size; passage++) {
      const own = [...new Set(table.keysOf(passage))].filter((key) => !table.vocabulary.isCommonKey(key));
      own.sort((a, b) => weight(b) - weight(a) || a - b);
      for (const key of own) keys.push(key);
      starts[passage + 1] = keys.length;
      lengths[passage] = Math.sqrt(own.reduce((sum, key) => sum + weight(key) ** 2, 0));
      await pace();
    }
    return new Likeness(table, Uint32Array.from(keys), starts, lengths);
  }

  /** The passages most like `passage` for which `where` holds, the most alike first. */
  nearest(passage: number, where: (passage: number) => boolean): Resemblance[] {
    const own = this.#keysOf(passage);
    for (const key of own) this.#own[key] = this.table.weight(key) ** 2;
    const found = this.#candidates(passage, where).map((candidate) => {
      let product = 0;
      for (const key of this.#keysOf(candidate)) product += this.#own[key] ?? 0;
      const lengths = (this.lengths[passage] ?? 0) * (this.lengths[candidate] ?? 0);
      return { passage: candidate, likeness: product === 0 ? 0 : product / lengths };
    });
    for (const key of own) this.#own[key] = 0;
    return found.sort((a, b) => b.likeness - a.likeness || a.passage - b.passage);
  }

  #keysOf(passage: number): Uint32Array {
    return this.keys.subarray(this.starts[passage], this.starts[passage + 1]);
  }

  /** The passages that share most weight with `passage` in its rarest keys. */
  #candidates(passage: number, where: (passage: number) => boolean): number[] {
    const gathered = this.#gathered;
    const touched: number[] = [];
    let left = PLACES;
    for (const key of this.#keysOf(passage)) {
      const places = nearestPlaces(this.table.passagesWith(key), passage);
      left -= places.length;
      if (left < 0) break;
      const squared = this.#own[key] ?? 0;
      for (const other of places) {
        if (gathered[other] === 0) touched.push(other);
        gathered[other] = (gathered[other] ?? 0) + squared;
      }
    }
    const best: number[] = [];
    for (const other of touched) {
      if (other !== passage && where(other)) insert(best, other, gathered);
    }
    for (const other of touched) gathered[other] = 0;
    return best;
  }
}

/** Keeps `best` the passages that have gathered most, the first of equals first. */
function insert(best: number[], passage: number, gathered: Float64Array): void {
  const sum = gathered[passage] ?? 0;
  const last = best.at(-1);
  if (best.length === CLOSE_LOOKS && last !== undefined && (gathered[last] ?? 0) >= sum) return;
  let at = best.length;
  while (at > 0 && (gathered[best[at - 1] ?? 0] ?? 0) < sum) at--;
  best.splice(at, 0, passage);
  if (best.length > CLOSE_LOOKS) best.pop();
}

/** Of the passages that have a key, those around `passage`: a key that very many have says as much in any of them. */
function nearestPlaces(places: Uint32Array, passage: number): Uint32Array {
  if (places.length <= PLACES_OF_A_KEY) return places;
  const at = lastNotAfter(places, passage);
  const start = Math.max(0, Math.min(at - PLACES_OF_A_KEY / 2, places.length - PLACES_OF_A_KEY));
  return places.subarray(start, start + PLACES_OF_A_KEY);
}
