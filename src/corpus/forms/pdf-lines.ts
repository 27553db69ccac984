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
/** Room between stretches of one line, in heights, that is a space: a quarter of an em is the usual one. */
const SPACE = 0.15;

interface Line {
  text: string;
  readonly y: number;
  /** Where it ends, from the left. */
  end: number;
  height: number;
}

/** The lines of a page, as text; those of two paragraphs are parted by a blank line. */
export function pageLines(items: readonly PdfItem[]): string {
  const lines = linesOf(items).filter(({ text }) => text.trim() !== '');
  const gaps = lines.slice(1).map(({ y }, at) => (lines[at]?.y ?? y) - y);
  const usual = median(gaps.filter((gap) => gap > 0));
  return lines
    .map(({ text, height }, at) => {
      const before = lines[at - 1];
      const gap = gaps[at - 1] ?? 0;
      // A gap upwards is another column; a heading is of another height.
      const parts =
        before !== undefined &&
        (gap <= 0 ||
          gap > usual * PARAGRAPH_GAP ||
          Math.abs(height - before.height) > height * (1 - SPACE) * 0.25);
      return `${at === 0 ? '' : parts ? '\n\n' : '\n'}${text.trim()}`;
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

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
