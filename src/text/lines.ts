/** A line of a text that is not blank: UTF-16 code units, without the white space around it. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  /** Where it begins with the white space before it. */
  readonly from: number;
  /** How many lines before it are blank, up to the one before that is not; 0 for the first line of a text. */
  readonly blank: number;
}

/** The length of a line, in UTF-16 code units. */
export function lengthOf({ start, end }: TextLine): number {
  return end - start;
}

/** The lines of a text that are not blank, in order; they end with LF or CRLF. */
export function* linesOf(text: string): Generator<TextLine> {
  let blank = 0;
  let isFirst = true;
  for (let from = 0; from <= text.length; ) {
    const lineFeed = text.indexOf('\n', from);
    const to = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(from, to);
    const end = from + line.trimEnd().length;
    if (end > from) {
      yield { start: to - line.trimStart().length, end, from, blank: isFirst ? 0 : blank };
      isFirst = false;
      blank = 0;
    } else blank++;
    from = to + 1;
  }
}

/** Where the lines of a text begin, blank or not, in UTF-16 code units. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
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
