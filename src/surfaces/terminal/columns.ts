import { cite, placeLine } from '../../reply/citation.js';
import { marked } from '../../reply/in-rows.js';
import type { Quoted } from '../../reply/reply.js';
import { directionEnds } from '../../text/direction.js';
import type { Span } from '../../text/span.js';
import { withoutControls } from '../../text/typed.js';
import { placesOf, rowsOf } from './rows.js';

/** Narrower columns are harder to read than passages one below the other: some six words of English. */
const MIN_WIDTH = 36;
const BETWEEN = ' │ ';

/** Sets off what differs between outlets: by colour, or by signs around it. */
export interface ColumnMark {
  readonly mark: (text: string) => string;
  /** Signs of one place each, or nothing. */
  readonly open: string;
  readonly close: string;
}

/**
 * Excerpts as columns of a window `width` places wide, as many beside each other as it has room for, the others
 * below; undefined where there is no room for two. Only a word that is wider than a column is cut.
 */
export function columns(quoted: readonly Quoted[], width: number, mark: ColumnMark): string | undefined {
  const room = Math.floor((width + BETWEEN.length) / (MIN_WIDTH + BETWEEN.length));
  const count = Math.min(quoted.length, room);
  if (count < 2) return undefined;
  // Five where there is room for four are three and two, which are wider than four and one.
  const beside = Math.ceil(quoted.length / Math.ceil(quoted.length / count));
  const each = Math.floor((width - BETWEEN.length * (beside - 1)) / beside);
  const bands: string[] = [];
  for (let from = 0; from < quoted.length; from += beside) {
    bands.push(band(quoted.slice(from, from + beside), each, mark));
  }
  return bands.join('\n\n');
}

function band(quoted: readonly Quoted[], each: number, mark: ColumnMark): string {
  const all = quoted.map((one) => column(one, each, mark));
  const height = Math.max(...all.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, row) =>
    all
      .map((lines) => {
        const { text, places } = lines[row] ?? { text: '', places: 0 };
        return text + ' '.repeat(Math.max(0, each - places));
      })
      .join(BETWEEN)
      .trimEnd(),
  );
  return rows.join('\n');
}

/** A row of a column: what is written, and how many places it takes. */
interface Row {
  readonly text: string;
  readonly places: number;
}

function column(quoted: Quoted, width: number, mark: ColumnMark): Row[] {
  const { excerpt } = quoted;
  const plain = (text: string) => rowsIn(flowing(text), width);
  const { text, marks } = withSigns(quoted, mark);
  const nothing = { text: '', places: 0 };
  return [
    ...plain(excerpt.document.teller),
    nothing,
    ...rowsIn(text, width, { marks, mark: mark.mark }),
    ...plain(placeLine(cite(excerpt))),
  ];
}

/** A text as it fills a column: its line ends and tabs are blanks like others. As long as it was. */
function flowing(text: string): string {
  return withoutControls(text).replace(/[\r\n\t]/g, ' ');
}

/** The excerpt's text with signs around what is marked, and where that is then. */
function withSigns({ excerpt, marks = [] }: Quoted, { open, close }: ColumnMark) {
  const flow = flowing(excerpt.text);
  let [text, at] = ['', 0];
  const places: Span[] = [];
  for (const mark of marks) {
    const [from, to] = [Math.max(at, mark.start - excerpt.start), mark.end - excerpt.start];
    if (from >= to) continue;
    text += flow.slice(at, from) + open;
    places.push({ start: text.length, end: text.length + to - from });
    text += flow.slice(from, to) + close;
    at = to;
  }
  return { text: text + flow.slice(at), marks: places };
}

function rowsIn(
  text: string,
  width: number,
  { marks, mark }: { marks: readonly Span[]; mark: (text: string) => string } = { marks: [], mark: same },
): Row[] {
  return rowsOf(text, width, { hard: true }).map((row) => ({
    // What one column begins must not turn the one beside it.
    text: marked(text, row, marks, mark) + directionEnds(text.slice(row.start, row.end)),
    places: placesOf(text.slice(row.start, row.end)),
  }));
}

function same(text: string): string {
  return text;
}
