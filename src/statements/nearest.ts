import type { Corpus } from '../corpus/corpus.js';
import type { Document } from '../corpus/document.js';
import { FoldedText } from '../text/typography.js';
import { type AlignedWord, alignWithin, inRuns, stretchOf } from '../text/word-differences.js';
import { type Word, words } from '../text/words.js';
import type { Span } from './shared-wording.js';

/** How a claim's words differ from a document's at one place. */
export interface WordDifference {
  /** `changed`: other words; `missing`: the claim leaves them out; `added`: the document does not have them. */
  readonly kind: 'changed' | 'missing' | 'added' | 'punctuation';
  /** The claim's words, as typed; null where it has none. */
  readonly claimed: string | null;
  /** The document's words, by place; null where it has none. */
  readonly span: Span | null;
}

/** The stretch of a document whose words come nearest to a claim's. */
export interface NearWording {
  readonly document: Document;
  /** Where it begins in `document.text`, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends there, exclusive. */
  readonly end: number;
  readonly differences: readonly WordDifference[];
  /** The share of the claim's weight that stands there in the same words and order, above 0 to 1. */
  readonly share: number;
}

/**
 * What makes a wording near: at least three words of the claim, at least half of them, and at least half of their
 * weight stand there, in order. With less, more of the claim is missing than is there.
 */
const MIN_SAME = 3;
const MIN_SHARE = 0.5;

/** How many places of keys are counted for one claim. */
const PLACES = 30_000;
/** How many passages are compared word by word. */
const CLOSE_LOOKS = 24;
/** How many pairs of words are compared in all: what keeps a claim of a whole page within milliseconds. */
const COMPARISONS = 2_000_000;

/** How many words of a document are aligned with each word of the claim: the stretch where most of it stands. */
const STRETCH = 3;

/** In each document that words it nearly so, the wording nearest to `claimed`, the nearest first. */
export function nearWordings(corpus: Corpus, claimed: string): NearWording[] {
  const claim = readWords(claimed, 0, claimed.length);
  const weights = weigh(corpus, claim);
  const best = new Map<Document, NearWording>();
  let left = COMPARISONS;
  for (const number of candidates(corpus, claim)) {
    const around = windowAround(corpus, number, claim.words.length);
    if (!around) continue;
    const { document } = around;
    const text = densest(
      readWords(document.text, around.start, around.end),
      weights,
      claim.words.length * STRETCH,
    );
    left -= claim.words.length * text.words.length;
    if (left < 0 && best.size > 0) break;
    const found = compare(claim, text, document, weights);
    const before = best.get(document);
    if (found && (!before || found.share > before.share)) best.set(document, found);
  }
  return [...best.values()].sort((a, b) => b.share - a.share || a.differences.length - b.differences.length);
}

/** A word that no folding changes. */
const PLAIN_WORD = /^[A-Za-z0-9]+$/;

/** A stretch of a text as words, and as what is compared of them. */
interface ReadWords {
  readonly text: string;
  readonly words: readonly Word[];
  /** The words with their typography folded. */
  readonly folded: readonly string[];
  /** The same in small letters, by which words are aligned. */
  readonly aligned: readonly string[];
}

function readWords(text: string, start: number, end: number): ReadWords {
  const list = words(text.slice(start, end));
  const placed = list.map((word) => ({ text: word.text, start: word.start + start, end: word.end + start }));
  const folded = placed.map((word) =>
    PLAIN_WORD.test(word.text) ? word.text : FoldedText.of(word.text).text,
  );
  return { text, words: placed, folded, aligned: folded.map((word) => word.toLowerCase()) };
}

/** How much each word of the claim says. */
function weigh({ table }: Corpus, { words: list, aligned }: ReadWords): Map<string, number> {
  return new Map(list.map((word, at) => [aligned[at] ?? '', table.weightOf(word.text)]));
}

