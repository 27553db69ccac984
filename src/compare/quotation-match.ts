import { isCommon } from '../languages/terms.js';
import { compoundsIn } from '../text/compounds.js';
import type { Span } from '../text/span.js';
import { uniqueBy } from '../text/unique-by.js';
import {
  type AlignedWord,
  alignWithin,
  type Ends,
  FEW_LEFT_OUT,
  inRuns,
  stretchOf,
  withEndsReplaced,
} from '../text/word-differences.js';
import type { PrintedSentence } from './printed-quotations.js';
import { respeltIn } from './respelt.js';

/** How two printings of a sentence stand to each other. */
export interface SentenceMatch {
  /** From the words of the first to those of the second, which is no shorter. */
  readonly steps: readonly AlignedWord[];
  /** How many words they have in common, in order. */
  readonly same: number;
}

/** The least share of the shorter sentence's words that the other has, in order, and of the other's between them. */
const SAME_QUOTATION = 0.6;
/** Fewer words than this are the same in quotations of anything, unless the shorter has no others. */
const MIN_QUOTED_WORDS = 3;
/** Of function words alone so many, and that share of the longer sentence, make two sentences one. */
const MIN_COMMON_WORDS = 5;

/** False where a sentence has too few words of another, in whatever order, to be a printing of the same. */
export function mayMatch(words: number, { folded: { length } }: PrintedSentence): boolean {
  return words >= length || (words >= MIN_QUOTED_WORDS && words >= length * SAME_QUOTATION);
}

/** How a sentence stands to another, which has as many words at least; undefined where it is no printing of the same. */
export function matchOf(short: PrintedSentence, long: PrintedSentence): SentenceMatch | undefined {
  const aligned = alignWithin(short.folded, long.folded, FEW_LEFT_OUT);
  if (aligned.length === 0) return undefined;
  const steps = reachingFarther(aligned, short, long);
  const places = steps.flatMap((step) => (step.same && step.b !== null ? [step.b] : []));
  if (!isOne(short, long, places) || isAnother(steps, short, long)) return undefined;
  return { steps, same: places.length };
}

/** How far beyond the rest an end of a sentence is looked for, in words: “under duress” in “under a lot of duress”. */
const MAX_REACH = 8;

/** With the words at an end of the shorter one that stand farther out in the longer one set against these. */
function reachingFarther(
  steps: readonly AlignedWord[],
  short: PrintedSentence,
  long: PrintedSentence,
): readonly AlignedWord[] {
  const first = steps.findIndex(({ b }) => b !== null);
  const last = steps.findLastIndex(({ b }) => b !== null);
  const before = fartherOut(steps.slice(0, first).reverse(), steps[first]?.b ?? 0, -1, short, long);
  const after = fartherOut(steps.slice(last + 1), steps[last]?.b ?? 0, 1, short, long);
  return [...before.reverse(), ...steps.slice(first, last + 1), ...after];
}

/** The steps from the word number `from` outwards: all of them to the same words, or as they are. */
function fartherOut(
  steps: readonly AlignedWord[],
  from: number,
  by: 1 | -1,
  short: PrintedSentence,
  long: PrintedSentence,
): AlignedWord[] {
  const found: AlignedWord[] = [];
  let at = from;
  for (const { a } of steps) {
    const word = short.folded[a ?? -1];
    do {
      at += by;
      if (word === undefined || Math.abs(at - from) > MAX_REACH || long.folded[at] === undefined)
        return [...steps];
      found.push({ a: null, b: at, same: false });
    } while (long.folded[at] !== word);
    found[found.length - 1] = { a, b: at, same: true };
  }
  const isTelling = steps.some(({ a }) => !isCommon(short.folded[a ?? -1] ?? ''));
  return isTelling || at === 0 || at === long.folded.length - 1 ? found : [...steps];
}

/** So many words at an end that stand within a clause of the other, in place of other words, are of another sentence. */
const MIN_OTHER_WORDS = 2;
/** Unless so much of the sentence is the same. */
const SAME_IN_SPITE = 0.8;

