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
export const FRAGMENT = 11;

/** Readability’s time grows with the cube of the depth: a thousand elements in each other take it a minute. Browsers stop at 512. */
const DEEPEST = 256;
/** Elements and stretches of text together: a page of news has some thousands of them, and a long novel less than this. */
const MOST_NODES = 100_000;

/** A page that is nested deeper, or has more in it, than is read. */
export class MarkupBoundsError extends Error {
  override readonly name = 'MarkupBoundsError';
}

/**
 * Parses a page, or a piece of one. No script of it runs and nothing that it names is fetched.
 * @throws MarkupBoundsError where it is nested too deeply, or has too much in it.
 */
export function parseMarkup(html: string): { document: MarkupDocument; body: MarkupElement } {
  // The parser's own time grows with the square of what is open.
  if (tagsIn(html) > MOST_NODES) throw new MarkupBoundsError('Too many tags');
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

function tagsIn(html: string): number {
  let tags = 0;
  for (const _ of html.matchAll(/<[a-z]/gi)) tags++;
  return tags;
}

function checkBounds(document: MarkupNode): void {
  const open: [node: MarkupNode, depth: number][] = [[document, 0]];
  let nodes = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > DEEPEST || ++nodes > MOST_NODES) throw new MarkupBoundsError('Too much of a page');
    if (node.nodeType === TEXT) continue;
    for (const child of node.childNodes) open.push([child, depth + 1]);
  }
}
