import { foldWord } from '../text/fold.js';
import type { Span } from '../text/span.js';
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
const MIN_WORDS = 3;

/** A text as words, and as what is compared of them. */
interface Text {
  readonly words: readonly Word[];
  readonly folded: readonly string[];
}

/**
 * The wording that `texts` share: runs of at least three words, letter case, accents and typography apart. A
 * word is marked where, and only where, it is part of a run that another text has as well; of another of
 * `tellers`, where these are given, one a text.
 *
 * @example sharedWording(['He said it is so.', 'It is so, she said.']).marks // [[{ start: 8, end: 16 }], [{ start: 0, end: 8 }]]
 */
export function sharedWording(texts: readonly string[], tellers?: readonly unknown[]): SharedWording {
  const read = texts.map((text) => {
    const list = words(text);
    return { words: list, folded: list.map((word) => foldWord(word.text)) };
  });
  const sequences = new Map<string, readonly string[]>();
  for (const [at, text] of read.entries()) {
    for (const [next, other] of read.slice(at + 1).entries()) {
      if (tellers && tellers[at] === tellers[at + 1 + next]) continue;
      for (const run of commonRuns(text.folded, other.folded)) sequences.set(run.join(' '), run);
    }
  }
  const runs = [...sequences.values()].map((run) => read.map((text) => placesOf(run, text)));
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

/** The place of a run in a text, in words, `end` exclusive. */
type Place = Span;

/** The runs that two texts share and that cannot be made longer on either side. */
function commonRuns(first: readonly string[], second: readonly string[]): string[][] {
  const places = new Map<string, number[]>();
  for (const [at, word] of second.entries()) places.set(word, [...(places.get(word) ?? []), at]);
  const runs: string[][] = [];
  for (const [at, word] of first.entries()) {
    for (const other of places.get(word) ?? []) {
      if (at > 0 && other > 0 && first[at - 1] === second[other - 1]) continue;
      let length = 1;
      while (at + length < first.length && first[at + length] === second[other + length]) length++;
      if (length >= MIN_WORDS) runs.push(first.slice(at, at + length));
    }
  }
  return runs;
}

function placesOf(run: readonly string[], { folded }: Text): Place[] {
  const places: Place[] = [];
  for (let start = 0; start + run.length <= folded.length; start++) {
    if (run.every((word, index) => folded[start + index] === word))
      places.push({ start, end: start + run.length });
  }
  return places;
}

/** Places joined where they touch or overlap, as stretches of the text. */
function union(places: readonly Place[], text: Text): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.flatMap((place) => spanOf(place, text) ?? []);
}

/** The runs that are no part of a longer one which all the same texts have. */
function longest(runs: readonly Place[][][]): Place[][][] {
  const isInside = (inner: readonly Place[][], outer: readonly Place[][]) =>
    inner.every((places, text) =>
      places.every(({ start, end }) =>
        outer[text]?.some((place) => place.start <= start && end <= place.end),
      ),
    );
  return runs.filter((run) => !runs.some((other) => other !== run && isInside(run, other)));
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
