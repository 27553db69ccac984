import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { type Engine, type NearPassage, type NearRequest, STRETCH } from '../search/engine.js';
import type { Pace } from '../text/pace.js';
import type { Span } from '../text/span.js';
import { alignWithin, FEW_LEFT_OUT } from '../text/word-differences.js';
import { type Claim, comparedText } from './claim.js';
import { differencesOf, type WordDifference } from './differences.js';
import type { Occurrence } from './finder.js';
import { type ReadWord, readWords, type WordsOf, weightOf } from './read-words.js';

/** The stretch of a document whose words come nearest to a claim's. It covers every difference. */
export interface NearWording extends Span {
  readonly document: Document;
  readonly differences: readonly WordDifference[];
  /** The share of the claim's weight that stands there in the same words and order, above 0 to 1. */
  readonly share: number;
}

/**
 * What makes a wording near: at least three words of the claim stand there in order, and these are all of it but
 * one, or half of its words and of its weight, and weighs as much as two words and two function words. With less,
 * more of the claim is missing than is there.
 */
const MIN_SAME = 3;
const MIN_SHARE = 0.5;
const MIN_WEIGHT = 2.5;

/** How many places of keys are counted for one claim. */
const PLACES_OF_A_CLAIM = 30_000;
/** How many passages are compared word by word. */
const CLOSE_LOOKS = 24;
/** How many pairs of words are compared in all: what keeps a claim of a whole page within milliseconds. */
const COMPARISONS = 4_000_000;

/** How far to look for the nearest wordings; without a limit, as far as a claim by itself deserves. */
export interface NearOptions {
  readonly places?: number;
  readonly closeLooks?: number;
  /** The least share of the claim's weight that a wording has. */
  readonly leastShare?: number;
  /** Documents that are left out. */
  readonly except?: ReadonlySet<Document>;
  /** Where a sentence of the claim stands as it is: what is near that is near, however little of the claim it is. */
  readonly standing?: readonly Occurrence[];
}

/** Wordings that come near a claim, of each document the nearest, the nearest first. */
export interface Near {
  readonly near: readonly NearWording[];
  /** False where more passages may word it nearly so than were compared. */
  readonly isAll: boolean;
}

/** In each document that words it nearly so, the wording nearest to a claim, the nearest first. Rests as `pace` says. */
export async function nearWordings(
  engine: Engine,
  claim: Claim,
  pace: Pace,
  {
    places = PLACES_OF_A_CLAIM,
    closeLooks = CLOSE_LOOKS,
    leastShare = MIN_SHARE,
    except,
    standing = [],
  }: NearOptions = {},
): Promise<Near> {
  const text = comparedText(claim);
  const read = await readWords(text, { start: 0, end: text.length }, engine);
  const compared: WordsOf = { text, words: read };
  const own = new Set(read.map(({ aligned }) => aligned));
  const best = new Map<Document, NearWording>();
  let left = COMPARISONS;
  // One look is always had, however long the claim.
  let looked = 0;
  const stands = new Set(standing.flatMap(({ document, start }) => document.passageAt(start) ?? []));
  const likely = await likelyPassages(engine, compared, { places, limit: closeLooks, leastShare });
  const certain = [...stands].map((passage) => ({ passage, bound: 1 }));
  for (const { passage, bound } of [...certain, ...likely.filter((one) => !stands.has(one.passage))]) {
    const { document } = passage;
    // What cannot come nearer than what was found in the document need not be looked at.
    if (except?.has(document) || bound <= (best.get(document)?.share ?? 0)) continue;
    const around = windowAround(passage, read.length);
    const list = await readWords(document.text, around, engine, own);
    for (const stretch of stretchesOf(list, compared)) {
      left -= read.length * stretch.length;
      if (left < 0 && looked++ > 0) return { near: nearestFirst(best), isAll: false };
      const found = compareStretch(
        compared,
        { text: document.text, words: stretch },
        document,
        stands.has(passage),
      );
      const before = best.get(document);
      if (found && (!before || isNearer(found, before))) best.set(document, found);
      await pace();
    }
  }
  return { near: nearestFirst(best), isAll: likely.length < closeLooks };
}

