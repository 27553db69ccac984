import { ELEMENT, FRAGMENT, type MarkupNode, TEXT } from './markup-node.js';

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
/** What is struck out, which nobody says any more, and how characters are read, which stands above them. */
const BESIDE = new Set('del s strike rp rt rtc'.split(' '));
/** What stands in place of a formula that cannot be written in a line: the sign of Unicode for an object in a text. */
export const OBJECT = '\uFFFC';
/** The mark that parts lines until white space is joined; no text has it, since it is a control. */
const LINE = '\u0001';
const CJK = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFFEF]/u;
/** The first or a later declaration of a style: others end in the same words, such as `backface-visibility`. */
const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse))\s*(?:;|!|$)/i;
/** The marks that browsers put around `<q>`, and around one inside another, by the style sheet of the HTML standard. */
const QUOTES = [
  ['“', '”'],
  ['‘', '’'],
] as const;

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
  #quotes = 0;

  constructor(private readonly without: ReadonlySet<string>) {}

  read(node: MarkupNode): void {
    if (node.nodeType === TEXT) this.#open.push((node.textContent ?? '').replaceAll(LINE, ''));
    if (node.nodeType !== ELEMENT) {
      if (node.nodeType !== TEXT) for (const child of node.childNodes) this.read(child);
      return;
    }
    const name = node.localName ?? '';
    if (UNREAD.has(name) || BESIDE.has(name) || this.without.has(name) || isHidden(node)) return;
    if (name === 'br') this.#open.push(LINE);
    else if (name === 'q') this.#readQuoted(node);
    else if (name === 'sup' && isShort(node)) this.#open.push(raised(node));
    else if (name === 'math') this.#open.push(formula(node));
    else if (!BLOCKS.has(name)) for (const child of node.childNodes) this.read(child);
    else this.#readBlock(node, name);
  }

  /** The paragraphs so far. */
  done(): string {
    this.#close();
    return this.#paragraphs.join('\n\n');
  }

  #readQuoted(node: MarkupNode): void {
    const [opening, closing] = QUOTES[this.#quotes % QUOTES.length] ?? QUOTES[0];
    this.#open.push(opening);
    this.#quotes++;
    for (const child of node.childNodes) this.read(child);
    this.#quotes--;
    this.#open.push(closing);
  }

  #readBlock(node: MarkupNode, name: string): void {
    this.#close();
    if (name === 'pre') this.#add(trimmedLines(preformatted(node).split(/\r?\n/)));
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

/** The text under a node with its white space as it stands. */
function preformatted(node: MarkupNode): string {
  if (node.nodeType === TEXT) return node.textContent ?? '';
  const name = node.localName ?? '';
  if (name === 'br') return '\n';
  if (UNREAD.has(name) || BESIDE.has(name) || isHidden(node)) return '';
  return [...node.childNodes].map(preformatted).join('');
}

/** Elements of MathML whose parts stand above, below or around each other: in one line they would say something else. */
const BUILT = new Set(
  'mfrac msup msub msubsup mroot msqrt munder mover munderover mtable mmultiscripts menclose'.split(' '),
);
/** What formulas say of themselves in other notations. */
const ANNOTATIONS = new Set(['annotation', 'annotation-xml']);

/** A formula as it stands in a line; the sign of an object where it cannot. */
function formula(node: MarkupNode): string {
  const parts = elementsIn(node).filter(({ localName = '' }) => !ANNOTATIONS.has(localName));
  if (BUILT.has(node.localName ?? '')) return OBJECT;
  if (parts.length === 0) return node.textContent ?? '';
  const texts = parts.map(formula);
  return texts.includes(OBJECT) ? OBJECT : texts.join('');
}

function trimmedLines(lines: readonly string[]): string {
  const isText = (line: string) => line.trim() !== '';
  return lines
    .slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1)
    .map((line) => line.trimEnd())
    .join('\n');
}

const RAISED = new Map(
  Array.from('0123456789+-−()', (sign, at) => [sign, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾')[at] ?? sign]),
);
/** What stands between characters that can be raised: the commas of several notes. */
const RAISED_ONLY = /^[\d+\-−(),\s]+$/;

/**
 * What is raised, in characters that are: beside a number, others would make another number of it. The mark of a note,
 * which leads to it, is no part of the text; letters stand as in `1st`.
 */
function raised(node: MarkupNode): string {
  if (leadsToNote(node)) return '';
  const text = textUnder({ nodeType: FRAGMENT, childNodes: node.childNodes, textContent: null });
  return RAISED_ONLY.test(text) ? Array.from(text, (sign) => RAISED.get(sign) ?? sign).join('') : text;
}

/** Raised numbers and the marks of notes are shorter, in UTF-16 code units; it bounds the work on what is raised within itself. */
const LONGEST_RAISED = 60;
const isShort = ({ textContent }: MarkupNode) => (textContent?.length ?? 0) <= LONGEST_RAISED;

/** True if all of an element is links to a place on the same page, as the marks of notes are. */
function leadsToNote(node: MarkupNode): boolean {
  const parts = [...node.childNodes].filter(({ textContent }) => /[^\s,]/.test(textContent ?? ''));
  return (
    parts.length > 0 &&
    parts.every(
      (part) =>
        (part.localName === 'a' && part.getAttribute?.('href')?.startsWith('#')) ||
        (part.nodeType === ELEMENT && leadsToNote(part)),
    )
  );
}

/** True if an element says of itself that nobody sees it. */
export function isHidden(node: MarkupNode): boolean {
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