/** The passages that share most weight with the claim, most first. */
function candidates({ table }: Corpus, claim: ReadWords): number[] {
  const keys = new Set(claim.words.flatMap(({ text }) => table.vocabulary.keysFor(text)));
  const rarestFirst = [...keys].sort((a, b) => table.weight(b) - table.weight(a) || a - b);
  const gathered = new Map<number, number>();
  let left = PLACES;
  for (const key of rarestFirst) {
    const passages = table.passagesWith(key);
    left -= passages.length;
    if (left < 0 && gathered.size > 0) break;
    const weight = table.weight(key);
    for (const passage of passages) gathered.set(passage, (gathered.get(passage) ?? 0) + weight);
  }
  const best = [...gathered].sort(([x, a], [y, b]) => b - a || x - y);
  return best.slice(0, CLOSE_LOOKS).map(([passage]) => passage);
}

/** A passage and as much around it as a claim of so many words may reach. */
function windowAround({ passages }: Corpus, number: number, length: number) {
  const passage = passages[number];
  if (!passage) return undefined;
  const { document } = passage;
  const reach = (step: number) => {
    let at = number;
    // A word takes about six characters.
    for (let characters = 0; characters < length * 6; ) {
      const next = passages[at + step];
      if (next?.document !== document) break;
      at += step;
      characters += next.end - next.start;
    }
    return passages[at] ?? passage;
  };
  return { document, start: reach(-1).start, end: reach(1).end };
}

/** The `size` words in a row that hold most of the claim's weight. */
function densest(text: ReadWords, weights: ReadonlyMap<string, number>, size: number): ReadWords {
  if (text.words.length <= size) return text;
  // Each word of the claim counts once, however often the stretch repeats it.
  const counts = new Map<string, number>();
  let sum = 0;
  const step = (at: number, by: 1 | -1) => {
    const word = text.aligned[at] ?? '';
    const weight = weights.get(word);
    if (weight === undefined) return;
    const count = (counts.get(word) ?? 0) + by;
    counts.set(word, count);
    if (count === (by === 1 ? 1 : 0)) sum += by * weight;
  };
  let [most, best] = [-1, 0];
  for (let end = 0; end < text.words.length; end++) {
    step(end, 1);
    if (end >= size) step(end - size, -1);
    if (sum > most) [most, best] = [sum, Math.max(0, end - size + 1)];
  }
  // What stands before the first word of the claim in it may be the claim's too, in other words.
  const from = Math.max(0, best - Math.floor(size / STRETCH));
  const to = best + size;
  return {
    text: text.text,
    words: text.words.slice(from, to),
    folded: text.folded.slice(from, to),
    aligned: text.aligned.slice(from, to),
  };
}

/** How near a stretch of a document comes to the claim; undefined where it is not near. */
function compare(
  claim: ReadWords,
  text: ReadWords,
  document: Document,
  weights: ReadonlyMap<string, number>,
): NearWording | undefined {
  const steps = alignWithin(claim.aligned, text.aligned);
  const inText = steps.flatMap(({ b }) => (b === null ? [] : (text.words[b] ?? [])));
  const [first, last] = [inText[0], inText.at(-1)];
  if (!first || !last) return undefined;
  const same = steps.flatMap(({ a, same }) => (same && a !== null ? (claim.aligned[a] ?? []) : []));
  const weight = (list: readonly string[]) => list.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
  const share = weight(same) / weight(claim.aligned);
  if (same.length < MIN_SAME || same.length < claim.words.length * MIN_SHARE || share < MIN_SHARE)
    return undefined;
  return {
    document,
    start: first.start,
    end: last.end,
    differences: [...differencesOf(steps, claim, text), ...edgeDifferences(steps, claim, text)],
    share,
  };
}

/** Runs of steps that are not the same word, each as one difference, and what else differs between words that are. */
function differencesOf(steps: readonly AlignedWord[], claim: ReadWords, text: ReadWords): WordDifference[] {
  const runs = inRuns(steps);
  return runs.flatMap((run, at) =>
    run[0]?.same ? finerDifferences(run[0], runs[at + 1]?.[0], claim, text) : [difference(run, claim, text)],
  );
}

