/** A stretch of text on a page, as PDF.js has it. */
export interface PdfItem {
  readonly str: string;
  /** A matrix, whose last two numbers are the place from the left and from the foot of the page, in points. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Lines further apart than so many times their usual distance are of two paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** A line that is so many heights lower than the one before is another, where nothing says that one ended. */
const OTHER_LINE = 0.5;
/** Letters that are larger or smaller by so much of the larger are of a heading. */
const OTHER_SIZE = 0.2;
/** Room between stretches of one line, in heights, that is a space: a quarter of an em is the usual one. */
const SPACE = 0.15;

interface Line {
  text: string;
  readonly y: number;
  /** Where it ends, from the left. */
  end: number;
  height: number;
}

/** The text of pages: a line of a page is a line, and blank lines part paragraphs. */
export function textOfPages(pages: readonly (readonly PdfItem[])[]): string {
  const lines = pages.map((items) => linesOf(items).filter(({ text }) => text.trim() !== ''));
  const usual = lowerQuartile(lines.flatMap(gapsIn).filter((gap) => gap > 0));
  return lines
    .map((page) => textOfPage(page, usual))
    .filter((text) => text !== '')
    .reduce((text, page) => {
      // A sentence that goes on over the end of a page goes on on the next line.
      const goesOn = /[\p{Ll},;-]$/u.test(text) && /^\p{Ll}/u.test(page);
      return text === '' ? page : `${text}${goesOn ? '\n' : '\n\n'}${page}`;
    }, '');
}

/** How far each line but the first is below the one before it. */
function gapsIn(lines: readonly Line[]): number[] {
  return lines.slice(1).map(({ y }, at) => (lines[at]?.y ?? y) - y);
}

/** Lines are of two paragraphs where they are far apart, in two columns, or of two sizes; `usual` is their usual gap. */
function textOfPage(lines: readonly Line[], usual: number): string {
  const gaps = gapsIn(lines);
  return lines
    .map(({ text, height }, at) => {
      const before = lines[at - 1];
      if (!before) return text.trim();
      const gap = gaps[at - 1] ?? 0;
      const isOtherSize = Math.abs(height - before.height) > OTHER_SIZE * Math.max(height, before.height);
      const parts = gap <= 0 || gap > usual * PARAGRAPH_GAP || isOtherSize;
      return `${parts ? '\n\n' : '\n'}${text.trim()}`;
    })
    .join('');
}

function linesOf(items: readonly PdfItem[]): Line[] {
  const lines: Line[] = [];
  let ended = true;
  for (const { str, transform, width, height, hasEOL } of items) {
    const [x = 0, y = 0] = transform.slice(4);
    const open = lines.at(-1);
    const isOther = !open || ended || (str !== '' && Math.abs(open.y - y) > Math.max(height, 1) * OTHER_LINE);
    if (isOther && str !== '') lines.push({ text: str, y, end: x + width, height });
    else if (open && !isOther) {
      const hasRoom = x - open.end > height * SPACE && !/\s$/.test(open.text) && !/^\s/.test(str);
      open.text += hasRoom && str !== '' ? ` ${str}` : str;
      open.end = x + width;
      open.height = Math.max(open.height, height);
    }
    if (str !== '' || hasEOL) ended = hasEOL;
  }
  return lines;
}

/** Most gaps are between the lines of a paragraph; but where paragraphs are short, not more than half of them. */
function lowerQuartile(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 4)] ?? 0;
}
