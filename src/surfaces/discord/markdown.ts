import type { Span } from '../../text/span.js';

// Every character that opens or closes a form of Discord's markdown, a mention or a timestamp.
const SYNTAX = /[\\`*_~|[\]<>@]/g;
// A colon with anything right behind it may be that of an address, by whatever scheme (`https://`, `steam://`, `mailto:`),
// or begin the name of an emoji (`:smile:`), which would be linked or become a picture; a backslash before it is not shown.
const COLON = /:(?=\S)/g;
// A list, heading, small print or numbered list is one only at the start of a line.
const LINE_START = /^[^\S\n\r\u2028\u2029]*(?:(?=[-+#])|\d+(?=[.)]))/gm;

/** The offsets of `text` before which a backslash must stand for Discord to show the text as it is. */
function escapePlaces(text: string): Set<number> {
  const places = new Set<number>();
  for (const pattern of [SYNTAX, COLON]) {
    for (const { index } of text.matchAll(pattern)) places.add(index);
  }
  for (const match of text.matchAll(LINE_START)) places.add(match.index + match[0].length);
  return places;
}

/**
 * `text` in Discord's markdown, such that what is shown is `text`, character for character, and nothing in it
 * is formatted, linked, mentioned, counted down or drawn as an emoji by its name.
 *
 * @example escapeMarkdown('2 * 3 @here') // '2 \\* 3 \\@here'
 */
export function escapeMarkdown(text: string): string {
  const places = escapePlaces(text);
  let escaped = '';
  let at = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    escaped += `${text.slice(at, place)}\\`;
    at = place;
  }
  return escaped + text.slice(at);
}

/** How many characters `quoteMarkdown` adds at most for one mark on one line. */
const MARK_COST = 4;
const QUOTE = '> ';

/** `text` as a block quote, `marks` (offsets into it, in order and apart) in bold; nothing else is added. */
export function quoteMarkdown(text: string, marks: readonly Span[] = []): string {
  return QUOTE + markedMarkdown(text, marks, QUOTE);
}

/** `text` as it stands, `marks` in bold, each further line after `prefix`. */
export function markedMarkdown(text: string, marks: readonly Span[], prefix = ''): string {
  const places = escapePlaces(text);
  const bold = boldPlaces(text, marks);
  let markdown = '';
  for (let at = 0; at <= text.length; at++) {
    if (bold.has(at)) markdown += '**';
    if (places.has(at)) markdown += '\\';
    const character = text.charAt(at);
    markdown += character === '\n' ? `\n${prefix}` : character;
  }
  return markdown;
}

/** Where bold begins or ends: a mark line by line, since bold does not outlast a line of a block quote. */
function boldPlaces(text: string, marks: readonly Span[]): Set<number> {
  const places = new Set<number>();
  for (const { start, end } of marks) {
    for (const { 0: run, index } of text.slice(start, end).matchAll(/\S(?:[^\n]*\S)?/g)) {
      // Two marks that touch are one stretch of bold: four stars in a row would not be read as an end and a beginning.
      if (!places.delete(start + index)) places.add(start + index);
      places.add(start + index + run.length);
    }
  }
  return places;
}

/**
 * The most of `text` from `start` on, as an end offset, whose block quote has at most `budget` characters;
 * all of it where it fits.
 */
export function fittingEnd(text: string, marks: readonly Span[], start: number, budget: number): number {
  const places = escapePlaces(text.slice(start, start + budget));
  const ends = new Set(marks.map(({ end }) => end));
  // A text that begins inside a mark, or at a line's start that was none before, costs at most this more.
  let cost = QUOTE.length + MARK_COST + 1;
  for (let at = start; at < text.length; at++) {
    cost += 1 + (places.has(at - start) ? 1 : 0) + (ends.has(at) ? MARK_COST : 0);
    if (text[at] === '\n') cost += QUOTE.length + MARK_COST;
    if (cost > budget) return at;
  }
  return text.length;
}

/** The text that `quoteMarkdown` was given, read back from what it made; undefined where it did not make this. */
export function readBackQuote(markdown: string): string | undefined {
  const unmarked = markdown.replace(/(\\[\s\S])|\*\*/g, '$1');
  const text = unmarked.replace(/^> /gm, '').replace(/\\([\s\S])/g, '$1');
  return quoteMarkdown(text) === unmarked ? text : undefined;
}
