import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { messages } from '../messages/index.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { shorten } from '../text/shorten.js';
import { type Box, boxesOf, type Flow, flow } from './flow.js';
import { FAMILY, undrawable, useFonts } from './fonts.js';
import type { Picture, PicturedPassage, PictureOfStatement } from './picture.js';

/** As many columns as can be read beside each other. */
const MAX_DRAWN = 4;
/** A column's width in pixels by the number of columns: narrower where there are more, so that a phone shows them. */
const COLUMN_WIDTH = [0, 420, 330, 270, 240];
/** Pixels are doubled, since phones have two or three to one. */
const SCALE = 2;
const COLUMN_GAP = 36;
const MARGIN = 24;
const FONT_SIZE = 18;
const LINE = 27;
const SMALL = 13;
/** Discord shows no picture well that is much taller than wide; more text than this is better read as text. */
const MAX_TEXT = 4_000;
/** The longest description, in UTF-16 code units: a minute of reading aloud. */
export const MAX_DESCRIPTION = 1024;

// Light on dark; the tints are dark enough for the text on them to have a contrast of at least 7 to 1.
const PALETTE = {
  background: '#17191c',
  text: '#e8e6e3',
  quoted: '#ffe2a8',
  faint: '#a6abb3',
  rule: '#3a3f47',
  difference: '#ff8f6b',
  tints: ['#1f4a3d', '#1d3f66', '#54305f', '#5c4318', '#59262f', '#1f5560'],
} as const;

/** An outlet's passages, one below the other. */
interface Column {
  readonly name: string;
  readonly parts: readonly {
    readonly at: number;
    readonly passage: PicturedPassage;
    readonly flow: Flow;
    readonly top: number;
  }[];
  readonly height: number;
}

/**
 * Draws a statement as a PNG: outlets as columns, what they share tinted alike and joined, quotations in another
 * colour, differences inside quotations underlined. Its description carries the words.
 */
export function drawStatement(picture: PictureOfStatement): Picture {
  const { passages } = picture;
  const texts = passages.map(({ text }) => text);
  const all = [...new Set(passages.map(({ name }) => name))];
  const missing = undrawable([...texts, ...all].join(''));
  if (missing !== undefined) return { leftOut: messages.pictures.noLetter(missing) };
  if (texts.join('').length > MAX_TEXT) return { leftOut: messages.pictures.tooLong };
  useFonts();
  const names = all.slice(0, MAX_DRAWN);
  const width = COLUMN_WIDTH[names.length] ?? 0;
  const context = createCanvas(1, 1).getContext('2d');
  const columns = names.map((name) => columnOf(context, name, passages, width));
  const height = MARGIN + Math.max(...columns.map((column) => column.height));
  const total = MARGIN * 2 + names.length * width + (names.length - 1) * COLUMN_GAP;
  const canvas = createCanvas(total * SCALE, height * SCALE);
  const drawing = canvas.getContext('2d');
  drawing.scale(SCALE, SCALE);
  drawing.fillStyle = PALETTE.background;
  drawing.fillRect(0, 0, total, height);
  drawColumns(drawing, picture, columns, width);
  const bytes = canvas.toBuffer('image/png');
  const shown = passages.filter(({ name }) => names.includes(name));
  const file = { name: 'comparison.png', bytes, description: description(shown) };
  if (names.length === all.length) return { file };
  return { file, note: messages.pictures.someShown(names.length, all.length) };
}

function description(passages: readonly PicturedPassage[]): string {
  const all = passages.map(({ name, text }) => `${name}: ${text}`);
  // Nothing is cut inside a quotation: what does not fit stands in the message beside the picture.
  for (let shown = all.length; shown > 0; shown--) {
    const rest = shown < all.length ? [messages.pictures.rest] : [];
    const text = [...all.slice(0, shown), ...rest].join('\n');
    if (text.length <= MAX_DESCRIPTION) return text;
  }
  return messages.pictures.sideBySide(passages.length);
}

function font(size: number, bold = false): string {
  return `${bold ? 'bold ' : ''}${size}px ${FAMILY}`;
}

function columnOf(
  context: SKRSContext2D,
  name: string,
  passages: readonly PicturedPassage[],
  width: number,
): Column {
  const parts: Column['parts'][number][] = [];
  let top = LINE * 1.5;
  for (const [at, passage] of passages.entries()) {
    if (passage.name !== name) continue;
    context.font = font(FONT_SIZE);
    const set = flow(context, passage.text, width);
    parts.push({ at, passage, flow: set, top });
    top += set.lines * LINE + LINE * 1.4;
  }
  return { name, parts, height: top };
}

