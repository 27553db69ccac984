import { sentencesOf } from '../languages/sentences.js';
import { type AlignedWord, withEndsReplaced } from '../text/word-differences.js';
import type { ReadWord, WordsOf } from './read-words.js';

/**
 * The steps with the document's own words set against what the claim begins or ends with: as many as the claim
 * has there, as far as the same sentence and the same quotation go.
 */
export function replacedAtEnds(steps: readonly AlignedWord[], document: WordsOf): AlignedWord[] {
  const found = steps.flatMap(({ b }) => b ?? []);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return [...steps];
  const boundaries = sentenceStarts(document, first - steps.length, last + steps.length);
  const goesOn = (at: number) => !boundaries.has(at) && !endsQuotation(document, at);
  return withEndsReplaced(steps, { size: document.words.length, goesOn });
}

/** The words from number `from` to `to` with which sentences of the document begin. */
function sentenceStarts({ text, words }: WordsOf, from: number, to: number): Set<number> {
  const [low, high] = [Math.max(0, from), Math.min(words.length - 1, to)];
  const [first, last] = [words[low], words[high]];
  const found = new Set<number>();
  if (!first || !last) return found;
  let at = low;
  for (const { start } of sentencesOf(text.slice(first.start, last.end))) {
    while (at <= high && (words[at] as ReadWord).start < start + first.start) at++;
    if (at > low) found.add(at);
  }
  return found;
}

/** Punctuation and a mark end what somebody says, and a colon or comma and a mark begin it. */
const ENDS_OR_BEGINS = /[,.!?…—–-]\s?["”»’']|[:,]\s["“„«‘']|[;:()]|\s[–—-]\s|\n[^\S\n]*\n/;

/** True if what is quoted ends, or begins, before the word number `at` of a document. */
function endsQuotation({ text, words }: WordsOf, at: number): boolean {
  return ENDS_OR_BEGINS.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
}
