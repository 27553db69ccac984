import { compoundsIn, isJoint } from '../text/compounds.js';
import { itemAt } from '../text/entry.js';
import type { AlignedWord } from '../text/word-differences.js';
import type { WordsOf } from './read-words.js';

/** The steps with a compound in which anything differs, or which is none on the other side, as different throughout: “to-day” is not “to-night” by its second half. */
export function withWholeCompounds(
  steps: readonly AlignedWord[],
  claim: WordsOf,
  document: WordsOf,
): readonly AlignedWord[] {
  const isJoined = (side: WordsOf) => (at: number) => isJoint(gapBefore(side, at));
  const compounds = compoundsIn(steps, isJoined(claim), isJoined(document));
  if (compounds.length === 0) return steps;
  const isParted = (side: WordsOf, at: number | null) => at !== null && BLANK.test(gapBefore(side, at));
  const differing = compounds.filter(({ start, end }) => {
    const own = steps.slice(start, end);
    return own.some(
      ({ a, b, same }, at) => !same || (at > 0 && (isParted(claim, a) || isParted(document, b))),
    );
  });
  const marked = steps.map((step) => step);
  for (const { start, end } of differing)
    for (let at = start; at < end; at++) marked[at] = { ...itemAt(marked, at), same: false };
  return marked;
}

const BLANK = /^\s+$/;

function gapBefore({ text, words }: WordsOf, at: number): string {
  const [before, word] = [words[at - 1], words[at]];
  return before && word ? text.slice(before.end, word.start) : '';
}
