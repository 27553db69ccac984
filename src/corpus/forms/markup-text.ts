import { ELEMENT, type MarkupNode, TEXT } from './markup-node.js';

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements of which a reader sees nothing, or nothing that is of the text. */
const UNREAD = new Set(
  'audio button canvas datalist head iframe input noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
/** The mark that parts lines until white space is joined; no text has it, since it is a control. */
const LINE = '\u0001';
const CJK = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFFEF]/u;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** The text under a node as a reader sees it: paragraphs that blank lines part; nothing of elements named in `without`. */
export function textUnder(node: MarkupNode, without: ReadonlySet<string> = new Set()): string {
  const writer = new ParagraphWriter(without);
  writer.read(node);
  return writer.done();
}

/**
 * White space as it is shown: one space, and none at a line end between characters of Chinese and Japanese, as in
 * CSS Text 4, "segment break transformation".
 */
export function shownSpace(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, (space, at: number) =>
    space.includes('\n') && CJK.test(text.charAt(at - 1)) && CJK.test(text.charAt(at + space.length))
      ? ''
      : ' ',
  );
}

/** Gathers paragraphs, one after the other. */
class ParagraphWriter {
  readonly #paragraphs: string[] = [];
  #open: string[] = [];

  constructor(private readonly without: ReadonlySet<string>) {}

  read(node: MarkupNode): void {
    if (node.nodeType === TEXT) this.#open.push((node.textContent ?? '').replaceAll(LINE, ''));
    if (node.nodeType !== ELEMENT) {
      if (node.nodeType !== TEXT) for (const child of node.childNodes) this.read(child);
      return;
    }
    const name = node.localName ?? '';
    if (UNREAD.has(name) || this.without.has(name) || isHidden(node)) return;
    if (name === 'br') this.#open.push(LINE);
    else if (!BLOCKS.has(name)) for (const child of node.childNodes) this.read(child);
    else this.#readBlock(node, name);
  }

  /** The paragraphs so far. */
  done(): string {
    this.#close();
    return this.#paragraphs.join('\n\n');
  }

  #readBlock(node: MarkupNode, name: string): void {
    this.#close();
    if (name === 'pre') this.#add(trimmedLines((node.textContent ?? '').split(/\r?\n/)));
    else if (name === 'tr' && hasPlainCells(node)) this.#add(cellsOf(node, this.without));
    else for (const child of node.childNodes) this.read(child);
    this.#close();
  }

  #close(): void {
    const lines = this.#open.join('').split(LINE).map(shownSpace);
    this.#open = [];
    this.#add(trimmedLines(lines.map((line) => line.trim())));
  }

  #add(paragraph: string): void {
    if (paragraph.trim() !== '') this.#paragraphs.push(paragraph);
  }
}

function trimmedLines(lines: readonly string[]): string {
  const isText = (line: string) => line.trim() !== '';
  return lines
    .slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1)
    .map((line) => line.trimEnd())
    .join('\n');
}

function isHidden(node: MarkupNode): boolean {
  const stated = (name: string) => node.getAttribute?.(name) ?? null;
  return (
    stated('hidden') !== null || stated('aria-hidden') === 'true' || HIDDEN_STYLE.test(stated('style') ?? '')
  );
}

const elementsIn = (node: MarkupNode) => [...node.childNodes].filter(({ nodeType }) => nodeType === ELEMENT);

/** True for a row of data; what is laid out in a table has blocks in its cells. */
function hasPlainCells(row: MarkupNode): boolean {
  const hasBlock = (node: MarkupNode): boolean =>
    elementsIn(node).some((child) => BLOCKS.has(child.localName ?? '') || hasBlock(child));
  return elementsIn(row).every((cell) => !hasBlock(cell));
}

/** The cells of a row, parted by tabs, as one line. */
function cellsOf(row: MarkupNode, without: ReadonlySet<string>): string {
  return elementsIn(row)
    .map((cell) => textUnder(cell, without).replace(/\s+/g, ' '))
    .filter((text) => text !== '')
    .join('\t');
}
