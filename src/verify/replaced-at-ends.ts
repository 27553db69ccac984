import { sentencesOf } from '../languages/sentences.js';
import type { AlignedWord } from '../text/word-differences.js';
import type { ReadWord, WordsOf } from './read-words.js';

/**
 * The steps with the document's own words set against what the claim begins or ends with: as many as the claim
 * has there, as far as the same sentence and the same quotation go.
 */
export function replacedAtEnds(steps: readonly AlignedWord[], document: WordsOf): AlignedWord[] {
  const first = steps.findIndex(({ b }) => b !== null);
  const last = steps.findLastIndex(({ b }) => b !== null);
  const [firstStep, lastStep] = [steps[first], steps[last]];
  if (firstStep?.b == null || lastStep?.b == null) return [...steps];
  const boundaries = sentenceStarts(document, firstStep.b - steps.length, lastStep.b + steps.length);
  const goesOn = (at: number) => !boundaries.has(at) && !endsQuotation(document, at);
  let [from, to] = [firstStep.b, lastStep.b];
  const [before, after] = [first, steps.length - 1 - last];
  while (from > 0 && firstStep.b - from < before && goesOn(from)) from--;
  while (to < document.words.length - 1 && to - lastStep.b < after && goesOn(to + 1)) to++;
  const paired = (list: readonly AlignedWord[], words: readonly number[]): AlignedWord[] =>
    list.map((step, at) => ({ ...step, b: words[at] ?? null }));
  // The nearest word of the document stands beside the word that is the same, so what is short is short outside.
  const leading = Array.from({ length: firstStep.b - from }, (_, at) => from + at);
  const short = before - leading.length;
  return [
    ...steps.slice(0, short),
    ...paired(steps.slice(short, first), leading),
    ...steps.slice(first, last + 1),
    ...paired(
      steps.slice(last + 1),
      Array.from({ length: to - lastStep.b }, (_, at) => (lastStep.b ?? 0) + 1 + at),
    ),
  ];
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
