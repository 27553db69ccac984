import type { Document } from '../corpus/document.js';
import { isCommon } from '../languages/terms.js';
import type { Pace } from '../text/pace.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { words } from '../text/words.js';

/** What quotes: a passage, or a sentence. */
export interface Quoting {
  readonly document: Document;
  /** The words of each of its quotations, folded. */
  readonly quoted: readonly (readonly string[])[];
}

/** Two pieces of different documents that print words of one quotation, by their places in a list, `a` before `b`. */
export interface QuotationTie {
  readonly a: number;
  readonly b: number;
  /** How many words of the quotation they have in common, in runs of three or more. */
  readonly words: number;
  /** The longest of these runs. */
  readonly longest: number;
}

/** Fewer words than this in a row are said by everybody. */
const MIN_TYING_WORDS = 3;
/** Of three words, so many must be more than function words; of more, one must. */
const MIN_TELLING = 2;
/** Words in a row that stand in more quotations than this are a saying. */
const MAX_QUOTATIONS_OF_A_SAYING = 60;

/**
 * Those of `pieces` that quote the same words: at least three in a row inside quotation marks in both. They are
 * found by the three words, so the work grows with the quotations and not with their square.
 */
export async function quotationTies(pieces: readonly Quoting[], pace: Pace): Promise<QuotationTie[]> {
  const byWords = new Map<string, number[]>();
  const ties: QuotationTie[] = [];
  for (const [number, { quoted, document }] of pieces.entries()) {
    const common = new Map<number, CommonWords>();
    for (const quotation of quoted) {
      for (const [at, three] of rowsOf(quotation).entries()) {
        const places = byWords.get(three) ?? [];
        byWords.set(three, places);
        for (const piece of new Set(places)) {
          if (pieces[piece]?.document !== document) countTo(common, piece, quotation, at);
        }
        if (places.length < MAX_QUOTATIONS_OF_A_SAYING) places.push(number);
      }
    }
    for (const [piece, { words: inCommon, telling, longest }] of common) {
      if (telling >= (inCommon > MIN_TYING_WORDS ? 1 : MIN_TELLING))
        ties.push({ a: piece, b: number, words: inCommon, longest });
    }
    await pace();
  }
  return ties;
}

/** Each three words in a row, in order. */
export function rowsOf(quotation: readonly string[]): string[] {
  const count = Math.max(0, quotation.length + 1 - MIN_TYING_WORDS);
  return Array.from({ length: count }, (_, at) => quotation.slice(at, at + MIN_TYING_WORDS).join(' '));
}

/** What one piece quotes of another's quotations. */
interface CommonWords {
  words: number;
  /** How many of these are more than function words. */
  telling: number;
  run: number;
  longest: number;
  /** Where it was last counted to, so that no word counts twice. */
  quotation: readonly string[];
  end: number;
}

function countTo(
  common: Map<number, CommonWords>,
  piece: number,
  quotation: readonly string[],
  at: number,
): void {
  const known = common.get(piece) ?? { words: 0, telling: 0, run: 0, longest: 0, quotation, end: 0 };
  const from = known.quotation === quotation ? Math.max(at, known.end) : at;
  const goesOn = known.quotation === quotation && at === known.end - MIN_TYING_WORDS + 1;
  const added = quotation.slice(from, at + MIN_TYING_WORDS);
  known.words += added.length;
  known.run = goesOn ? known.run + 1 : MIN_TYING_WORDS;
  known.longest = Math.max(known.longest, known.run);
  known.telling += added.filter((word) => !isCommon(word)).length;
  common.set(piece, Object.assign(known, { quotation, end: at + MIN_TYING_WORDS }));
}

/** The words of each quotation of a text, as printed. */
export function quotedWords(text: string): string[][] {
  return outerQuotationsIn(text).map(({ innerStart, innerEnd }) =>
    words(text.slice(innerStart, innerEnd)).map((word) => word.text),
  );
}
