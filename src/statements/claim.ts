import { FoldedText } from '../text/typography.js';
import { words } from '../text/words.js';

/** A stretch of a claim that is looked for by itself. */
export interface ClaimPart {
  /** As it was typed, without quotation marks and punctuation around it. */
  readonly text: string;
  /** Folded (see `text/typography.ts`). */
  readonly folded: string;
  /** Whether it is too short to say whose words it is: fewer than three words, or than twelve characters. */
  readonly tooShort: boolean;
}

/** What somebody claims was said, ready to be looked for. */
export interface Claim extends ClaimPart {
  /** The punctuation that was typed before it. */
  readonly opening: string;
  /** The punctuation that was typed at its end: its own, or that of the sentence it was quoted in. */
  readonly closing: string;
  /** Whether it says that words were left out or put in. */
  readonly elides: boolean;
  /** What was put in, in brackets. */
  readonly insertions: readonly string[];
  /** Its stretches, where it leaves words out or puts words in; else it alone. */
  readonly parts: readonly ClaimPart[];
}

const MIN_WORDS = 3;
const MIN_CHARACTERS = 12;

const DOTS = String.raw`(?:…|\.{3,}|\. ?\. ?\.)`;
// Words left out, with or without brackets; and words put in, in brackets, but for one letter of a word.
const OMISSION = new RegExp(
  String.raw`\s*(?:\[\s*${DOTS}\s*\]|\(\s*${DOTS}\s*\)|${DOTS}|\[(?!\p{L}\]\p{L})[^\][]*\])\s*`,
  'gu',
);
const MARK = String.raw`\s"“”„‟«»‹›‘’‚‛❛❜❝❞〝〞〟《》〈〉「」『』＂＇´'\u0060`;
const MARKS_AROUND = new RegExp(`^[${MARK}]+|[${MARK}]+$`, 'gu');
// Dots that stand for what comes before or after, which a quotation need not have.
const DOTS_AROUND = new RegExp(
  String.raw`^(?:[${MARK}]|${DOTS}|[\[(]\s*${DOTS}\s*[\])])+|(?:[${MARK}]|${DOTS}|[\[(]\s*${DOTS}\s*[\])])+$`,
  'gu',
);
// Commas, full stops, colons and semicolons belong to the sentence as often as to the words; ! and ? do not.
// After a blank they are left, since a word that was taken out leaves them so.
const CLOSING = new RegExp(`(?:(?<![${MARK}])[,.;:–—][,.;:–—${MARK}]*)$`, 'u');

const OPENING = /^[,.;:\s]+/;
/** The letter that a word begins with in its new place: "[T]hey". */
const BRACKETED_LETTER = /^\s*\[(\p{L})\](?=\p{L})/u;

/** Reads what a member typed as a claim. */
export function readClaim(typed: string): Claim {
  const whole = typed.replace(DOTS_AROUND, '');
  const bare = typed.replace(MARKS_AROUND, '').replace(DOTS_AROUND, '');
  const closing = CLOSING.exec(bare)?.[0] ?? '';
  const opening = OPENING.exec(bare)?.[0].trim() ?? '';
  const part = readPart(whole);
  const omissions = Array.from(whole.matchAll(OMISSION), ([omission]) => omission.trim());
  const parts = whole
    .split(OMISSION)
    .map((stretch) => readPart(stretch.replace(BRACKETED_LETTER, '$1')))
    .filter(({ folded }) => folded !== '');
  const insertions = omissions.filter((omission) => /\p{L}|\p{N}/u.test(omission));
  return { ...part, opening, closing, elides: omissions.length > 0, insertions, parts };
}

/** Reads a stretch of a claim. */
export function readPart(typed: string): ClaimPart {
  const text = typed.replace(MARKS_AROUND, '').replace(CLOSING, '').replace(OPENING, '');
  // Punctuation by itself is nothing that could be looked for.
  const folded = words(text).length > 0 ? FoldedText.of(text).text.trim() : '';
  return { text, folded, tooShort: words(text).length < MIN_WORDS || folded.length < MIN_CHARACTERS };
}

/** The same with its first letter out of the brackets that say that it was another: "[T]hey". */
export function withoutBracketedLetter(part: ClaimPart): ClaimPart | undefined {
  const text = part.text.replace(BRACKETED_LETTER, '$1');
  return text === part.text ? undefined : readPart(text);
}

/** The sentences of a claim, each as a claim of its own. */
export function sentencesOf({ text }: ClaimPart): ClaimPart[] {
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => readPart(segment)).filter(({ folded }) => folded !== '');
}
