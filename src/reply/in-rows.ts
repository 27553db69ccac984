import { directionEnds } from '../text/direction.js';
import type { Span } from '../text/span.js';
import { withoutControls } from '../text/typed.js';

/** A window that text is laid out in, such as a terminal's. */
export interface Window {
  /** How many places a row has. */
  readonly width: number;
  /** The rows of `text` where each has `width` places, in order; only white space stands between them. */
  rows(text: string, width: number): readonly Span[];
}

/** How rows are shown. */
export interface Rows {
  /** Undefined where text goes that has no width, such as to a file: then its own lines are its rows. */
  readonly window: Window | undefined;
  /** What the first row begins with, and what the others do; nothing unless said. */
  readonly first?: string;
  readonly others?: string;
  /** A row as it is shown; unless said, its characters. */
  readonly shown?: (row: Span, text: string) => string;
}

/**
 * A text in rows, parted by line breaks. No control character of it is left but tabs and the ends of lines, and behind it, in a
 * window behind each row, ends whatever direction of writing was begun there.
 */
export function inRows(text: string, { window, first = '', others = '', shown = slice }: Rows): string {
  const safe = withoutControls(text);
  const room = (window?.width ?? 0) - Math.max(first.length, others.length);
  const rows = window ? window.rows(safe, room) : linesOf(safe);
  const line = (row: Span, at: number) => {
    // A text that is not broken is left in one piece, to be copied: the end of its last line alone is ours.
    const isOurs = window !== undefined || at === rows.length - 1;
    const ends = isOurs ? directionEnds(slice(row, safe)) : '';
    return (at === 0 ? first : others) + shown(row, safe) + ends;
  };
  return rows.map(line).join('\n');
}

/** Our own words in rows: what a line is indented by, those that it goes on in are too, and by two places more. */
export function ownWords(text: string, window: Window | undefined): string {
  return text
    .split('\n')
    .map((line) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      const others = indent === '' ? '' : `${indent}  `;
      return inRows(line.slice(indent.length), { window, first: indent, others });
    })
    .join('\n');
}

/** What stands in `row` of a text, with what is marked of it as `mark` shows it. `marks` are in order and apart. */
export function marked(
  text: string,
  row: Span,
  marks: readonly Span[],
  mark: (text: string) => string,
): string {
  let shown = '';
  let at = row.start;
  for (const span of marks) {
    const [start, end] = [Math.max(at, span.start), Math.min(row.end, span.end)];
    if (start >= end) continue;
    shown += text.slice(at, start) + mark(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at, row.end);
}

function slice({ start, end }: Span, text: string): string {
  return text.slice(start, end);
}

/** Where the lines of a text stand, their ends left out. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
