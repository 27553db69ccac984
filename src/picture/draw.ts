import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { messages } from '../messages/index.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { shorten } from '../text/shorten.js';
import { boxesOf, type Flow, flow } from './flow.js';
import { FAMILY, undrawable, useFonts } from './fonts.js';
import type { Picture, PicturedPassage, PictureOfStatement } from './picture.js';

/** As many outlets as a picture can show and still be read on a phone. */
const MAX_DRAWN = 4;
/**
 * In pixels of a screen. Of a phone's 390 Discord leaves 302 for a picture (docs/decisions/rows-in-discord.md),
 * so outlets stand one below the other, and 16 are still 14 there.
 */
const WIDTH = 340;
const FONT_SIZE = 16;
/** Pixels are doubled, since phones have two or three to one; the file stays under 700 of them wide. */
const SCALE = 2;
const MARGIN = 14;
const COLUMN = WIDTH - 2 * MARGIN;
const LINE = 24;
/** A picture much taller than wide is shown small until it is opened; more text than this is better read as text. */
const MAX_TEXT = 2_000;
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

/** A passage set into lines, and where it stands: pixels from the top. */
interface Part {
  readonly at: number;
  readonly passage: PicturedPassage;
  readonly flow: Flow;
  /** The outlet's name, above the first of its passages. */
  readonly name: string | undefined;
  readonly top: number;
}

/**
 * Draws a statement as a PNG: outlets one below the other, what they share tinted alike, quotations in another
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
  const { parts, height } = setParts(createCanvas(1, 1).getContext('2d'), names, passages);
  const canvas = createCanvas(WIDTH * SCALE, height * SCALE);
  const drawing = canvas.getContext('2d');
  drawing.scale(SCALE, SCALE);
  drawing.fillStyle = PALETTE.background;
  drawing.fillRect(0, 0, WIDTH, height);
  drawShared(drawing, picture.shared, parts);
  for (const part of parts) drawPassage(drawing, part);
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
  return messages.pictures.compared(passages.length);
}

function font(size: number, bold = false): string {
  return `${bold ? 'bold ' : ''}${size}px ${FAMILY}`;
}

/** The passages of `names`, outlet by outlet, and how many pixels they take from top to bottom. */
function setParts(
  context: SKRSContext2D,
  names: readonly string[],
  passages: readonly PicturedPassage[],
): { readonly parts: readonly Part[]; readonly height: number } {
  const parts: Part[] = [];
  context.font = font(FONT_SIZE);
  let top = MARGIN;
  for (const outlet of names) {
    let name: string | undefined = outlet;
    for (const [at, passage] of passages.entries()) {
      if (passage.name !== outlet) continue;
      if (name !== undefined) top += LINE * 1.5;
      const set = flow(context, passage.text, COLUMN);
      parts.push({ at, passage, flow: set, name, top });
      top += (set.lines + 0.5) * LINE;
      name = undefined;
    }
  }
  return { parts, height: Math.ceil(top - 0.5 * LINE + MARGIN) };
}

function drawName(context: SKRSContext2D, name: string, top: number): void {
  context.textBaseline = 'alphabetic';
  context.fillStyle = PALETTE.faint;
  context.font = font(FONT_SIZE, true);
  context.fillText(shortened(context, name, COLUMN), MARGIN, top - LINE * 1.5 + FONT_SIZE);
  context.fillStyle = PALETTE.rule;
  context.fillRect(MARGIN, top - LINE * 0.5, COLUMN, 1);
}

function drawPassage(context: SKRSContext2D, { passage, flow: set, name, top }: Part): void {
  if (name !== undefined) drawName(context, name, top);
  const { text, differences } = passage;
  const y = (line: number) => top + line * LINE + FONT_SIZE;
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
        context.fillText(piece.text.slice(from - piece.start, to - piece.start), MARGIN + box.x, y(box.line));
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
      context.fillRect(MARGIN + box.x, y(box.line) + 3, box.width, 2);
    }
  }
  context.direction = 'ltr';
}

/** Tints each run that outlets share in one colour. */
function drawShared(
  context: SKRSContext2D,
  shared: PictureOfStatement['shared'],
  parts: readonly Part[],
): void {
  context.font = font(FONT_SIZE);
  // What more outlets share is painted over what fewer do, so that it has one colour in all of them.
  const outlets = (run: PictureOfStatement['shared'][number]) => run.filter((span) => span !== null).length;
  const runs = shared.toSorted((a, b) => outlets(a) - outlets(b));
  for (const [number, run] of runs.entries()) {
    context.fillStyle = PALETTE.tints[number % PALETTE.tints.length] ?? PALETTE.rule;
    for (const { at, flow: set, top } of parts) {
      const span = run[at];
      for (const box of span ? boxesOf(context, set, span.start, span.end) : []) {
        context.fillRect(MARGIN + box.x - 2, top + box.line * LINE - 2, box.width + 4, LINE - 2);
      }
    }
  }
}

function shortened(context: SKRSContext2D, text: string, width: number): string {
  let shown = text;
  while (shown.length > 1 && context.measureText(shown).width > width)
    shown = shorten(text, shown.length - 1);
  return shown;
}