function isNearer(a: NearWording, b: NearWording): boolean {
  return a.share > b.share || (a.share === b.share && a.differences.length < b.differences.length);
}

function nearestFirst(best: ReadonlyMap<Document, NearWording>): NearWording[] {
  return [...best.values()].sort((a, b) => b.share - a.share || a.differences.length - b.differences.length);
}

/** The passages that may word a claim nearly so. */
export function likelyPassages(
  engine: Engine,
  { text, words }: WordsOf,
  bounds: Pick<NearRequest, 'places' | 'limit' | 'leastShare'>,
): Promise<readonly NearPassage[]> {
  const claimed = words.map(({ start, end, weight }) => ({ text: text.slice(start, end), weight }));
  return engine.near({ words: claimed, ...bounds });
}

/** A passage and as much of its document around it as a claim of so many words may reach. */
function windowAround({ document, number }: Passage, length: number): Span {
  const { passages } = document;
  const reach = (step: number) => {
    let at = number - 1;
    // A word takes about six characters.
    for (let characters = 0; characters < length * 6; ) {
      const next = passages[at + step];
      if (!next) break;
      at += step;
      characters += next.end - next.start;
    }
    return passages[at];
  };
  return { start: reach(-1)?.start ?? 0, end: reach(1)?.end ?? document.text.length };
}

/** A text of no more words than this is compared as it is; of a longer one, the stretches that may be near. */
const WHOLE = 600;

/**
 * The stretches of a text that are to be aligned with a claim: every one that holds half of the claim's weight.
 * They overlap by half, so that a wording as long as two claims is whole in one of them. Linear in the text.
 */
function stretchesOf(list: readonly ReadWord[], claim: WordsOf): (readonly ReadWord[])[] {
  const { length } = claim.words;
  // Of a page-long claim, as much around it as the bound on comparisons allows, and half its length at least.
  const wide = Math.min(length * STRETCH, Math.max(length * 1.5, COMPARISONS / length));
  const size = Math.floor(Math.max(WHOLE, wide));
  if (list.length <= size) return [list];
  const least = weightOf(claim.words) * MIN_SHARE;
  const found: { readonly weight: number; readonly words: readonly ReadWord[] }[] = [];
  const step = Math.floor(size / 2);
  for (let from = 0; from < list.length - step; from += step) {
    const stretch = list.slice(from, from + size);
    const present = new Set(stretch.map(({ aligned }) => aligned));
    let weight = 0;
    for (const word of claim.words) if (present.has(word.aligned)) weight += word.weight;
    if (weight >= least) found.push({ weight, words: stretch });
  }
  return found.sort((a, b) => b.weight - a.weight).map(({ words }) => words);
}

/** How near a stretch of a document comes to the claim; undefined where it is not near. `stands`: a sentence of it is there. */
function compareStretch(
  claim: WordsOf,
  text: WordsOf,
  document: Document,
  stands: boolean,
): NearWording | undefined {
  const aligned = (list: readonly ReadWord[]) => list.map((word) => word.aligned);
  const steps = alignWithin(aligned(claim.words), aligned(text.words), FEW_LEFT_OUT);
  const inClaim = steps.flatMap(({ a, same }) => (same && a !== null ? (claim.words[a] ?? []) : []));
  const share = weightOf(inClaim) / weightOf(claim.words);
  if (inClaim.length < MIN_SAME) return undefined;
  const half = inClaim.length >= claim.words.length * MIN_SHARE && share >= MIN_SHARE;
  const isNear = inClaim.length >= claim.words.length - 1 || (half && weightOf(inClaim) >= MIN_WEIGHT);
  if (!isNear && !stands) return undefined;
  const differences = differencesOf(steps, claim, text);
  const same = steps.flatMap(({ b, same: isSame }) => (isSame && b !== null ? (text.words[b] ?? []) : []));
  const spans = [...same, ...differences.flatMap(({ span }) => span ?? [])];
  return {
    document,
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    differences,
    share,
  };
}