function isAnother(steps: readonly AlignedWord[], short: PrintedSentence, long: PrintedSentence): boolean {
  const same = steps.filter((step) => step.same).length;
  if (same >= short.folded.length * SAME_IN_SPITE) return false;
  // What goes on after an ellipsis begins with words of the other, or stands elsewhere.
  const isSame = (step: AlignedWord | undefined) => step?.same === true;
  if ((short.cut.before && !isSame(steps[0])) || (short.cut.after && !isSame(steps.at(-1)))) return true;
  const first = steps.findIndex(({ b }) => b !== null);
  const last = steps.findLastIndex(({ b }) => b !== null);
  const whole = withEndsReplaced(steps, endsIn(long));
  const start = whole.find(({ b }) => b !== null)?.b ?? 0;
  const end = (whole.findLast(({ b }) => b !== null)?.b ?? 0) + 1;
  const [before, after] = [(steps[first]?.b ?? 0) - start, end - 1 - (steps[last]?.b ?? 0)];
  const size = long.words.length;
  return (
    isWithin(first, before, start, long) ||
    (end < size && isWithin(steps.length - 1 - last, after, end, long))
  );
}

/** True if `own` words stand for `others` that are neither about as many nor all up to a sign, or to an end. */
function isWithin(own: number, others: number, at: number, { afterSigns }: PrintedSentence): boolean {
  if (own < MIN_OTHER_WORDS || at === 0) return false;
  return !afterSigns.has(at) || others * 2 < own;
}

/** `places` is which words of the longer one are the same. */
function isOne(short: PrintedSentence, long: PrintedSentence, places: readonly number[]): boolean {
  const [same, length] = [places.length, short.folded.length];
  const stretch = (places.at(-1) ?? 0) - (places[0] ?? 0) + 1;
  const isTelling = places.some((at) => !isCommon(long.folded[at] ?? ''));
  const isHalf = length >= MIN_QUOTED_WORDS && length * 2 >= long.folded.length;
  // All of it in a row: a fragment, which may be one word.
  if (same === length && stretch === length) return isTelling || isHalf || length === long.folded.length;
  if (same < MIN_QUOTED_WORDS || same < length * SAME_QUOTATION || same < stretch * SAME_QUOTATION)
    return false;
  return isTelling || (same >= MIN_COMMON_WORDS && same >= long.folded.length * SAME_QUOTATION);
}

/** At an end, so many words more may be put in the place of others: “As she knows” and “I think she knows”. */
const MORE_AT_END = 2;

/** Where words of a sentence may be set against the ends of another, save those that are printed `elsewhere`. */
function endsIn(long: PrintedSentence, elsewhere: ReadonlySet<number> = new Set()): Ends {
  return {
    size: long.words.length,
    goesOn: (_, taken) => !elsewhere.has(taken),
    more: { words: MORE_AT_END, isBound: (at) => long.afterSigns.has(at) },
  };
}

/** What differs, in the first and in the second; null for nothing. */
export interface SentenceDifferences {
  readonly pairs: readonly (readonly [Span | null, Span | null])[];
  /** The same words in another spelling. */
  readonly respelt: readonly (readonly [Span | null, Span | null])[];
  /** The words of the first that are the same or set against others, by their numbers. */
  readonly inShort: ReadonlySet<number>;
  /** The same of the second. */
  readonly inLong: ReadonlySet<number>;
}

/**
 * Where two printings of a sentence have not the same words, save where one begins or ends within the other.
 * `elsewhere` is the words of each that other sentences of the other's quotation print.
 */
export function sentenceDifferences(
  { steps }: SentenceMatch,
  short: PrintedSentence,
  long: PrintedSentence,
  elsewhere: { readonly inShort: ReadonlySet<number>; readonly inLong: ReadonlySet<number> },
): SentenceDifferences {
  const whole = withEndsReplaced(steps, endsIn(long, elsewhere.inLong));
  const runs = inRuns(whole);
  const compounds = compoundsOf(whole, short, long);
  const [inShort, inLong] = [new Set<number>(), new Set<number>()];
  const pairs: [Span | null, Span | null][] = [];
  const respelt: [Span | null, Span | null][] = [];
  const tell = (own: readonly number[], others: readonly number[]): [Span | null, Span | null] => {
    for (const place of own) inShort.add(place);
    for (const place of others) inLong.add(place);
    return [stretchOf(short.words, own), stretchOf(long.words, others)];
  };
  for (const [at, run] of runs.entries()) {
    const isRun = run[0]?.same === true;
    const own = run.flatMap(({ a }) => (a === null || (!isRun && elsewhere.inShort.has(a)) ? [] : [a]));
    const others = run.flatMap(({ b }) => (b === null || (!isRun && elsewhere.inLong.has(b)) ? [] : [b]));
    if (own.length + others.length === 0) continue;
    if (isRun) {
      tell(own, others);
      continue;
    }
    const rest = respeltIn(own, others, short, long);
    respelt.push(...rest.pairs.map((pair) => tell(...pair)));
    const after = runs[at + 1]?.[0];
    const isAtEnd =
      ((at === 0 && !rest.isAtStart) || (after === undefined && !rest.isAtEnd)) &&
      !isBeside(rest.others, elsewhere.inLong);
    if (!isAtEnd && isWorded(rest.own, rest.others, after, short, long)) tell(rest.own, rest.others);
    else if (isOther(rest.own, rest.others, isAtEnd, short, long)) {
      tell(rest.own, rest.others);
      const { ofShort, ofLong } = withCompounds(rest.own, rest.others, compounds);
      pairs.push([
        stretchOf(short.words, withJoined(ofShort, short)),
        stretchOf(long.words, withJoined(ofLong, long)),
      ]);
    }
  }
  return { pairs: uniqueBy(pairs, placesOf), respelt, inShort, inLong };
}

