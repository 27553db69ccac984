import type { SKRSContext2D } from '@napi-rs/canvas';
import { runsRightToLeft } from './fonts.js';

/** A piece of a line without blanks in it, and where it stands: pixels from the top left of its column. */
export interface Piece {
  readonly text: string;
  /** Where it begins in the text that was set: UTF-16 code units. */
  readonly start: number;
  readonly x: number;
  readonly line: number;
  readonly width: number;
}

/** A text set into a column. */
export interface Flow {
  readonly pieces: readonly Piece[];
  readonly lines: number;
  readonly rightToLeft: boolean;
}

/** Sets `text` into lines of at most `width` pixels, in the font that `context` has. */
export function flow(context: SKRSContext2D, text: string, width: number): Flow {
  const rightToLeft = runsRightToLeft(text);
  const blank = context.measureText(' ').width;
  const pieces: Piece[] = [];
  let [x, line] = [0, 0];
  for (const match of text.matchAll(/\S+/g)) {
    for (const part of fitting(context, match[0], width)) {
      const measured = context.measureText(part.text).width;
      if (x > 0 && x + measured > width) [x, line] = [0, line + 1];
      const start = match.index + part.at;
      pieces.push({
        text: part.text,
        start,
        x: rightToLeft ? width - x - measured : x,
        line,
        width: measured,
      });
      x += measured + (part.last ? blank : 0);
    }
  }
  return { pieces, lines: line + 1, rightToLeft };
}

/** A word in parts that each fit a line. */
function fitting(
  context: SKRSContext2D,
  word: string,
  width: number,
): { readonly text: string; readonly at: number; readonly last: boolean }[] {
  if (context.measureText(word).width <= width) return [{ text: word, at: 0, last: true }];
  const parts: { text: string; at: number; last: boolean }[] = [];
  let [at, text] = [0, ''];
  for (const character of word) {
    if (text !== '' && context.measureText(text + character).width > width) {
      parts.push({ text, at, last: false });
      [at, text] = [at + text.length, ''];
    }
    text += character;
  }
  return [...parts, { text, at, last: true }];
}

/** A stretch of one line, in pixels from the top left of the column. */
export interface Box {
  readonly x: number;
  readonly line: number;
  readonly width: number;
}

/** Where `[start, end)` of the text stands, line by line. */
export function boxesOf(
  context: SKRSContext2D,
  { pieces, rightToLeft }: Flow,
  start: number,
  end: number,
): Box[] {
  const boxes: { x: number; line: number; width: number }[] = [];
  for (const piece of pieces) {
    const from = Math.max(start, piece.start) - piece.start;
    const to = Math.min(end, piece.start + piece.text.length) - piece.start;
    if (from >= to) continue;
    const before = context.measureText(piece.text.slice(0, from)).width;
    const width = context.measureText(piece.text.slice(from, to)).width;
    const x = rightToLeft ? piece.x + piece.width - before - width : piece.x + before;
    const last = boxes.at(-1);
    if (last?.line === piece.line) {
      // The blank between two pieces of one stretch belongs to it.
      const left = Math.min(last.x, x);
      last.width = Math.max(last.x + last.width, x + width) - left;
      last.x = left;
    } else boxes.push({ x, line: piece.line, width });
  }
  return boxes;
}
