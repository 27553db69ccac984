import type { Passage } from '../corpus/passage.js';
import { entry } from '../text/entry.js';
import type { Pace } from '../text/pace.js';
import { mostQuoted, type Quotations, quotedByBoth, quoteOtherWords } from './sentence-quotations.js';
import type { Told, ToldSentence } from './told.js';

/** Two sentences that may report the same, by their places in either telling. */
export interface SentenceTie {
  readonly a: number;
  readonly b: number;
  /**
   * `quotation`: both print one; `counterpart`: each is the other's best; `alike`: near that; `phrase`: both quote a few
   * words, of which another sentence has more.
   */
  readonly kind: 'quotation' | 'counterpart' | 'alike' | 'phrase';
  /** Orders ties of one kind: words in common, or likeness from 0 to 1. */
  readonly strength: number;
}

/** Two tellings compared sentence by sentence. It depends on nothing but the two. */
export interface Pairing {
  readonly ties: readonly SentenceTie[];
  /** How alike two sentences are, by their places: 0 to 1, and 1 where both print one quotation. */
  likeness(a: number, b: number): number;
  /** For each sentence, how alike the sentence of the other telling is that is most like it: 0 to 1. */
  readonly bestOfA: Float32Array;
  readonly bestOfB: Float32Array;
  /** How alike the two sentences are that show best that both tell the same story: 0 to 1. */
  readonly strongest: number;
  /** How many words of quotations two passages have in common at most, and the longest of their runs. */
  readonly quoted: { readonly words: number; readonly longest: number };
}

/** The least likeness of counterparts. Of sentences that are each other's best and so much alike, nine in ten pairs report the same. */
const MIN_LIKENESS = 0.28;
/**
 * A cosine says more the more words are in common: with so many it counts as it is, with one word for a third and with
 * ten for a third more.
 */
const USUAL_SHARED = 5;
/**
 * What it adds to a likeness that the sentences before or after are alike, as a share of how alike these are: from 0.6 to
 * 0.8 more pairs are found in both halves of the judged stories than at 0.5, and no more rows are wrong; at 1 more are.
 */
const CONTEXT = 0.7;
/**
 * From this likeness on a sentence need not be the very best to report the same, but must come so near the best of both:
 * of 19 such pairs in judged stories 18 report the same.
 */
const MUCH_ALIKE = 0.4;
const NEAR_BEST = 0.7;
/** Quotations of other words must be this much alike, as they are where only an ending or a filler differs. */
const ALIKE_IN_OTHER_WORDS = 0.55;
/** A word that more sentences of a telling have than this is left out: it bounds the work on books. */
const MAX_SENTENCES_OF_A_WORD = 64;
/** What a quoted word or two adds to a likeness where both sentences quote them and nothing else does. */
const QUOTED_FRAGMENT = 0.15;
const MAX_FRAGMENT = 3;
/** What shows the same story has so many telling words in common, and a name, or is nearly all in common. */
const STORY_SHARED = 4;
const STORY_WITHOUT_NAMES = 0.75;

/** Less than this decides nothing, whatever stands beside it: most pairs have a word or two in common. */
const NOTED = 0.05;
/** So many pairs are looked at before others are served. */
const AT_ONCE = 1_000;

/** Two sentences that have words in common. */
interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/**
 * Compares two tellings sentence by sentence: by the words of quotations, and by telling words, rare ones most.
 *
 * @param lines passages that very many documents have: they show no story
 */
