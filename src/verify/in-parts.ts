import type { Passage } from '../corpus/passage.js';
import { speechIn } from '../languages/english/speech.js';
import type { Engine } from '../search/engine.js';
import type { Quotation } from '../text/quotation-marks.js';
import { type Span, shifted, withoutBlanks } from '../text/span.js';
import { FoldedText } from '../text/typography.js';
import { type Claim, comparedText } from './claim.js';
import { comparedSigns } from './differences.js';
import { hasSaying } from './given.js';
import { isName, isSameName } from './names.js';
import { likelyPassages } from './nearest.js';
import { type QuotationsOf, quotedness } from './quotedness.js';
import { type ReadWord, readWords, type WordsOf } from './read-words.js';
import type { PartedPlace, PartedPlaces } from './verdict.js';
import { isWithin } from './whole-words.js';

/** What an outlet says between two parts of one quotation is short: “…,” Borg told reporters on Monday, “…”. */
const MAX_BETWEEN = 200;
/** How many passages that have all words of a claim are looked at. */
const LIKELY = { places: 3_000, limit: 4, leastShare: 0.95 } as const;

/**
 * The places at which a claim is a quotation that the outlet interrupts (“…,” Borg said, “…”): all its words in
 * order inside of quotation marks, and nothing else there but what the outlet says between them.
 */
export async function findInParts(engine: Engine, claim: Claim, read: QuotationsOf): Promise<PartedPlaces> {
  const text = comparedText(claim);
  const words = await readWords(text, { start: 0, end: text.length }, engine);
  if (words.length === 0) return { found: [], isAll: true };
  const found: PartedPlace[] = [];
  const likely = await likelyPassages(engine, { text, words }, LIKELY);
  for (const { passage } of likely) {
    found.push(...(await inParts(engine, passage, { text, words }, read)));
  }
  return { found, isAll: likely.length < LIKELY.limit };
}

/** A word inside of a quotation, by the number of that among those of its passage. */
interface SaidWord extends ReadWord {
  readonly quotation: number;
}

async function inParts(
  engine: Engine,
  passage: Passage,
  claim: WordsOf,
  read: QuotationsOf,
): Promise<PartedPlace[]> {
  const { document } = passage;
  const quotations = read.of(passage).filter(({ depth }) => depth === 0);
  if (quotations.length < 2) return [];
  const said: SaidWord[] = [];
  for (const [quotation, { innerStart, innerEnd }] of quotations.entries()) {
    const inside = shifted({ start: innerStart, end: innerEnd }, passage.start);
    for (const word of await readWords(document.text, inside, engine)) said.push({ ...word, quotation });
  }
  const first = firstPlaceOf(said, claim.words);
  if (first === undefined) return [];
  const found = said.slice(first, first + claim.words.length);
  // Who says what is dear to find out, so it is asked last.
  if (!isSaidSo(claim, found, passage, quotations) || !saidByOne(passage, found)) return [];
  return [partedPlaceOf(found, passage, quotations, read)];
}

/** Where the words of a claim first stand in a row among others, by number; undefined where they do not. */
function firstPlaceOf(said: readonly SaidWord[], claim: readonly ReadWord[]): number | undefined {
  const joined = (list: readonly ReadWord[]) => `\n${list.map(({ aligned }) => aligned).join('\n')}\n`;
  const text = joined(said);
  const at = text.indexOf(joined(claim));
  return at === -1 ? undefined : text.slice(0, at).split('\n').length - 1;
}

