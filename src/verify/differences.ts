import { isKind, KIND, WORDED } from '../text/characters.js';
import { isJoint } from '../text/compounds.js';
import { type Span, withoutBlanks } from '../text/span.js';
import { FoldedText } from '../text/typography.js';
import { type AlignedWord, inRuns, stretchOf } from '../text/word-differences.js';
import type { WordsOf } from './read-words.js';
import { replacedAtEnds } from './replaced-at-ends.js';
import { withWholeCompounds } from './whole-compounds.js';
import { isWithin } from './whole-words.js';

/** How a claim's words differ from a document's at one place. */
export interface WordDifference {
  /**
   * `changed`: other words, or other signs; `missing`: the claim leaves them out; `added`: the document has no
   * words there; `punctuation`; `letter case`.
   */
  readonly kind: 'changed' | 'missing' | 'added' | 'punctuation' | 'letter case';
  /** Where the claim's words stand in it; null where it has none. */
  readonly claimed: Span | null;
  /** Where the document's words stand in it; null where it has none. */
  readonly span: Span | null;
}

/**
 * In what a claim differs from a stretch of a document that its words are aligned with, in order: at least one
 * thing, since it is asked only where the claim does not stand so. Of equal words both the letters and what is
 * between them are compared; at the ends also the signs joined to them.
 */
export function differencesOf(
  steps: readonly AlignedWord[],
  claim: WordsOf,
  document: WordsOf,
): WordDifference[] {
  const whole = withWholeCompounds(replacedAtEnds(steps, document), claim, document);
  const runs = inRuns(whole);
  const found = runs.flatMap((run, at) => {
    const [step] = run;
    if (!step?.same)
      return [
        withSigns(runDifference(run, claim, document), runs[at - 1]?.[0], runs[at + 1]?.[0], claim, document),
      ];
    return [
      ...caseDifference(step, claim, document),
      ...gapDifference(step, runs[at + 1]?.[0], claim, document),
    ];
  });
  const differences = [
    ...startDifference(whole[0], claim, document),
    ...oneOfCase(found, whole),
    ...endDifference(whole.at(-1), claim, document),
  ];
  return differences.length > 0 ? differences : [stretchDifference(whole, claim, document)];
}

function runDifference(run: readonly AlignedWord[], claim: WordsOf, document: WordsOf): WordDifference {
  const claimed = stretchOf(
    claim.words,
    run.map(({ a }) => a),
  );
  const span = stretchOf(
    document.words,
    run.map(({ b }) => b),
  );
  const kind = claimed === null ? 'missing' : span === null ? 'added' : 'changed';
  return { kind, claimed, span: span && withCompound(document.text, span) };
}

/** A stretch with the rest of the compounds that it begins or ends in, where the document goes on beyond what is aligned. */
function withCompound(text: string, { start, end }: Span): Span {
  return {
    start: isJoint(text.charAt(start - 1)) && isWithin(text, start) ? unitStart(text, start) : start,
    end: isJoint(text.charAt(end)) && isWithin(text, end) ? unitEnd(text, end) : end,
  };
}

/** Words on one side only, with the signs that the other side has between the words around them. */
function withSigns(
  difference: WordDifference,
  before: AlignedWord | undefined,
  after: AlignedWord | undefined,
  claim: WordsOf,
  document: WordsOf,
): WordDifference {
  const signsOf = (
    { text, words }: WordsOf,
    from: number | null | undefined,
    to: number | null | undefined,
  ) => {
    const [start, end] = [words[from ?? -1]?.end, words[to ?? -1]?.start];
    const gap =
      start !== undefined && end !== undefined && start < end ? withoutBlanks(text, { start, end }) : null;
    return gap && WORDED.test(slice(text, gap)) ? gap : null;
  };
  if (difference.kind === 'added') {
    const span = signsOf(document, before?.b, after?.b);
    return span ? { ...difference, kind: 'changed', span } : difference;
  }
  if (difference.kind !== 'missing') return difference;
  const claimed = signsOf(claim, before?.a, after?.a);
  return claimed ? { ...difference, kind: 'changed', claimed } : difference;
}

