import { cite, placeLine } from '../../reply/citation.js';
import type { Quoted } from '../../reply/reply.js';

/** Narrower columns are harder to read than passages one below the other. */
const MIN_WIDTH = 36;
const MAX_COLUMNS = 4;
const BETWEEN = ' │ ';

/** How a line of a column looks: what is written, and how many places it takes. */
interface Line {
  readonly text: string;
  readonly width: number;
}

/** Sets off what differs between outlets: by colour, or by signs around it. */
export interface ColumnMark {
  readonly mark: (text: string) => string;
  /** Signs of one place each, or nothing. */
  readonly open: string;
  readonly close: string;
}

/**
 * Excerpts as columns of a window `width` places wide; undefined where there are too many or it is too narrow.
 * Words are wrapped and never cut, but for those that are longer than a column.
 */
export function columns(quoted: readonly Quoted[], width: number, mark: ColumnMark): string | undefined {
  const count = quoted.length;
  const each = Math.floor((width - BETWEEN.length * (count - 1)) / count);
  if (count < 2 || count > MAX_COLUMNS || each < MIN_WIDTH) return undefined;
  const all = quoted.map((one) => terminalColumn(one, each, mark));
  const height = Math.max(...all.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, row) =>
    all
      .map((lines) => {
        const { text, width: taken } = lines[row] ?? { text: '', width: 0 };
        return text + ' '.repeat(Math.max(0, each - taken));
      })
      .join(BETWEEN)
      .trimEnd(),
  );
  return rows.join('\n');
}

function terminalColumn({ excerpt, marks = [] }: Quoted, width: number, mark: ColumnMark): Line[] {
  const name = excerpt.document.teller;
  const plain = (text: string) =>
    wrap(
      [...text.matchAll(/\S+/g)].map(([word]) => whole(word)),
      width,
    );
  const words = [...excerpt.text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const start = excerpt.start + index;
    return markedWord(word, start, marks, mark);
  });
  const nothing = { text: '', width: 0 };
  return [...plain(name), nothing, ...wrap(words, width, mark), ...plain(placeLine(cite(excerpt)))];
}

/** A word with what is marked of it set off. */
function markedWord(
  word: string,
  start: number,
  marks: NonNullable<Quoted['marks']>,
  { mark, open, close }: ColumnMark,
): Line {
  let [text, signs, at] = ['', 0, 0];
  for (const span of marks) {
    const [from, to] = [Math.max(at, span.start - start), Math.min(word.length, span.end - start)];
    if (from >= to) continue;
    text += word.slice(at, from) + open + mark(word.slice(from, to)) + close;
    signs += open.length + close.length;
    at = to;
  }
  return { text: text + word.slice(at), width: displayWidth(word) + signs };
}

function whole(word: string): Line {
  return { text: word, width: displayWidth(word) };
}

function wrap(words: readonly Line[], width: number, signs?: ColumnMark): Line[] {
  const { open = '', close = '' } = signs ?? {};
  const lines: { text: string; width: number }[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last && last.width + 1 + word.width <= width) {
      // One pair of signs around marked words that follow each other on a line.
      const goesOn = open !== '' && last.text.endsWith(close) && word.text.startsWith(open);
      last.text = goesOn
        ? `${last.text.slice(0, -close.length)} ${word.text.slice(open.length)}`
        : `${last.text} ${word.text}`;
      last.width += 1 + word.width - (goesOn ? open.length + close.length : 0);
    } else lines.push({ ...word });
  }
  return lines;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;
const NO_WIDTH = /^[\p{M}\p{Cf}]$/u;

/** How many places a text takes in a terminal: East Asian characters take two. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1),
    0,
  );
}
