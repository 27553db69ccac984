import { foldWord } from '../text/fold.js';
import { merged, type Span } from '../text/span.js';
import { type Word, words } from '../text/words.js';

/** A run of words in common: its first place in each text, or null where a text does not have it. */
export type SharedRun = readonly (Span | null)[];

/** What texts say in the same words. */
export interface SharedWording {
  /** For each text, in order and apart, the stretches whose words stand in another text too. */
  readonly marks: readonly (readonly Span[])[];
  /** The longest such runs, in order of their place in the first text that has them. */
  readonly runs: readonly SharedRun[];
}

/** Fewer words than this in common ("of the", "Putin said") are the language's, not the statement's. */
const MIN_SHARED_WORDS = 3;

/** A stretch of words that stands in more places of one text is looked for in the first so many: it is a refrain. */
const MAX_REPEATS = 8;

/** A text as words, what is compared of them, and where each three of them in a row stand. */
interface Text {
  readonly words: readonly Word[];
  readonly folded: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/**
 * The wording that `texts` share: runs of at least three words, letter case, accents and typography apart. A
 * word is marked where, and only where, it is part of a run that another text has as well; of another of
 * `tellers`, where these are given, one a text. Linear in the texts.
 *
 * @example sharedWording(['He said it is so.', 'It is so, she said.']).marks // [[{ start: 8, end: 16 }], [{ start: 0, end: 8 }]]
 */
export function sharedWording(texts: readonly string[], tellers?: readonly unknown[]): SharedWording {
  const read = texts.map(readText);
  const sequences = new Map<string, readonly string[]>();
  for (const [at, text] of read.entries()) {
    for (const [next, other] of read.slice(at + 1).entries()) {
      if (tellers && tellers[at] === tellers[at + 1 + next]) continue;
      for (const run of commonRuns(text, other)) sequences.set(run.join(' '), run);
    }
  }
  const runs = [...sequences.values()].map((run) => read.map((text) => runPlaces(run, text)));
  return {
    marks: read.map((text, at) =>
      union(
        runs.flatMap((places) => places[at] ?? []),
        text,
      ),
    ),
    runs: longest(runs)
      .map((places) => places.map((list, at) => firstSpan(list, read[at])))
      .sort(comparePlace),
  };
}

function readText(text: string): Text {
  const list = words(text);
  const folded = list.map((word) => foldWord(word.text));
  const places = new Map<string, number[]>();
  for (let at = 0; at + MIN_SHARED_WORDS <= folded.length; at++) {
    const known = places.get(beginning(folded, at));
    if (!known) places.set(beginning(folded, at), [at]);
    else if (known.length < MAX_REPEATS) known.push(at);
  }
  return { words: list, folded, places };
}

/** The three words from `at` on, as one. */
function beginning(folded: readonly string[], at: number): string {
  return folded.slice(at, at + MIN_SHARED_WORDS).join(' ');
}

/** The place of a run in a text, in words, `end` exclusive. */
type Place = Span;

/** The runs that two texts share and that cannot be made longer on either side. */
function commonRuns({ folded: first }: Text, { folded: second, places }: Text): string[][] {
  const runs: string[][] = [];
  /** Where the runs end that are found so far and go on. */
  let open: number[] = [];
  for (let at = 0; at + MIN_SHARED_WORDS <= first.length; at++) {
    open = open.filter((end) => end > at);
    if (open.length >= MAX_REPEATS) continue;
    for (const other of places.get(beginning(first, at)) ?? []) {
      if (at > 0 && other > 0 && first[at - 1] === second[other - 1]) continue;
      let length = MIN_SHARED_WORDS;
      while (at + length < first.length && first[at + length] === second[other + length]) length++;
      runs.push(first.slice(at, at + length));
      open.push(at + length);
    }
  }
  return runs;
}

function runPlaces(run: readonly string[], { folded, places }: Text): Place[] {
  return (places.get(beginning(run, 0)) ?? [])
    .filter((start) => run.every((word, index) => folded[start + index] === word))
    .map((start) => ({ start, end: start + run.length }));
}

/** Places joined where they touch or overlap, as stretches of the text. */
function union(places: readonly Place[], text: Text): Span[] {
  return merged(places).flatMap((place) => spanOf(place, text) ?? []);
}

/** How many runs that cover one word are remembered: a shorter run lies in one of the longest of them, or in none. */
const MAX_COVERING = 8;

/** The runs that are no part of a longer one which all the same texts have. */
function longest(runs: readonly Place[][][]): Place[][][] {
  const isInside = (inner: readonly Place[][], outer: readonly Place[][]) =>
    inner.every((places, text) =>
      places.every(({ start, end }) =>
        outer[text]?.some((place) => place.start <= start && end <= place.end),
      ),
    );
  const lengthOf = (run: readonly Place[][]) => {
    const place = run.flat()[0];
    return place ? place.end - place.start : 0;
  };
  const kept: Place[][][] = [];
  /** By text and word, the runs kept that cover it. */
  const covering: Map<number, Place[][][]>[] = (runs[0] ?? []).map(() => new Map());
  for (const run of runs.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    const text = run.findIndex((places) => places.length > 0);
    const around = covering[text]?.get(run[text]?.[0]?.start ?? -1) ?? [];
    if (around.some((other) => isInside(run, other))) continue;
    kept.push(run);
    for (const [at, places] of run.entries()) cover(covering[at], places, run);
  }
  return kept;
}

function cover(
  covering: Map<number, Place[][][]> | undefined,
  places: readonly Place[],
  run: Place[][],
): void {
  for (const { start, end } of places) {
    for (let word = start; word < end; word++) {
      const known = covering?.get(word);
      if (!known) covering?.set(word, [run]);
      else if (known.length < MAX_COVERING && known.at(-1) !== run) known.push(run);
    }
  }
}

function firstSpan(places: readonly Place[], text: Text | undefined): Span | null {
  const [first] = places;
  return first && text ? (spanOf(first, text) ?? null) : null;
}

function spanOf({ start, end }: Place, text: Text): Span | undefined {
  const [first, last] = [text.words[start], text.words[end - 1]];
  return first && last && { start: first.start, end: last.end };
}

/** Orders runs by the first text that has either of them, then by place in it, the longer first. */
function comparePlace(a: SharedRun, b: SharedRun): number {
  for (const [text, span] of a.entries()) {
    const other = b[text];
    if (span && other) return span.start - other.start || other.end - span.end;
    if (span || other) return span ? -1 : 1;
  }
  return 0;
}