function drawColumns(
  context: SKRSContext2D,
  { shared }: PictureOfStatement,
  columns: readonly Column[],
  width: number,
): void {
  const left = (column: number) => MARGIN + column * (width + COLUMN_GAP);
  drawShared(context, shared, columns, width, left);
  for (const [number, { name, parts }] of columns.entries()) {
    const x = left(number);
    context.textBaseline = 'alphabetic';
    context.fillStyle = PALETTE.text;
    context.font = font(FONT_SIZE, true);
    context.fillText(shortened(context, name, width), x, MARGIN + FONT_SIZE);
    context.fillStyle = PALETTE.rule;
    context.fillRect(x, MARGIN + LINE, width, 1);
    for (const part of parts) drawPassage(context, part, x);
  }
}

function drawPassage(
  context: SKRSContext2D,
  { passage, flow: set, top }: Column['parts'][number],
  x: number,
): void {
  const { text, place, differences } = passage;
  const y = (line: number) => MARGIN + top + line * LINE + FONT_SIZE;
  context.font = font(FONT_SIZE);
  context.direction = set.rightToLeft ? 'rtl' : 'ltr';
  context.textAlign = 'left';
  const write = (start: number, end: number, colour: string) => {
    context.fillStyle = colour;
    for (const piece of set.pieces) {
      const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.start + piece.text.length)];
      if (from >= to) continue;
      const [box] = boxesOf(context, set, from, to);
      if (box)
        context.fillText(piece.text.slice(from - piece.start, to - piece.start), x + box.x, y(box.line));
    }
  };
  let reached = 0;
  for (const { start, end } of outerQuotationsIn(text)) {
    write(reached, start, PALETTE.text);
    write(start, end, PALETTE.quoted);
    reached = end;
  }
  write(reached, text.length, PALETTE.text);
  context.fillStyle = PALETTE.difference;
  for (const { start, end } of differences) {
    for (const box of boxesOf(context, set, start, end)) {
      context.fillRect(x + box.x, y(box.line) + 4, box.width, 3);
    }
  }
  context.direction = 'ltr';
  context.fillStyle = PALETTE.faint;
  context.font = font(SMALL);
  context.fillText(place, x, y(set.lines - 1) + LINE * 0.8);
}

/** Tints each run that outlets share in one colour, and joins its places from column to column. */
function drawShared(
  context: SKRSContext2D,
  shared: PictureOfStatement['shared'],
  columns: readonly Column[],
  width: number,
  left: (column: number) => number,
): void {
  context.font = font(FONT_SIZE);
  // What more outlets share is painted over what fewer do, so that it has one colour in all of them.
  const outlets = (run: PictureOfStatement['shared'][number]) => run.filter((span) => span !== null).length;
  const runs = shared.toSorted((a, b) => outlets(a) - outlets(b));
  for (const [number, run] of runs.entries()) {
    const tint = PALETTE.tints[number % PALETTE.tints.length] ?? PALETTE.rule;
    context.fillStyle = tint;
    context.strokeStyle = tint;
    context.lineWidth = 3;
    let before: { column: number; y: number } | undefined;
    for (const [column, { parts }] of columns.entries()) {
      for (const part of parts) {
        const span = run[part.at];
        if (!span) continue;
        const boxes = boxesOf(context, part.flow, span.start, span.end);
        const top = (box: Box) => MARGIN + part.top + box.line * LINE - 2;
        for (const box of boxes)
          context.fillRect(left(column) + box.x - 2, top(box), box.width + 4, LINE - 2);
        const [first] = boxes;
        if (!first) continue;
        const y = top(first) + LINE / 2;
        if (before && before.column < column) {
          joinedParts(context, left(before.column) + width, before.y, left(column) - 2, y);
        }
        before = { column, y };
      }
    }
  }
}

function joinedParts(context: SKRSContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  const middle = (fromX + toX) / 2;
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.bezierCurveTo(middle, fromY, middle, toY, toX, toY);
  context.stroke();
}

function shortened(context: SKRSContext2D, text: string, width: number): string {
  let shown = text;
  while (shown.length > 1 && context.measureText(shown).width > width)
    shown = shorten(text, shown.length - 1);
  return shown;
}