export async function compareTellings(
  a: Told,
  b: Told,
  pace: Pace,
  lines: ReadonlySet<Passage> = new Set(),
): Promise<Pairing> {
  const quotations = quoteTheSame(a, b) ? await quotedByBoth(a, b, pace) : [];
  const { found, strongest } = await likenesses(a, b, fragmentsAmong(quotations, a, b), lines, pace);
  const bestOfA = new Float32Array(a.sentences.length);
  const bestOfB = new Float32Array(b.sentences.length);
  const alike = new Map<number, number>();
  for (const { a: one, b: other, likeness } of found) {
    alike.set(pairKey(one, other, b), likeness);
    if (likeness > entry(bestOfA, one)) bestOfA[one] = likeness;
    if (likeness > entry(bestOfB, other)) bestOfB[other] = likeness;
  }
  for (const { a: one, b: other, print } of quotations)
    if (print === 'quotation') alike.set(pairKey(one, other, b), 1);
  return {
    likeness: (one, other) => alike.get(pairKey(one, other, b)) ?? 0,
    ties: [
      ...quotations.flatMap(({ a: one, b: other, print, words }): SentenceTie[] =>
        print ? [{ a: one, b: other, kind: print, strength: words }] : [],
      ),
      ...likenessTies(found, bestOfA, bestOfB).filter(
        (tie) => tie.strength >= ALIKE_IN_OTHER_WORDS || !areOtherWords(tie, a, b),
      ),
    ],
    bestOfA,
    bestOfB,
    strongest,
    quoted: mostQuoted(quotations, a, b),
  };
}

/** True if two tellings quote three of the same words in a row. */
export function quoteTheSame({ quotedRows: a }: Told, { quotedRows: b }: Told): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const row of few) if (many.has(row)) return true;
  return false;
}

function areOtherWords({ a: one, b: other }: SentenceTie, a: Told, b: Told): boolean {
  const [first, second] = [a.sentences[one], b.sentences[other]];
  return first !== undefined && second !== undefined && quoteOtherWords(first, second);
}

/** How alike the sentences are that have words in common, and how alike those that show the same story best. */
async function likenesses(
  a: Told,
  b: Told,
  fragments: ReadonlySet<number>,
  lines: ReadonlySet<Passage>,
  pace: Pace,
): Promise<{ found: Likeness[]; strongest: number }> {
  const weights = weightsOf(a, b);
  const lengths = b.sentences.map((sentence) => lengthOf(sentence, weights));
  const sharing = sharingWith(b, weights);
  const isLine = (one: ToldSentence | undefined) => one !== undefined && lines.has(one.passage);
  const before = new Map<number, number>();
  let strongest = 0;
  for (const [at, sentence] of a.sentences.entries()) {
    const length = lengthOf(sentence, weights);
    const { places, product, words, named } = sharing(sentence);
    for (const other of places) {
      const shared = entry(words, other);
      const cosine = entry(product, other) / (length * entry(lengths, other));
      const own = (cosine * Math.log1p(shared)) / Math.log1p(USUAL_SHARED);
      const key = pairKey(at, other, b);
      if (own >= NOTED || fragments.has(key)) before.set(key, own);
      if (cosine <= strongest || shared < STORY_SHARED || isLine(sentence) || isLine(b.sentences[other]))
        continue;
      if (named[other] === 1 || cosine >= STORY_WITHOUT_NAMES) strongest = cosine;
    }
    await pace();
  }
  const found: Likeness[] = [];
  for (const [key, own] of before) {
    const [one, other] = [Math.floor(key / b.sentences.length), key % b.sentences.length];
    const at = (step: number) =>
      other + step in b.sentences ? (before.get(pairKey(one + step, other + step, b)) ?? 0) : 0;
    const context = CONTEXT * Math.min(own, Math.max(at(-1), at(1)));
    const likeness = Math.fround(Math.min(1, own + context + (fragments.has(key) ? QUOTED_FRAGMENT : 0)));
    found.push({ a: one, b: other, likeness });
    if (found.length % AT_ONCE === 0) await pace();
  }
  await pace();
  return { found, strongest };
}

