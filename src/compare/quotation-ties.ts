import type { Passage } from '../corpus/passage.js';
import { isCommon } from '../languages/terms.js';
import { foldWord } from '../text/fold.js';
import type { Pace } from '../text/pace.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { words } from '../text/words.js';

/** Two passages of different documents that print words of one quotation, by their places in a list, `a` before `b`. */
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
 * Those of `passages` that quote the same words: at least three in a row inside quotation marks in both. They are
 * found by the three words, so the work grows with the quotations and not with their square.
 *
 * @param sayings three words in a row, folded and parted by blanks, that tie nothing
 */
export async function quotationTies(
  passages: readonly Passage[],
  sayings: ReadonlySet<string>,
  pace: Pace,
): Promise<QuotationTie[]> {
  const byWords = new Map<string, number[]>();
  const ties: QuotationTie[] = [];
  for (const [number, { text, document }] of passages.entries()) {
    const common = new Map<number, CommonWords>();
    for (const printed of quotedWords(text)) {
      const quotation = printed.map(foldWord);
      for (let at = 0; at + MIN_TYING_WORDS <= quotation.length; at++) {
        const three = quotation.slice(at, at + MIN_TYING_WORDS).join(' ');
        if (sayings.has(three)) continue;
        const places = byWords.get(three) ?? [];
        byWords.set(three, places);
        for (const passage of new Set(places)) {
          if (passages[passage]?.document !== document) countTo(common, passage, quotation, at);
        }
        if (places.length < MAX_QUOTATIONS_OF_A_SAYING) places.push(number);
      }
    }
    for (const [passage, { words: inCommon, telling, longest }] of common) {
      if (telling >= (inCommon > MIN_TYING_WORDS ? 1 : MIN_TELLING))
        ties.push({ a: passage, b: number, words: inCommon, longest });
    }
    await pace();
  }
  return ties;
}

/** What one passage quotes of another's quotations. */
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
  passage: number,
  quotation: readonly string[],
  at: number,
): void {
  const known = common.get(passage) ?? { words: 0, telling: 0, run: 0, longest: 0, quotation, end: 0 };
  const from = known.quotation === quotation ? Math.max(at, known.end) : at;
  const goesOn = known.quotation === quotation && at === known.end - MIN_TYING_WORDS + 1;
  const added = quotation.slice(from, at + MIN_TYING_WORDS);
  known.words += added.length;
  known.run = goesOn ? known.run + 1 : MIN_TYING_WORDS;
  known.longest = Math.max(known.longest, known.run);
  known.telling += added.filter((word) => !isCommon(word)).length;
  common.set(passage, Object.assign(known, { quotation, end: at + MIN_TYING_WORDS }));
}

/** The words of each quotation of a text, as printed. */
export function quotedWords(text: string): string[][] {
  return outerQuotationsIn(text).map(({ innerStart, innerEnd }) =>
    words(text.slice(innerStart, innerEnd)).map((word) => word.text),
  );
}
