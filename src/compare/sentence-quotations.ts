import { entry } from '../text/entry.js';
import type { Pace } from '../text/pace.js';
import { quotationTies, rowsOf } from './quotation-ties.js';
import type { Told, ToldSentence } from './told.js';

/** Two sentences that quote the same words, by their places in either telling. */
export interface Quotations {
  readonly a: number;
  readonly b: number;
  /** How many words they have in common, in runs of three or more. */
  readonly words: number;
  /** The longest of these runs. */
  readonly longest: number;
  /**
   * `quotation`: both print one; `phrase`: both print a phrase, but one of them shares more with another sentence of
   * the other telling, and the other has no quotation there; undefined where they share too little of what either quotes.
   */
  readonly print: 'quotation' | 'phrase' | undefined;
}

/** Both print one quotation where they have so many of its words in common; fewer are a phrase of it, */
const QUOTED_WORDS = 6;
/** so many of them in a row, since what else has the same subject shares its names and set phrases, three words each; */
const QUOTED_RUN = 4;
/** or so much of one that either quotes, */
const QUOTED_SHARE = 0.6;
/** and so many words, unless that is all of it: three words of more may be a name, "rock-and-roll". */
const SHARED_WORDS = 4;
/** What has more of its words inside quotation marks than outside is somebody's words. */
const MOSTLY = 0.5;

/** The sentences of two tellings that quote the same words. The work grows with their quotations. */
export async function quotedByBoth(a: Told, b: Told, pace: Pace): Promise<Quotations[]> {
  const ties = await quotationTies([...a.sentences, ...b.sentences], pace);
  const found: (Omit<Quotations, 'print'> & { readonly isOne: boolean })[] = [];
  const most = { a: new Float32Array(a.sentences.length), b: new Float32Array(b.sentences.length) };
  for (const { a: one, b: place, words, longest } of ties) {
    const other = place - a.sentences.length;
    const isOne =
      (words >= QUOTED_WORDS && longest >= QUOTED_RUN) || printOne(a.sentences[one], b.sentences[other]);
    found.push({ a: one, b: other, words, longest, isOne });
    if (!isOne) continue;
    most.a[one] = Math.max(entry(most.a, one), words);
    most.b[other] = Math.max(entry(most.b, other), words);
    await pace();
  }
  const isNearest = ({ a: one, b: other, words }: Omit<Quotations, 'print'>) =>
    [words === entry(most.a, one), words === entry(most.b, other)] as const;
  const isSure = (tie: (typeof found)[number]) =>
    tie.isOne && (tie.words >= QUOTED_WORDS || isNearest(tie).every(Boolean));
  const sure = found.filter(isSure);
  const [sureOfA, sureOfB] = [new Set(sure.map((tie) => tie.a)), new Set(sure.map((tie) => tie.b))];
  return found.map((tie) => {
    const { isOne, ...quotations } = tie;
    if (isSure(tie)) return { ...quotations, print: 'quotation' };
    const [ofA, ofB] = isNearest(tie);
    const isPhrase = isOne && ((ofA && !sureOfA.has(tie.a)) || (ofB && !sureOfB.has(tie.b)));
    return { ...quotations, print: isPhrase ? 'phrase' : undefined };
  });
}

/** True if either prints most of something that the other quotes. */
function printOne(one: ToldSentence | undefined, other: ToldSentence | undefined): boolean {
  return one !== undefined && other !== undefined && (printsOf(one, other) || printsOf(other, one));
}

function printsOf(one: ToldSentence, other: ToldSentence): boolean {
  const rows = new Set(other.quoted.flatMap(rowsOf));
  return one.quoted.some((quotation) => {
    const inBoth = rowsOf(quotation).map((row) => rows.has(row));
    // A word is shared where any of the three rows that it stands in is.
    const shared = quotation.filter((_, at) => inBoth[at] || inBoth[at - 1] || inBoth[at - 2]).length;
    return (
      shared === quotation.length || (shared >= SHARED_WORDS && shared >= QUOTED_SHARE * quotation.length)
    );
  });
}

/** True if both sentences are somebody's words and have no three in a row in common: they are no one quotation. */
export function quoteOtherWords(one: ToldSentence, other: ToldSentence): boolean {
  if (!isMostlyQuoted(one) || !isMostlyQuoted(other)) return false;
  const rows = new Set(one.quoted.flatMap(rowsOf));
  return !other.quoted.flatMap(rowsOf).some((row) => rows.has(row));
}

function isMostlyQuoted({ quoted, folded }: ToldSentence): boolean {
  return quoted.flat().length > MOSTLY * folded.split(' ').length;
}

/** What the two passages have in common that print most of each other's quotations. */
export function mostQuoted(
  ties: readonly Quotations[],
  a: Told,
  b: Told,
): { readonly words: number; readonly longest: number } {
  const byPassages = new Map<string, number>();
  let [words, longest] = [0, 0];
  for (const tie of ties) {
    const passages = `${a.sentences[tie.a]?.passage.number} ${b.sentences[tie.b]?.passage.number}`;
    const sum = (byPassages.get(passages) ?? 0) + tie.words;
    byPassages.set(passages, sum);
    words = Math.max(words, sum);
    longest = Math.max(longest, tie.longest);
  }
  return { words, longest };
}
