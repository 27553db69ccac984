/** A sentence with its place: UTF-16 code units, `end` exclusive, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
// A full stop after one of these, or after a letter by itself, ends a word and not a sentence: Mr. Smith, U.S. aid.
const ABBREVIATION =
  /(?:^|[\s(“"'‘[])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Col|Lt|Sgt|Capt|Cmdr|Gov|Sen|Rep|Pres|St|Mt|Ft|Jr|Sr|vs|v|etc|ca|cf|e\.g|i\.e|No|Nos|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u;

/**
 * The sentences of `text` in order: those of Unicode (UAX 29, by `Intl.Segmenter`), joined again where it parts
 * one after an abbreviation.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: { start: number; end: number }[] = [];
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const last = sentences.at(-1);
    const end = index + segment.length;
    // No abbreviation is longer than this.
    const ending = text.slice(Math.max(last?.start ?? 0, (last?.end ?? 0) - 24), last?.end);
    if (last && ABBREVIATION.test(ending)) last.end = end;
    else sentences.push({ start: index, end });
  }
  return sentences.flatMap(({ start, end }) => {
    const slice = text.slice(start, end);
    const from = end - slice.trimStart().length;
    return from < end ? [{ start: from, end: start + slice.trimEnd().length }] : [];
  });
}
