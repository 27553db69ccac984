import { foldWord } from '../text/fold.js';
import { type Word, words } from '../text/words.js';

/** A stretch of a text: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of words that two or more texts have in common: its place in each text, or null where it is not. */
export type SharedRun = readonly (Span | null)[];

/** Fewer words than this in common ("of the", "Putin said") are the language's, not the statement's. */
const MIN_WORDS = 3;

/** A run of words in two texts: where it begins in each, counted in words. */
interface Match {
  readonly a: number;
  readonly b: number;
  readonly atA: number;
  readonly atB: number;
  readonly length: number;
}

/**
 * The runs of at least three words that two or more of `texts` share, letter case, accents and typography
 * apart, in order of their place in the first text that has them. No word is part of two runs; where runs
 * compete for one, the longer wins.
 *
 * @example sharedRuns(['He said it is so.', 'It is so, she said.']) // [[{ start: 8, end: 16 }, { start: 0, end: 8 }]]
 */
export function sharedRuns(texts: readonly string[]): SharedRun[] {
  const wordLists = texts.map((text) => words(text));
  const folded = wordLists.map((list) => list.map((word) => foldWord(word.text)));
  const taken = folded.map((list) => new Array<boolean>(list.length).fill(false));
  const free = (text: number, at: number, length: number) =>
    !taken[text]?.slice(at, at + length).includes(true);

  const runs: (Span | null)[][] = [];
  const byWords = new Map<string, (Span | null)[]>();
  for (const { a, b, atA, atB, length } of allMatches(folded)) {
    const key = (folded[a] ?? []).slice(atA, atA + length).join(' ');
    const run = byWords.get(key) ?? texts.map(() => null);
    const open = (text: number, at: number) => run[text] === null && free(text, at, length);
    if (!(open(a, atA) || run[a]) || !(open(b, atB) || run[b]) || (run[a] && run[b])) continue;
    for (const [text, at] of [
      [a, atA],
      [b, atB],
    ] as const) {
      if (run[text]) continue;
      run[text] = spanOf(wordLists[text] ?? [], at, length);
      taken[text]?.fill(true, at, at + length);
    }
    if (!byWords.has(key)) runs.push(run);
    byWords.set(key, run);
  }
  return runs.sort((a, b) => comparePlace(a, b));
}

/** All maximal runs that two texts share, the longest first. */
function allMatches(texts: readonly (readonly string[])[]): Match[] {
  const matches: Match[] = [];
  for (const [a, first] of texts.entries()) {
    for (let b = a + 1; b < texts.length; b++) matches.push(...pairMatches(a, first, b, texts[b] ?? []));
  }
  return matches.sort(
    (x, y) => y.length - x.length || x.a - y.a || x.atA - y.atA || x.b - y.b || x.atB - y.atB,
  );
}

/** The maximal runs of two texts: those that begin where the words before them differ. */
function pairMatches(a: number, first: readonly string[], b: number, second: readonly string[]): Match[] {
  const places = new Map<string, number[]>();
  for (const [at, word] of second.entries()) {
    const list = places.get(word);
    if (list) list.push(at);
    else places.set(word, [at]);
  }
  const matches: Match[] = [];
  for (const [atA, word] of first.entries()) {
    for (const atB of places.get(word) ?? []) {
      if (atA > 0 && atB > 0 && first[atA - 1] === second[atB - 1]) continue;
      let length = 1;
      while (atA + length < first.length && first[atA + length] === second[atB + length]) length++;
      if (length >= MIN_WORDS) matches.push({ a, b, atA, atB, length });
    }
  }
  return matches;
}

function spanOf(list: readonly Word[], at: number, length: number): Span | null {
  const [first, last] = [list[at], list[at + length - 1]];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Orders runs by the first text that has either of them, then by place in it. */
function comparePlace(a: SharedRun, b: SharedRun): number {
  for (const [text, span] of a.entries()) {
    const other = b[text];
    if (span && other) return span.start - other.start;
    if (span || other) return span ? -1 : 1;
  }
  return 0;
}
