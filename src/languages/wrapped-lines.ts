import { linesOf } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { isCommon } from './terms.js';

/**
 * No prose is wrapped at fewer characters than this, which is half of a terminal's 80 columns; shorter lines are
 * headings, verses or a list.
 */
export const LEAST_WIDTH = 40;

/** A line that goes on with a small letter, behind marks that open or not. */
const SMALL = /^["“‘'«‹([]*\p{Ll}/u;
/** A sentence that has ended, and the marks that close after it. */
const ENDED = /[\p{Sentence_Terminal}…．]["”’'»›)\]」』）】“‘«‹]*$/u;
/** A sentence does not end in a comma, or in a dash. */
const HANGING = /[,;–—،，、；-]$/u;
/** The last word of a line, if no mark follows it. */
const LAST_WORD = /[\p{L}’']{1,16}$/u;
/** No function word is longer, in UTF-16 code units, nor are the marks before a line's first letter. */
const LOOKED_AT = 16;

/**
 * A text, as long as the one given, with a blank for each line break that only wraps: one before a small letter,
 * after a comma or a function word, or where the next word had no room in the widest line of its block. Other line
 * breaks are the ends of headings, of items, or of what was written line by line, and stay.
 */
export function withoutWraps(text: string): string {
  if (!text.includes('\n')) return text;
  const parts: string[] = [];
  let written = 0;
  for (const block of blocksOf(text)) {
    const width = block.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    for (const [at, line] of block.entries()) {
      const next = block[at + 1];
      if (!next || !isWrapped(text, line, next, width)) continue;
      parts.push(text.slice(written, line.end), ' '.repeat(next.start - line.end));
      written = next.start;
    }
  }
  return parts.join('') + text.slice(written);
}

/** True if a line of a text ends as a sentence does. */
export function endsSentence(text: string, line: Span): boolean {
  return ENDED.test(endingOf(text, line));
}

/** True if a line begins with a small letter, and so goes on with what the line before it began. */
export function beginsSmall(text: string, { start, end }: Span): boolean {
  return SMALL.test(text.slice(start, Math.min(end, start + LOOKED_AT)));
}

/** True if a line plainly goes on in the next: that begins small, or this ends in a comma, a dash or a function word. */
export function goesOn(text: string, line: Span, next: Span): boolean {
  if (beginsSmall(text, next)) return true;
  const ending = endingOf(text, line);
  if (ENDED.test(ending)) return false;
  const last = LAST_WORD.exec(ending)?.[0];
  return HANGING.test(ending) || (last !== undefined && isCommon(last));
}

function endingOf(text: string, { start, end }: Span): string {
  return text.slice(Math.max(start, end - LOOKED_AT), end);
}

/** True if a line ends where it does for want of room, or plainly goes on in the next. */
function isWrapped(text: string, line: Span, next: Span, width: number): boolean {
  if (goesOn(text, line, next)) return true;
  if (width < LEAST_WIDTH || endsSentence(text, line)) return false;
  const blank = text.slice(next.start, Math.min(next.end, next.start + width)).search(/\s/);
  const firstWord = blank === -1 ? Math.min(next.end - next.start, width) : blank;
  return line.end - line.start + 1 + firstWord > width;
}

/** The lines of a text in order, those between blank lines together, without the white space around them. */
function* blocksOf(text: string): Generator<readonly Span[]> {
  let block: Span[] = [];
  for (const line of linesOf(text)) {
    if (line.blank > 0) {
      yield block;
      block = [];
    }
    block.push(line);
  }
  yield block;
}
