/** A line of a text that is not blank: UTF-16 code units, without the white space around it. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  /** Where it begins with the white space before it. */
  readonly from: number;
  /** How many lines before it are blank, up to the one before that is not; 0 for the first line of a text. */
  readonly blank: number;
}

/** The lines of a text that are not blank, in order, and where each of its lines begins, blank or not. */
export interface TextLines {
  readonly lines: readonly TextLine[];
  readonly starts: readonly number[];
}

/** The length of a line, in UTF-16 code units. */
export function lengthOf({ start, end }: TextLine): number {
  return end - start;
}

/** Reads the lines of a text, which end with LF or CRLF. */
export function linesOf(text: string): TextLines {
  const starts: number[] = [];
  const lines: TextLine[] = [];
  let blank = 0;
  for (let from = 0; from <= text.length; ) {
    starts.push(from);
    const lineFeed = text.indexOf('\n', from);
    const to = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(from, to);
    const end = from + line.trimEnd().length;
    if (end > from) {
      lines.push({ start: to - line.trimStart().length, end, from, blank: lines.length === 0 ? 0 : blank });
      blank = 0;
    } else blank++;
    from = to + 1;
  }
  return { lines, starts };
}

/** Tells the line, counted from 1, of one offset after another, each not before the last, in one way through a text. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
