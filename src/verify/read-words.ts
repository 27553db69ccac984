import { isCommon } from '../languages/terms.js';
import type { Engine } from '../search/engine.js';
import { LINE_END_HYPHEN } from '../text/folder.js';
import type { Span } from '../text/span.js';
import { FoldedText } from '../text/typography.js';
import { words } from '../text/words.js';

/** A word as claims and documents are compared by it. */
export interface ReadWord extends Span {
  /** Its typography folded. */
  readonly folded: string;
  /** The same in small letters, by which words are aligned. */
  readonly aligned: string;
  /** How much it says: a function word less than others. It does not depend on the corpus, so neither does a verdict. */
  readonly weight: number;
}

/** A text and some of its words in a row. */
export interface WordsOf {
  readonly text: string;
  readonly words: readonly ReadWord[];
}

/** A function word stands in every sentence, so a few of them in common are no likeness. */
const COMMON_WEIGHT = 0.25;

/** A word that no folding changes. */
const PLAIN_WORD = /^[A-Za-z0-9]+$/;
/** No word is longer, in UTF-16 code units, so longer ones are not joined from parts. */
const LONGEST_WORD = 60;
const GAP_AT_LINE_END = /^[^\p{L}\p{N}\s]\s*$/u;

/**
 * The words of `[start, end)` of `text`, each with its place in `text`. Two that a line end parts with a hyphen
 * are one where the corpus has it, or where it is one of `own`, in small letters.
 */
export async function readWords(
  text: string,
  { start, end }: Span,
  engine: Pick<Engine, 'statistics'>,
  own: ReadonlySet<string> = NO_WORDS,
): Promise<ReadWord[]> {
  const read = words(text.slice(start, end)).map((word) =>
    readWord(word.text, word.start + start, word.end + start),
  );
  const joined = read.flatMap((word, at) => joinedAcrossLine(text, read[at - 1], word) ?? []);
  if (joined.length === 0) return read;
  const statistics = await engine.statistics(joined.map(({ aligned }) => aligned));
  const known = new Set(
    joined.filter((_, at) => statistics[at]?.word !== undefined).map(({ aligned }) => aligned),
  );
  const kept: ReadWord[] = [];
  for (const word of read) {
    const one = joinedAcrossLine(text, kept.at(-1), word);
    if (one && (known.has(one.aligned) || own.has(one.aligned))) kept[kept.length - 1] = one;
    else kept.push(word);
  }
  return kept;
}

const NO_WORDS: ReadonlySet<string> = new Set();

function readWord(text: string, start: number, end: number): ReadWord {
  const folded = PLAIN_WORD.test(text) ? text : FoldedText.of(text).text;
  return {
    start,
    end,
    folded,
    aligned: folded.toLowerCase(),
    weight: isCommon(text) ? COMMON_WEIGHT : 1,
  };
}

/** Two words as one, where only a hyphen and a line end part them. */
function joinedAcrossLine(text: string, before: ReadWord | undefined, word: ReadWord): ReadWord | undefined {
  if (!before) return undefined;
  const gap = text.slice(before.end, word.start);
  if (word.end - before.start > LONGEST_WORD || !gap.includes('\n') || !GAP_AT_LINE_END.test(gap))
    return undefined;
  const stretch = FoldedText.of(text.slice(before.start, word.end)).text;
  if (!stretch.includes(LINE_END_HYPHEN)) return undefined;
  return readWord(stretch.replaceAll(LINE_END_HYPHEN, ''), before.start, word.end);
}

/** What some words weigh together. */
export function weightOf(list: readonly ReadWord[]): number {
  return list.reduce((sum, { weight }) => sum + weight, 0);
}
