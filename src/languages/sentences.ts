/** A sentence with its place: UTF-16 code units, `end` exclusive, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
// A full stop after one of these, or after a letter by itself, ends a word and not a sentence: Mr. Smith, U.S. aid.
const ABBREVIATION =
  /(?:^|[\s(“"'‘[])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Col|Lt|Sgt|Capt|Cmdr|Gov|Sen|Rep|Pres|St|Mt|Ft|Jr|Sr|vs|v|etc|ca|cf|e\.g|i\.e|No|Nos|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u;

/** How much of a text is segmented at once, in UTF-16 code units: the segmenter's time grows as the square of it. */
const STRETCH = 2_000;

/** The segments of a text in order. One that is longer than a stretch goes on in the next. */
function* segmentsOf(text: string): Generator<Sentence> {
  let open = 0;
  for (let from = 0; from < text.length; ) {
    const stretch = text.slice(from, from + STRETCH);
    const starts = Array.from(SEGMENTER.segment(stretch), ({ index }) => from + index).slice(1);
    for (const start of starts) {
      yield { start: open, end: start };
      open = start;
    }
    // The last segment may be a part of one: it is read again from its beginning, unless it is all there is.
    const next = starts.at(-1);
    from = next !== undefined && from + STRETCH < text.length ? next : from + STRETCH;
  }
  if (open < text.length) yield { start: open, end: text.length };
}

/**
 * The sentences of `text` in order: those of Unicode (UAX 29, by `Intl.Segmenter`), joined again where it parts
 * one after an abbreviation.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: { start: number; end: number }[] = [];
  for (const { start: index, end } of segmentsOf(text)) {
    const last = sentences.at(-1);
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
