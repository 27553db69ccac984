import { sentencesOf } from '../languages/sentences.js';
import { ALL_QUOTATION_MARKS, DASHES, isKind, isUnitMark, KIND } from '../text/characters.js';
import { FoldedText } from '../text/typography.js';
import { uniqueBy } from '../text/unique-by.js';
import { words } from '../text/words.js';

/** A stretch of a claim that is looked for by itself. */
export interface ClaimPart {
  /** As it was typed, without quotation marks and punctuation around it. */
  readonly text: string;
  /** Where `text` begins in the claim that it was read from, in UTF-16 code units. */
  readonly at: number;
  /** Folded (see `text/typography.ts`). */
  readonly folded: string;
  /** True if it is too short to say whose words it is: fewer than three words, or than twelve characters. */
  readonly tooShort: boolean;
}

/** Words in brackets, which a quotation puts in; `inner` is what stands between the brackets. */
export interface Insertion {
  readonly text: string;
  readonly inner: string;
}

/** What somebody claims was said, ready to be looked for. */
export interface Claim extends ClaimPart {
  /** The punctuation that was typed before it. */
  readonly opening: string;
  /** The punctuation that was typed at its end: its own, or that of the sentence it was quoted in. */
  readonly closing: string;
  /** The ways to read that it leaves words out or puts words in, the one that trusts its brackets most first. */
  readonly elisions: readonly Elision[];
}

/** What of a claim is compared word by word: with the punctuation at its end, which may be a part of its last word (U.S.). */
export function comparedText({ text, closing }: Claim): string {
  return text + closing;
}

/** A claim as parts of which words were left out or put in between. */
export interface Elision {
  readonly parts: readonly ClaimPart[];
  readonly insertions: readonly Insertion[];
}

const MIN_CLAIMED_WORDS = 3;
const MIN_CHARACTERS = 12;

const ELISION_DOTS = String.raw`(?:…|\.{3,}|\. ?\. ?\.)`;
const ELISION_SIGN = String.raw`\[\s{0,8}${ELISION_DOTS}\s{0,8}\]|\(\s{0,8}${ELISION_DOTS}\s{0,8}\)|${ELISION_DOTS}`;
// Words put in, in brackets; one letter of a word is not.
const PUT_IN = String.raw`\[(?!\p{L}\]\p{L})[^\][]*\]`;
const OMISSION = new RegExp(ELISION_SIGN, 'gu');
const OMISSION_OR_INSERTION = new RegExp(`${ELISION_SIGN}|${PUT_IN}`, 'gu');

/** The letter that a word begins with in its new place: "[T]hey". */
const BRACKETED_LETTER = /^\s*\[(\p{L})\](?=\p{L})/u;
const BRACKETED = /\[([^\][]*)\]/g;

/** Reads what a member typed as a claim. Linear in its length. */
export function readClaim(typed: string): Claim {
  const { start, end, opening, closing } = trimmedSpan(typed, 0, typed.length, true);
  const part = partOf(typed, start, end);
  const within = typed.slice(start, end);
  const elisions = [
    elision(within, start, OMISSION),
    elision(withoutBrackets(within), start, OMISSION),
    elision(within, start, OMISSION_OR_INSERTION),
  ];
  const telling = elisions.filter(({ parts, insertions }) => parts.length > 1 || insertions.length > 0);
  const foldedParts = ({ parts }: Elision) => parts.map(({ folded }) => folded).join('\n');
  return { ...part, opening, closing, elisions: uniqueBy(telling, foldedParts) };
}

function elision(text: string, from: number, pattern: RegExp): Elision {
  const parts: ClaimPart[] = [];
  const insertions: Insertion[] = [];
  let reached = 0;
  const take = (to: number) => {
    const part = readPart(text.slice(reached, to).replace(BRACKETED_LETTER, '$1'), from + reached);
    if (part.folded !== '') parts.push(part);
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    take(index);
    reached = index + found.length;
    if (/[\p{L}\p{N}]/u.test(found)) insertions.push({ text: found, inner: found.slice(1, -1) });
  }
  take(text.length);
  return { parts, insertions };
}

/** Reads a stretch of a claim that begins at `at` of it. */
export function readPart(typed: string, at = 0): ClaimPart {
  const { start, end } = trimmedSpan(typed, 0, typed.length, false);
  const part = partOf(typed, start, end);
  return { ...part, at: at + part.at };
}

function partOf(typed: string, start: number, end: number): ClaimPart {
  const text = typed.slice(start, end);
  const count = words(text).length;
  // Punctuation by itself is nothing that could be looked for.
  const folded = count > 0 ? FoldedText.of(text).text.trim() : '';
  return { text, at: start, folded, tooShort: count < MIN_CLAIMED_WORDS || folded.length < MIN_CHARACTERS };
}