/** Two differences within one compound are one. */
function placesOf(pair: readonly (Span | null)[]): string {
  return pair.map((span) => (span ? `${span.start}-${span.end}` : '')).join(' ');
}

/** The compounds of two printings, each as the steps that hold it. */
function compoundsOf(
  steps: readonly AlignedWord[],
  { joined: inShort }: PrintedSentence,
  { joined: inLong }: PrintedSentence,
): AlignedWord[][] {
  const isJoined = (joined: ReadonlySet<number>) => (at: number) => joined.has(at);
  const found = compoundsIn(steps, isJoined(inShort), isJoined(inLong));
  return found.map(({ start, end }) => steps.slice(start, end));
}

/** Words that differ, with the rest of the compounds that they are parts of: “long-term” and “short-term”. */
function withCompounds(
  own: readonly number[],
  others: readonly number[],
  compounds: readonly AlignedWord[][],
): { ofShort: readonly number[]; ofLong: readonly number[] } {
  const found = compounds.filter((steps) =>
    steps.some(({ a, b }) => (a !== null && own.includes(a)) || (b !== null && others.includes(b))),
  );
  const together = (places: readonly number[], of: 'a' | 'b') =>
    [...places, ...found.flat().flatMap((step) => step[of] ?? [])].sort((a, b) => a - b);
  return { ofShort: together(own, 'a'), ofLong: together(others, 'b') };
}

/** Words in order with those that hyphens join to the first and the last, which may stand beyond what is aligned. */
function withJoined(places: readonly number[], { joined }: PrintedSentence): number[] {
  let [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  while (joined.has(first)) first--;
  while (joined.has(last + 1)) last++;
  return [first, last];
}

/** True for words in a row right before or after one of `printed`. */
function isBeside(places: readonly number[], printed: ReadonlySet<number>): boolean {
  const [first, last] = [places[0], places.at(-1)];
  return first !== undefined && last !== undefined && (printed.has(first - 1) || printed.has(last + 1));
}

/** True if words are set against others, or left out within the sentence; not what an outlet says in brackets. */
function isOther(
  own: readonly number[],
  others: readonly number[],
  isAtEnd: boolean,
  short: PrintedSentence,
  long: PrintedSentence,
): boolean {
  const isBracketed = (places: readonly number[], { bracketed }: PrintedSentence) =>
    places.length > 0 && places.every((at) => bracketed.has(at));
  if (isBracketed(own, short) || isBracketed(others, long)) return false;
  if (own.length + others.length > 0 && isAside(own, short) && isAside(others, long)) return false;
  return isAtEnd ? own.length > 0 && others.length > 0 : own.length > 0 || others.length > 0;
}

/** True for words in round brackets, which an outlet may have put in, and for none. */
function isAside(places: readonly number[], { inBrackets }: PrintedSentence): boolean {
  return places.every((at) => inBrackets.has(at));
}

/** True for words where the other has a sign that stands for them: “herds and elephants” and “herds & elephants”. */
function isWorded(
  own: readonly number[],
  others: readonly number[],
  after: AlignedWord | undefined,
  short: PrintedSentence,
  long: PrintedSentence,
): boolean {
  if (own.length === 0) return short.afterWorded.has(after?.a ?? -1);
  return others.length === 0 && long.afterWorded.has(after?.b ?? -1);
}