function difference(run: readonly AlignedWord[], claim: ReadWords, text: ReadWords): WordDifference {
  const inClaim = stretchOf(
    claim.words,
    run.map(({ a }) => a),
  );
  const inText = stretchOf(
    text.words,
    run.map(({ b }) => b),
  );
  const kind = inClaim === null ? 'missing' : inText === null ? 'added' : 'changed';
  return { kind, claimed: inClaim && claim.text.slice(inClaim.start, inClaim.end), span: inText };
}

/** Signs that change what is said, unlike other punctuation: 5 and -5, $5 and €5, C and C++. */
const TELLING = /[\p{L}\p{N}\p{S}%#&@/+′″−-]/u;

/** What is joined to the first and the last word and differs: signs, the other half of a compound, a ? or !. */
function edgeDifferences(steps: readonly AlignedWord[], claim: ReadWords, text: ReadWords): WordDifference[] {
  return [steps[0], steps.at(-1)].flatMap((step, side): WordDifference[] => {
    const [claimed, word] = [claim.words[step?.a ?? -1], text.words[step?.b ?? -1]];
    if (!claimed || !word) return [];
    const [inClaim, inText] = [joinedTo(claim.text, claimed, side), joinedTo(text.text, word, side)];
    const [a, b] = [FoldedText.of(inClaim.text).text, FoldedText.of(inText.text).text].map((folded) =>
      folded.replace(/[,.;:()[\]\s]|(?<![-\w])-(?!\w)/g, ''),
    );
    if (a === b || (!/[!?]/.test(`${a}${b}`) && !TELLING.test(`${a}${b}`))) return [];
    const kind = TELLING.test(`${a}${b}`) ? 'changed' : 'punctuation';
    const claimedText = claim.text.slice(
      Math.min(inClaim.start, claimed.start),
      Math.max(inClaim.end, claimed.end),
    );
    const span = { start: Math.min(inText.start, word.start), end: Math.max(inText.end, word.end) };
    return [{ kind, claimed: claimedText, span }];
  });
}

/** What stands before (side 0) or after (side 1) a word up to the next blank. */
function joinedTo(text: string, word: Word, side: number): Span & { readonly text: string } {
  let [start, end] = side === 0 ? [word.start, word.start] : [word.end, word.end];
  while (side === 0 && start > 0 && /\S/.test(text.charAt(start - 1))) start--;
  while (side === 1 && end < text.length && /\S/.test(text.charAt(end))) end++;
  return { start, end, text: text.slice(start, end) };
}

/** A word in other letter case, and other punctuation up to the next word. */
function finerDifferences(
  step: AlignedWord | undefined,
  next: AlignedWord | undefined,
  claim: ReadWords,
  text: ReadWords,
): WordDifference[] {
  const [a, b] = [step?.a ?? 0, step?.b ?? 0];
  const [claimed, word] = [claim.words[a], text.words[b]];
  if (!claimed || !word) return [];
  const found: WordDifference[] = [];
  const firstLetterApart = (one: string) => (a === 0 ? one.slice(0, 1).toLowerCase() + one.slice(1) : one);
  if (firstLetterApart(claim.folded[a] ?? '') !== firstLetterApart(text.folded[b] ?? '')) {
    found.push({ kind: 'changed', claimed: claimed.text, span: { start: word.start, end: word.end } });
  }
  // With the word's last letter before it, since what a mark is can depend on that.
  const folded = (between: string) => FoldedText.of(`${word.text.at(-1)}${between}`).text.trim();
  const [nextClaimed, nextWord] = [claim.words[a + 1], text.words[b + 1]];
  if (next?.a !== a + 1 || next.b !== b + 1 || !nextClaimed || !nextWord) return found;
  const [gap, textGap] = [
    claim.text.slice(claimed.end, nextClaimed.start),
    text.text.slice(word.end, nextWord.start),
  ];
  if (folded(gap) !== folded(textGap)) {
    const start = word.end + textGap.length - textGap.trimStart().length;
    const end = Math.max(start, nextWord.start - textGap.length + textGap.trimEnd().length);
    const kind = TELLING.test(`${gap}${textGap}`) ? 'changed' : 'punctuation';
    found.push({ kind, claimed: gap.trim() || null, span: start < end ? { start, end } : null });
  }
  return found;
}