/** Which of the likenesses tie: the best of both sentences, and what is much alike and near the best of both. */
function likenessTies(
  found: readonly Likeness[],
  bestOfA: Float32Array,
  bestOfB: Float32Array,
): SentenceTie[] {
  return found.flatMap(({ a, b, likeness: strength }): SentenceTie[] => {
    if (strength < MIN_LIKENESS) return [];
    const [one, other] = [entry(bestOfA, a), entry(bestOfB, b)];
    if (strength === one && strength === other) return [{ a, b, kind: 'counterpart', strength }];
    const isNear = strength >= MUCH_ALIKE && strength >= NEAR_BEST * Math.max(one, other);
    return isNear ? [{ a, b, kind: 'alike', strength }] : [];
  });
}

/** What each word weighs between two tellings: the fewer of their sentences have it, the more. */
function weightsOf(a: Told, b: Told): (key: number) => number {
  const most = Math.max(a.sentences.length, b.sentences.length);
  // Of the telling that has it most: what both have once weighs as much as what one has once.
  const bySentences = Array.from({ length: MAX_SENTENCES_OF_A_WORD + 1 }, (_, sentences) =>
    Math.log(1 + most / Math.max(1, sentences)),
  );
  return (key) => bySentences[Math.max(a.places.get(key)?.length ?? 0, b.places.get(key)?.length ?? 0)] ?? 0;
}

function lengthOf({ keys }: ToldSentence, weights: (key: number) => number): number {
  let sum = 0;
  for (const key of keys) sum += weights(key) ** 2;
  return Math.sqrt(sum);
}

/** What the sentences of a telling share with one of another: by their places in it, and 0 where they share nothing. */
interface Shared {
  /** The places of those that share anything. */
  readonly places: number[];
  readonly product: Float64Array;
  readonly words: Uint32Array;
  readonly named: Uint8Array;
}

/** What finds what the sentences of a telling share with one of another; what it gave before is overwritten. */
function sharingWith({ sentences, places: having }: Told, weights: (key: number) => number) {
  const product = new Float64Array(sentences.length);
  const shared = new Uint32Array(sentences.length);
  const named = new Uint8Array(sentences.length);
  let places: number[] = [];
  return ({ keys, names }: ToldSentence): Shared => {
    for (const at of places) {
      product[at] = 0;
      shared[at] = 0;
      named[at] = 0;
    }
    places = [];
    for (const key of keys) {
      const list = having.get(key);
      const square = list ? weights(key) ** 2 : 0;
      if (!list || square === 0) continue;
      const isName = names.has(key);
      for (const at of list) {
        if (shared[at] === 0) places.push(at);
        product[at] = entry(product, at) + square;
        shared[at] = entry(shared, at) + 1;
        if (isName) named[at] = 1;
      }
    }
    return { places, product, words: shared, named };
  };
}

function pairKey(a: number, b: number, { sentences }: Told): number {
  return a * sentences.length + b;
}

/** The pairs of sentences that both quote a phrase: words of a quotation, or one to three words that no others quote. */
function fragmentsAmong(quotations: readonly Quotations[], a: Told, b: Told): Set<number> {
  const [first, second] = [fragmentsOf(a), fragmentsOf(b)];
  const pairs = new Set(quotations.map((tie) => pairKey(tie.a, tie.b, b)));
  for (const [fragment, [one, ...more]] of first) {
    const [other, ...others] = second.get(fragment) ?? [];
    if (one === undefined || other === undefined || more.length > 0 || others.length > 0) continue;
    pairs.add(pairKey(one, other, b));
  }
  return pairs;
}

/** The sentences that quote so few words, by these words. */
function fragmentsOf({ sentences }: Told): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { quoted, keys }] of sentences.entries()) {
    if (keys.size === 0) continue;
    for (const quotation of quoted) {
      if (quotation.length > MAX_FRAGMENT) continue;
      const words = quotation.join(' ');
      const known = found.get(words) ?? [];
      if (known.at(-1) !== at) found.set(words, [...known.slice(0, 1), at]);
    }
  }
  return found;
}