/** The same with its first letter out of the brackets that say that it was another: "[T]hey". */
export function withoutBracketedLetter(part: ClaimPart): ClaimPart | undefined {
  const text = part.text.replace(BRACKETED_LETTER, '$1');
  return text === part.text ? undefined : readPart(text, part.at);
}

/** The same with what stands in brackets as if it stood there without; undefined where nothing does. */
export function withoutItsBrackets(part: ClaimPart): ClaimPart | undefined {
  const text = withoutBrackets(part.text);
  return text === part.text ? undefined : readPart(text, part.at);
}

function withoutBrackets(text: string): string {
  return text.replace(BRACKETED, (bracketed, inner: string) =>
    /[\p{L}\p{N}]/u.test(inner) ? inner : bracketed,
  );
}

/** The sentences of a claim, each as a claim of its own. */
export function sentencesOfClaim({ text }: ClaimPart): ClaimPart[] {
  return sentencesOf(text)
    .map(({ start, end }) => readPart(text.slice(start, end), start))
    .filter(({ folded }) => folded !== '');
}

const MARKS = KIND.quotation | KIND.prime | KIND.blank | KIND.invisible | KIND.direction;

/**
 * Where the words of `[from, to)` begin and end, and the punctuation around them. Commas, full stops, colons,
 * semicolons and dashes belong to the sentence as often as to the words; ! and ? do not. Dots at the ends stand
 * for what comes before or after, which a quotation need not have.
 */
function trimmedSpan(text: string, from: number, to: number, dots: boolean) {
  let [start, end] = [from, to];
  for (;;) {
    while (start < end && isKind(text, start, MARKS) && !isUnitMark(text, start)) start++;
    const after = dots ? dotsEnd(text, start, end) : start;
    if (after === start) break;
    start = after;
  }
  for (;;) {
    while (end > start && isKind(text, end - 1, MARKS) && !isUnitMark(text, end - 1)) end--;
    const before = dots ? dotsStart(text, start, end) : end;
    if (before === end) break;
    end = before;
  }
  const last = closingStart(text, start, end);
  const first = openingEnd(text, start, last);
  return {
    start: first,
    end: last,
    opening: text.slice(start, first).trim(),
    closing: text.slice(last, end).trim(),
  };
}

const DOTS_HERE = new RegExp(ELISION_SIGN, 'uy');

/** Where the dots end that begin at `start`; `start` where none do. */
function dotsEnd(text: string, start: number, end: number): number {
  DOTS_HERE.lastIndex = start;
  const match = DOTS_HERE.exec(text);
  return match && start + match[0].length <= end ? start + match[0].length : start;
}

/** Where the dots begin that end at `end`; `end` where none do. */
function dotsStart(text: string, start: number, end: number): number {
  const last = text.charAt(end - 1);
  const bracket = last === ']' ? '[' : last === ')' ? '(' : undefined;
  let at = bracket === undefined ? end : end - 1;
  if (bracket !== undefined) while (at > start && isKind(text, at - 1, KIND.blank)) at--;
  const dots = at;
  let count = 0;
  while (at > start) {
    const blank = text.charAt(at - 1) === ' ' && count > 0 ? 1 : 0;
    if (!isKind(text, at - 1 - blank, KIND.dot | KIND.ellipsis) || at - 1 - blank < start) break;
    at -= 1 + blank;
    count += isKind(text, at, KIND.ellipsis) ? 3 : 1;
  }
  if (count < 3 || at === dots) return end;
  if (bracket === undefined) return at;
  while (at > start && isKind(text, at - 1, KIND.blank)) at--;
  return at > start && text.charAt(at - 1) === bracket ? at - 1 : end;
}

const CLOSING_SIGNS = `,.;:–—${ALL_QUOTATION_MARKS}`;

/** Where the closing punctuation of `[start, end)` begins. After a blank it is left, as where a word was taken out. */
function closingStart(text: string, start: number, end: number): number {
  let at = end;
  while (
    at > start &&
    (CLOSING_SIGNS.includes(text.charAt(at - 1)) || isKind(text, at - 1, MARKS | KIND.dash))
  ) {
    if (isUnitMark(text, at - 1)) break;
    at--;
  }
  if (!isKind(text, at, KIND.blank)) return at;
  const dashes = [...text.slice(at, end)].every((one) => DASHES.includes(one) || isKind(one, 0, MARKS));
  return dashes ? at : end;
}

/** Where the opening punctuation of `[start, end)` ends. What stands at a number may be a part of it. */
function openingEnd(text: string, start: number, end: number): number {
  let at = start;
  const skippable = (place: number) => {
    if (isKind(text, place, MARKS) || ';:'.includes(text.charAt(place))) return true;
    if (!isKind(text, place, KIND.dash) && !'.,'.includes(text.charAt(place))) return false;
    return !/^\s?\p{N}/u.test(text.slice(place + 1, place + 3));
  };
  while (at < end && skippable(at)) at++;
  return at;
}
