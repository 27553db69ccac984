import type { Pace } from '../text/pace.js';

/**
 * A few numbers by which texts are known that are nearly the same: the smallest of the hashes of all its runs of
 * words, in order (bottom-k sketch, Cohen and Kaplan 2007). Texts that share runs share numbers in proportion.
 */
export type Sketch = Uint32Array;

/** Words in a run: two texts hardly ever share so many that were not copied. */
const RUN = 5;
/** Numbers in a sketch: they tell the share of common runs within a tenth. */
const SIZE = 32;
/** A text with fewer runs is too short to tell from a common phrase. */
const FEWEST_RUNS = 12;
/** So much of a text is read, in UTF-16 code units, which takes some milliseconds: copies are alike from the start. */
const READ = 500_000;
/** From this code on a character is a word by itself: Chinese and Japanese part no words by blanks. */
const IDEOGRAPHS = 0x2e80;

/** The sketch of a text; undefined where it is too short to have one. */
export function sketchOf(text: string): Sketch | undefined {
  const smallest = new Smallest();
  const run = new Uint32Array(RUN);
  let [words, word] = [0, 0];
  const end = Math.min(text.length, READ);
  const close = () => {
    run[words++ % RUN] = word;
    word = 0;
    if (words >= RUN) smallest.add(hashOfRun(run, words));
  };
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    const isWord = (code >= 48 && code <= 57) || ((code | 32) - 97) >>> 0 < 26 || code >= 0xc0;
    if (isWord) word = Math.imul(word ^ (code < 128 ? code | 32 : code), PRIME) >>> 0 || 1;
    if (word !== 0 && (!isWord || code >= IDEOGRAPHS)) close();
  }
  if (word !== 0) close();
  return words - RUN + 1 < FEWEST_RUNS ? undefined : smallest.sketch();
}

/** The prime of the hash FNV-1a for 32 bits. */
const PRIME = 0x01000193;

function hashOfRun(run: Uint32Array, words: number): number {
  let hash = 0x811c9dc5;
  for (let back = RUN; back > 0; back--) {
    hash = Math.imul(hash ^ (run[(words - back) % RUN] ?? 0), PRIME);
    hash ^= hash >>> 15;
  }
  // The last mixing of MurmurHash3, without which small hashes come of similar words.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Keeps the smallest of many numbers, each once. */
class Smallest {
  #kept = new Set<number>();
  #most = 0xffffffff;

  add(number: number): void {
    if (number > this.#most) return;
    this.#kept.add(number);
    // Sorting seldom, so that a number costs next to nothing.
    if (this.#kept.size >= SIZE * 4) this.#cut();
  }

  sketch(): Sketch {
    this.#cut();
    return Uint32Array.from(this.#kept);
  }

  #cut(): void {
    const sorted = Uint32Array.from(this.#kept).sort().subarray(0, SIZE);
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
    const same = [...before].find((other) => shareOf(sketch, sketches[other]) >= SAME_SHARE);
    if (same !== undefined) found.push([at, same]);
  }
  return found;
}

/** The share of runs that two texts have in common, as the smallest numbers of both tell it. */
function shareOf(a: Sketch, b: Sketch | undefined): number {
  if (!b) return 0;
  const size = Math.min(SIZE, Math.max(a.length, b.length));
  const union = Uint32Array.from(new Set([...a, ...b]))
    .sort()
    .subarray(0, size);
  const [inA, inB] = [new Set(a), new Set(b)];
  return union.filter((number) => inA.has(number) && inB.has(number)).length / union.length;
}
