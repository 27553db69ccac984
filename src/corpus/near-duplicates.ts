import type { Pace } from '../text/pace.js';

/**
 * A few numbers by which texts are known that are nearly the same: the smallest of the hashes of all its runs of
 * words, in order (bottom-k sketch, Cohen and Kaplan 2007). Texts that share runs share numbers in proportion.
 */
export type Sketch = Int32Array;

/** Words in a run: two texts hardly ever share so many that were not copied. */
const RUN = 5;
/** Numbers in a sketch: they tell the share of common runs within a tenth. */
const SIZE = 32;
/** A text with fewer runs is too short to tell from a common phrase. */
const FEWEST_RUNS = 12;
/** So much of a text is read, in UTF-16 code units, which takes a millisecond or two: copies are alike from the start. */
const READ = 200_000;
/** From this code on a character is a word by itself: Chinese and Japanese part no words by blanks. */
const IDEOGRAPHS = 0x2e80;

/** The sketch of a text; undefined where it is too short to have one. */
export function sketchOf(text: string): Sketch | undefined {
  const smallest = new Smallest();
  const run = new Int32Array(RUN);
  const end = Math.min(text.length, READ);
  // A sum of the words' hashes, each times a power by its place in the run, goes from run to run in one step.
  let [words, word, sum] = [0, 0, 0];
  for (let at = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 0;
    const isWord = code < 0x80 ? isAlphanumeric(code) : code >= 0xc0;
    if (isWord) word = Math.imul(word ^ (code < 0x80 ? code | 0x20 : code), PRIME) || 1;
    if (word === 0 || (isWord && code < IDEOGRAPHS)) continue;
    const place = words % RUN;
    sum = (Math.imul(sum, PRIME) + word - Math.imul(run[place] ?? 0, POWER)) | 0;
    run[place] = word;
    word = 0;
    if (++words >= RUN) smallest.add(mixed(sum));
  }
  return words - RUN + 1 < FEWEST_RUNS ? undefined : smallest.sketch();
}

/** The prime of the hash FNV-1a for 32 bits, and its power by as many as a run has words. */
const PRIME = 0x01000193;
const POWER = Array.from({ length: RUN }).reduce<number>((power) => Math.imul(power, PRIME), 1);

/** The last mixing of MurmurHash3, without which small numbers come of similar words. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Keeps the smallest of many numbers, each once. */
class Smallest {
  #kept = new Set<number>();
  #most = 0x7fffffff;

  add(number: number): void {
    if (number > this.#most) return;
    this.#kept.add(number);
    // Sorting seldom, so that a number costs next to nothing.
    if (this.#kept.size >= SIZE * 4) this.#cut();
  }

  sketch(): Sketch {
    this.#cut();
    return Int32Array.from(this.#kept);
  }

  #cut(): void {
    const sorted = Int32Array.from(this.#kept).sort().subarray(0, SIZE);
    this.#kept = new Set(sorted);
    if (sorted.length === SIZE) this.#most = sorted.at(-1) ?? this.#most;
  }
}

/** The share of numbers that two texts have in common which are nearly the same. */
const SAME_SHARE = 0.7;
/** So many of the smallest numbers lead to the other text: of nearly the same ones, one is nearly always common. */
const LEADING = 8;

/**
 * For each of some texts that is nearly the same as one before it, which one that is: pairs of places in the list.
 * It takes time in proportion to the list. Rests as `pace` says.
 */
export async function nearDuplicates(
  sketches: readonly (Sketch | undefined)[],
  pace: Pace,
): Promise<(readonly [at: number, before: number])[]> {
  const first = new Map<number, number>();
  const found: (readonly [number, number])[] = [];
  for (const [at, sketch] of sketches.entries()) {
    await pace();
    if (!sketch) continue;
    const before = new Set<number>();
    for (const number of sketch.subarray(0, LEADING)) {
      const known = first.get(number);
      if (known === undefined) first.set(number, at);
      else before.add(known);
    }
    const same = Array.from(before).find((other) => shareOf(sketch, sketches[other]) >= SAME_SHARE);
    if (same !== undefined) found.push([at, same]);
  }
  return found;
}

/** The share of runs that two texts have in common, as the smallest numbers of both together tell it. */
function shareOf(a: Sketch, b: Sketch | undefined): number {
  let [common, seen, inA, inB] = [0, 0, 0, 0];
  while (b && seen < SIZE && (inA < a.length || inB < b.length)) {
    const [one, other] = [a[inA] ?? Number.POSITIVE_INFINITY, b[inB] ?? Number.POSITIVE_INFINITY];
    if (one === other) common++;
    if (one <= other) inA++;
    if (other <= one) inB++;
    seen++;
  }
  return seen === 0 ? 0 : common / seen;
}
