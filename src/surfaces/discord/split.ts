import { Excerpt } from '../../corpus/excerpt.js';
import type { Quoted } from '../../reply/reply.js';
import { type Span, shifted } from '../../text/span.js';
import { fittingEnd } from './markdown.js';

/**
 * An excerpt in parts that each fit `budget` characters as a block quote. The parts follow one another without
 * a gap, so that together they are the excerpt; they part at the end of a sentence, else between words, and
 * inside a word only where a word alone is too long.
 */
export function splitQuoted(quoted: Quoted, budget: number): Quoted[] {
  const { excerpt, marks = [] } = quoted;
  const { document, start, text } = excerpt;
  const inside = marks.map((mark) => shifted(mark, -start));
  const parts: Quoted[] = [];
  for (let from = 0; from < text.length; ) {
    const furthest = fittingEnd(text, inside, from, budget);
    const to = furthest === text.length ? furthest : goodBreak(text, from, furthest);
    parts.push({
      ...quoted,
      excerpt: Excerpt.of(document, start + from, start + to),
      marks: clip(marks, start + from, start + to),
    });
    from = to;
  }
  return parts;
}

/** The marks inside `[start, end)`, cut to it. */
function clip(marks: readonly Span[], start: number, end: number): Span[] {
  return marks
    .map((mark) => ({ start: Math.max(mark.start, start), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.start < mark.end);
}

/** The last place in `(from, furthest]` at which reading may best break off. */
function goodBreak(text: string, from: number, furthest: number): number {
  const part = text.slice(from, furthest);
  // A break in the first half would leave a page half empty for the sake of a sentence.
  const lastOf = (pattern: RegExp, least: number) => {
    const ends = [...part.matchAll(pattern)].map((match) => match.index + match[0].length);
    return ends.findLast((end) => end > least);
  };
  const sentence = lastOf(/[.!?…。！？]["'”’»)\]]*\s+/gu, part.length / 2);
  const word = sentence ?? lastOf(/\s+/gu, 0);
  return from + (word ?? lastGrapheme(part));
}

/** Where the last grapheme cluster of `part`, which may be cut off there, begins; its end if it is alone. */
function lastGrapheme(part: string): number {
  const clusters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(part)];
  return clusters.length > 1 ? (clusters.at(-1)?.index ?? part.length) : part.length;
}