/** True if the words, what stands between them, and the sign at the end are the claim's. */
function isSaidSo(
  claim: WordsOf,
  found: readonly SaidWord[],
  passage: Passage,
  quotations: readonly Quotation[],
): boolean {
  const { start } = passage;
  const { text } = passage.document;
  const [first, last] = [found[0], found.at(-1)];
  const claimedLast = claim.words.at(-1);
  if (!first || !last || !claimedLast || first.quotation === last.quotation) return false;
  if (isWithin(text, first.start) || isWithin(text, last.end)) return false;
  const claimedFirst = claim.words[0];
  if (!claimedFirst) return false;
  const opening = comparedSigns(claim.text.slice(0, claimedFirst.start));
  if (opening !== comparedSigns(joinedBefore(text, first.start))) return false;
  const closing = claim.text.slice(claimedLast.end);
  const own = joinedAfter(text, last.end);
  if (comparedSigns(closing) !== comparedSigns(own) && !(closing === '' && /^[?!]/.test(own))) return false;
  if (closing.startsWith('.') && /^[?!]/.test(own)) return false;
  return found.every((word, at) => {
    const given = claim.words[at];
    if (!given || !isSameWord(given, word, at === 0)) return false;
    const [next, nextGiven] = [found[at + 1], claim.words[at + 1]];
    if (!next || !nextGiven) return true;
    const gap = claim.text.slice(given.end, nextGiven.start);
    if (next.quotation === word.quotation)
      return foldedGap(gap) === foldedGap(text.slice(word.end, next.start));
    const [before, after] = [quotations[word.quotation], quotations[next.quotation]];
    if (!before || !after || next.quotation !== word.quotation + 1) return false;
    const between = text.slice(start + before.end, start + after.start);
    const inside = text.slice(word.end, start + before.innerEnd);
    const signs = inside + text.slice(start + after.innerStart, next.start);
    // What the outlet says there is who says it; a colon introduces another quotation.
    const isAttribution = between.length <= MAX_BETWEEN && hasSaying(between) && !/:\s*$/.test(between);
    return isAttribution && isSameJoint(gap, inside) && comparedSigns(gap) === comparedSigns(signs);
  });
}

/** What is joined to a word up to the next blank or mark. */
function joinedBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < MAX_SIGNS && /[^\s“”"‘’'«»„(]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

function joinedAfter(text: string, at: number): string {
  return /^[^\s“”"‘’'«»„\p{L}\p{N}]*/u.exec(text.slice(at, at + MAX_SIGNS))?.[0] ?? '';
}

const MAX_SIGNS = 8;

/** True if no two of the quotations that words stand in are said to be of two speakers. */
function saidByOne(passage: Passage, found: readonly SaidWord[]): boolean {
  const numbers = new Set(found.map(({ quotation }) => quotation));
  const speeches = speechIn(passage.text).filter(({ quotation }) => quotation.depth === 0);
  const names = [...numbers].flatMap((number) => {
    const speaker = speeches[number]?.speaker;
    return speaker ? [passage.text.slice(speaker.start, speaker.end)].filter(isName) : [];
  });
  return names.every((name) => name === names[0] || isSameName(name, names[0] ?? ''));
}

function isSameWord(given: ReadWord, word: ReadWord, isFirst: boolean): boolean {
  if (given.folded === word.folded) return true;
  return isFirst && given.aligned === word.aligned && given.folded.slice(1) === word.folded.slice(1);
}

/** An outlet puts a comma where it interrupts, whatever stood there; a full stop, ? or ! is the speaker's. */
function isSameJoint(gap: string, inside: string): boolean {
  const sign = (one: string) => one.replace(/[^.?!]/g, '').slice(0, 1);
  return sign(inside) === '' ? !/[?!]/.test(gap) : sign(gap) === sign(inside);
}

function foldedGap(text: string): string {
  return FoldedText.of(text).text;
}

function partedPlaceOf(
  found: readonly SaidWord[],
  { document, start }: Passage,
  quotations: readonly Quotation[],
  read: QuotationsOf,
): PartedPlace {
  const parts: (Span & { quotation: number })[] = [];
  for (const { start: from, end, quotation } of found) {
    const part = parts.at(-1);
    if (part?.quotation === quotation) parts[parts.length - 1] = { ...part, end };
    else parts.push({ start: from, end, quotation });
  }
  const omitted = parts.slice(1).flatMap(({ quotation }): Span | Span[] => {
    const [before, after] = [quotations[quotation - 1], quotations[quotation]];
    if (!before || !after) return [];
    return withoutBlanks(document.text, shifted({ start: before.end, end: after.start }, start)) ?? [];
  });
  const [first, last] = [parts[0], parts.at(-1)];
  const place = { document, start: first?.start ?? start, end: last?.end ?? start };
  const quoted = first ? quotedness(document, first, read) : 'outside';
  return { ...place, parts: parts.map((part) => ({ start: part.start, end: part.end })), omitted, quoted };
}
