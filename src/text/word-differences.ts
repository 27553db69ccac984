import { entry } from './entry.js';
import type { Span } from './span.js';

/** One step of turning one list of words into a stretch of another: which word stands for which. */
export interface AlignedWord {
  /** The word's place in the first list, or null where the second has one more. */
  readonly a: number | null;
  /** Its place in the second list, or null where the first has one more. */
  readonly b: number | null;
  /** True if the two are the same word. */
  readonly same: boolean;
}

/** What a step costs. A word more in the second list costs least, so that a word is rather found past it than given up. */
const CHANGED = 3;
const ONLY_IN_A = 3;
const ONLY_IN_B = 2;
/** What a word more costs where a few words left out are likelier than others put in their place: “I do not believe”. */
export const FEW_LEFT_OUT = 1;

/**
 * The stretch of `b` that is turned into `a` at the least cost, and how: Sellers' algorithm (1980) for approximate
 * matching, over words. Of equal stretches the one that ends first is taken. The list is empty where nothing of `a` is in `b`.
 * `onlyInB` is what a word costs that the second list has more. Its time and memory are the product of the lengths.
 */
export function alignWithin(a: readonly string[], b: readonly string[], onlyInB = ONLY_IN_B): AlignedWord[] {
  const width = b.length + 1;
  const costs = new Uint16Array((a.length + 1) * width);
  for (let i = 1; i <= a.length; i++) {
    costs[i * width] = i * ONLY_IN_A;
    for (let j = 1; j <= b.length; j++) {
      const diagonal = entry(costs, (i - 1) * width + j - 1) + (a[i - 1] === b[j - 1] ? 0 : CHANGED);
      const above = entry(costs, (i - 1) * width + j) + ONLY_IN_A;
      const left = entry(costs, i * width + j - 1) + onlyInB;
      costs[i * width + j] = Math.min(diagonal, above, left);
    }
  }
  const last = costs.subarray(a.length * width, (a.length + 1) * width);
  let j = last.indexOf(Math.min(...last));
  const steps: AlignedWord[] = [];
  for (let i = a.length; i > 0; ) {
    const here = entry(costs, i * width + j);
    const same = j > 0 && a[i - 1] === b[j - 1];
    if (j > 0 && here === entry(costs, (i - 1) * width + j - 1) + (same ? 0 : CHANGED)) {
      steps.push({ a: --i, b: --j, same });
    } else if (here === entry(costs, (i - 1) * width + j) + ONLY_IN_A) {
      steps.push({ a: --i, b: null, same: false });
    } else {
      steps.push({ a: null, b: --j, same: false });
    }
  }
  return trim(steps.reverse());
}

/** Where words of a list may be set against others. */
export interface Ends {
  /** How many words the list has. */
  readonly size: number;
  /** True if the word number `taken` may be, which stands beside the word that it is taken with. */
  readonly goesOn: (later: number, taken: number) => boolean;
  /** So many words more are set against others than those are, where with them what was said begins or ends. */
  readonly more?: { readonly words: number; readonly isBound: (at: number) => boolean };
}

/**
 * The steps with words of the second list set against what the first begins or ends with: as many as the first has
 * there, as far as `goesOn` holds between a word and the next. It is given the number of the later of the two.
 */
export function withEndsReplaced(steps: readonly AlignedWord[], ends: Ends): AlignedWord[] {
  const first = steps.findIndex(({ b }) => b !== null);
  const last = steps.findLastIndex(({ b }) => b !== null);
  const [start, end] = [steps[first]?.b, steps[last]?.b];
  if (start == null || end == null) return [...steps];
  const leading = wordsFrom(start, -1, first, ends).reverse();
  const trailing = wordsFrom(end, 1, steps.length - 1 - last, ends);
  const step = (a: number | null | undefined, b: number | undefined): AlignedWord => {
    return { a: a ?? null, b: b ?? null, same: false };
  };
  // The nearest word of the second list stands beside the word that is the same, so what is short is short outside.
  const before = Array.from({ length: Math.max(first, leading.length) }, (_, at, back = at + 1) =>
    step(steps[first - back]?.a, leading.at(-back)),
  );
  const after = Array.from({ length: Math.max(steps.length - 1 - last, trailing.length) }, (_, at) =>
    step(steps[last + 1 + at]?.a, trailing[at]),
  );
  return [...before.reverse(), ...steps.slice(first, last + 1), ...after];
}

/** At most `count` words of a list on one side of the word number `from`, and a few more where that is all there is. */
function wordsFrom(from: number, by: 1 | -1, count: number, { size, goesOn, more }: Ends): number[] {
  const found: number[] = [];
  const ends = (at: number) => {
    const [later, next] = [by === 1 ? at + 1 : at, at + by];
    const isBound = found.length > 0 && more?.isBound(later) === true;
    return next < 0 || next >= size || !goesOn(later, next) || isBound;
  };
  const most = count === 0 ? 0 : count + (more?.words ?? 0);
  let at = from;
  while (found.length < most && !ends(at)) {
    at += by;
    found.push(at);
  }
  return ends(at) ? found : found.slice(0, count);
}

/** Steps in order: those in a row that are not the same word together, every other by itself. */
export function inRuns(steps: readonly AlignedWord[]): AlignedWord[][] {
  const runs: AlignedWord[][] = [];
  for (const [at, step] of steps.entries()) {
    if (at > 0 && !step.same && !steps[at - 1]?.same) runs.at(-1)?.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** From the first to the last of the words at some places of a list; null where there are none. */
export function stretchOf(list: readonly Span[], places: readonly (number | null)[]): Span | null {
  const present = places.flatMap((place) => (place === null ? [] : (list[place] ?? [])));
  const [first, last] = [present[0], present.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Without what stands before the first and after the last word that is the same: no part of the stretch found. */
function trim(steps: AlignedWord[]): AlignedWord[] {
  const first = steps.findIndex(({ same }) => same);
  if (first === -1) return [];
  const last = steps.findLastIndex(({ same }) => same);
  // Words of the first list that stand outside were added; what they were set against is not part of the stretch.
  const outside = ({ a }: AlignedWord): AlignedWord[] => (a === null ? [] : [{ a, b: null, same: false }]);
  return [
    ...steps.slice(0, first).flatMap(outside),
    ...steps.slice(first, last + 1),
    ...steps.slice(last + 1).flatMap(outside),
  ];
}