/** The claim and the document's stretch as a whole, where nothing smaller tells what differs. */
function stretchDifference(steps: readonly AlignedWord[], claim: WordsOf, document: WordsOf): WordDifference {
  return { ...runDifference(steps, claim, document), kind: 'changed' };
}

function caseDifference({ a, b }: AlignedWord, claim: WordsOf, document: WordsOf): WordDifference[] {
  const [claimed, word] = [claim.words[a ?? -1], document.words[b ?? -1]];
  if (!claimed || !word) return [];
  // A quotation may begin with a large letter where its sentence does not.
  const comparable = (one: string) => (a === 0 ? one.slice(0, 1).toLowerCase() + one.slice(1) : one);
  if (comparable(claimed.folded) === comparable(word.folded)) return [];
  return [{ kind: 'letter case', claimed: differencePlace(claimed), span: differencePlace(word) }];
}

function differencePlace({ start, end }: Span): Span {
  return { start, end };
}

/** Letter case throughout is one difference, and so it is of words in a row. */
function oneOfCase(found: readonly WordDifference[], steps: readonly AlignedWord[]): WordDifference[] {
  const inCase = found.filter(({ kind }) => kind === 'letter case');
  const throughout = inCase.length > 2 && inCase.length * 2 >= steps.filter(({ same }) => same).length;
  if (!throughout) return [...found];
  const over = (spans: readonly (Span | null)[]): Span | null => {
    const present = spans.filter((span) => span !== null);
    return { start: present[0]?.start ?? 0, end: present.at(-1)?.end ?? 0 };
  };
  const one: WordDifference = {
    kind: 'letter case',
    claimed: over(inCase.map(({ claimed }) => claimed)),
    span: over(inCase.map(({ span }) => span)),
  };
  const others = found.filter(({ kind }) => kind !== 'letter case');
  return [one, ...others];
}

