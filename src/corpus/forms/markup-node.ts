import { parseHTML } from 'linkedom';

/** As much of the DOM as is read here; its types are those of browsers, which the project does without. */
export interface MarkupNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<MarkupNode>;
  readonly textContent: string | null;
  /** An element's name in small letters. */
  readonly localName?: string;
  getAttribute?(name: string): string | null;
}

/** A page that was parsed. */
export interface MarkupDocument extends MarkupNode {
  readonly documentElement: MarkupElement | null;
  createElement(name: string): MarkupElement;
  querySelector(selectors: string): MarkupElement | null;
  querySelectorAll(selectors: string): Iterable<MarkupElement>;
}

/** An element of a page. */
export interface MarkupElement extends MarkupNode {
  readonly localName: string;
  readonly children: Iterable<MarkupElement>;
  getAttribute(name: string): string | null;
  append(...nodes: MarkupNode[]): void;
  remove(): void;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** Readability’s time grows with the cube of the depth: a thousand elements in each other take it a minute. Browsers stop at 512. */
const DEEPEST = 256;
/** A page of news has some thousands; a novel of 5 MiB has fewer paragraphs than this. */
const MOST_ELEMENTS = 50_000;

/** A page that is nested deeper, or has more elements, than is read. */
export class MarkupBoundsError extends Error {
  override readonly name = 'MarkupBoundsError';
}

/**
 * Parses a page, or a piece of one. No script of it runs and nothing that it names is fetched.
 * @throws MarkupBoundsError where it is nested too deeply, or has too many elements.
 */
export function parseMarkup(html: string): { document: MarkupDocument; body: MarkupElement } {
  let document = parsed(html);
  // The parser takes whatever element comes first for the whole.
  if (document.documentElement?.localName !== 'html') document = parsed(`<html><body>${html}</body></html>`);
  checkBounds(document);
  const root = document.documentElement;
  if (!root) throw new MarkupBoundsError('A page without an element');
  const known = [...root.children].find(({ localName }) => localName === 'body');
  if (known) return { document, body: known };
  const body = document.createElement('body');
  const inBody = [...root.childNodes].filter(({ localName }) => localName !== 'head');
  body.append(...inBody);
  root.append(body);
  return { document, body };
}

function parsed(html: string): MarkupDocument {
  return parseHTML(html).document as unknown as MarkupDocument;
}

function checkBounds(document: MarkupNode): void {
  const open: [node: MarkupNode, depth: number][] = [[document, 0]];
  let elements = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (node.nodeType === TEXT) continue;
    if (depth > DEEPEST || ++elements > MOST_ELEMENTS) throw new MarkupBoundsError('Too much of a page');
    for (const child of node.childNodes) open.push([child, depth + 1]);
  }
}