/** Signs that change what is said, unlike other punctuation: 5 and -5, $5 and €5, C and C++. */
const TELLING = /[\p{L}\p{N}\p{S}%#&@/+′″−-]/u;

function kindOf(signs: string): 'changed' | 'punctuation' {
  return TELLING.test(signs) ? 'changed' : 'punctuation';
}

/** What stands between a word that is the same and the next, where that is the same too. */
function gapDifference(
  step: AlignedWord,
  next: AlignedWord | undefined,
  claim: WordsOf,
  document: WordsOf,
): WordDifference[] {
  const [a, b] = [step.a ?? -1, step.b ?? -1];
  if (next?.a !== a + 1 || next.b !== b + 1) return [];
  const [claimed, nextClaimed] = [claim.words[a], claim.words[a + 1]];
  const [word, nextWord] = [document.words[b], document.words[b + 1]];
  if (!claimed || !nextClaimed || !word || !nextWord) return [];
  const [inClaim, inDocument] = [
    { start: claimed.end, end: nextClaimed.start },
    { start: word.end, end: nextWord.start },
  ];
  const [gap, own] = [slice(claim.text, inClaim), slice(document.text, inDocument)];
  // With the word's last letter before it, since what a mark is can depend on that.
  const last = document.text.charAt(word.end - 1);
  if (folded(`${last}${gap}`) === folded(`${last}${own}`)) return [];
  if (gap.trim() === own.trim()) {
    // Only a blank differs, which shows beside its word alone: 5 % and 5%.
    const [from, to] = [
      { start: claimed.start, end: nextClaimed.start },
      { start: word.start, end: nextWord.start },
    ];
    return [
      {
        kind: 'punctuation',
        claimed: withoutBlanks(claim.text, from),
        span: withoutBlanks(document.text, to),
      },
    ];
  }
  return [
    {
      kind: kindOf(`${gap}${own}`),
      claimed: withoutBlanks(claim.text, inClaim),
      span: withoutBlanks(document.text, inDocument),
    },
  ];
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function folded(text: string): string {
  return FoldedText.of(text).text.trim();
}

/** The signs at an end as they are compared: without what may differ there, and dashes that join nothing. */
export function comparedSigns(text: string): string {
  return folded(text).replace(/[,.;:\s]|(?<![-\p{L}\p{N}])-(?![\p{L}\p{N}])/gu, '');
}

/** What is joined to the first word: a sign, or the other half of a compound. */
function startDifference(step: AlignedWord | undefined, claim: WordsOf, document: WordsOf): WordDifference[] {
  const [claimed, word] = [claim.words[step?.a ?? -1], document.words[step?.b ?? -1]];
  if (!step?.same || !claimed || !word) return [];
  let start = word.start;
  while (isSignBefore(document.text, start)) start--;
  const [own, given] = [document.text.slice(start, word.start), claim.text.slice(0, claimed.start)];
  // The same sign before the claim's word: its number is whole.
  const sameSigns = given.trim() !== '' && folded(own) === folded(given);
  const isPart = isWithin(document.text, word.start) && !sameSigns;
  if (comparedSigns(own) === comparedSigns(given) && !isPart) return [];
  if (comparedSigns(given) === '' && !isPart) return [];
  const span = { start: isPart ? unitStart(document.text, word.start) : start, end: word.end };
  return [{ kind: kindOf(`${own}${given}`), claimed: { start: 0, end: claimed.end }, span }];
}

/** What is joined to the last word: a sign, the other half of a compound, or a mark that ends the sentence. */
function endDifference(step: AlignedWord | undefined, claim: WordsOf, document: WordsOf): WordDifference[] {
  const [claimed, word] = [claim.words[step?.a ?? -1], document.words[step?.b ?? -1]];
  if (!step?.same || !claimed || !word) return [];
  const { text } = document;
  let end = word.end;
  while (isSignAfter(text, end)) end++;
  const own = text.slice(word.end, end);
  const given = claim.text.slice(claimed.end);
  const sameSigns = comparedSigns(given) !== '' && comparedSigns(own) === comparedSigns(given);
  const isPart = isWithin(text, word.end) && !sameSigns;
  const endsOtherwise = /^[?!]/.test(own) && given.startsWith('.');
  if (
    !isPart &&
    !endsOtherwise &&
    (comparedSigns(given) === '' || comparedSigns(own) === comparedSigns(given))
  )
    return [];
  const span = isPart
    ? { start: word.start, end: unitEnd(text, word.end) }
    : own.trim() === ''
      ? null
      : { start: word.end, end };
  const inClaim = isPart
    ? differencePlace(claimed)
    : withoutBlanks(claim.text, { start: claimed.end, end: claim.text.length });
  if (inClaim === null)
    return [{ kind: kindOf(own), claimed: differencePlace(claimed), span: { start: word.start, end } }];
  return [{ kind: span === null ? 'added' : kindOf(`${own}${given}`), claimed: inClaim, span }];
}

const APART = KIND.blank | KIND.quotation | KIND.letter;

function isSignBefore(text: string, at: number): boolean {
  return at > 0 && !isKind(text, at - 1, APART) && !/[([]/.test(text.charAt(at - 1));
}

function isSignAfter(text: string, at: number): boolean {
  return at < text.length && !isKind(text, at, APART);
}

/** Where the word, name or number begins that `at` is inside of. */
function unitStart(text: string, at: number): number {
  let start = at;
  do start--;
  while (start > 0 && (isWithin(text, start) || isPairSecond(text, start)) && at - start < 100);
  return start;
}

/** Where it ends. */
function unitEnd(text: string, at: number): number {
  let end = at;
  do end++;
  while (end < text.length && (isWithin(text, end) || isPairSecond(text, end)) && end - at < 100);
  return end;
}

function isPairSecond(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(at));
}
