import { Readability } from '@mozilla/readability';
import { messages } from '../../messages/index.js';
import { charactersOf } from './characters.js';
import { isEncoding } from './encodings.js';
import type { Extraction, ToExtract } from './extracted.js';
import { dateIn, suggestionsOf } from './html-suggestions.js';
import {
  MarkupBoundsError,
  type MarkupDocument,
  type MarkupElement,
  type MarkupNode,
  parseMarkup,
} from './markup-node.js';
import { isHidden, shownSpace, textUnder } from './markup-text.js';

/** What took the text out of a page; the number behind the sign is that of our own rules. */
export const HTML_EXTRACTOR = { extractor: '@mozilla/readability', version: '0.6.0+2' } as const;

/** What is never of a page's text, and what besides stands around it where no element says which is the main part. */
const NEVER: ReadonlySet<string> = new Set(['nav', 'menu', 'form', 'dialog']);
const AROUND: ReadonlySet<string> = new Set([...NEVER, 'header', 'footer', 'aside']);
/** Of less text Readability makes no article but takes the whole page; the number is its own, in UTF-16 code units. */
const SHORTEST_ARTICLE = 500;
/** How far into a file its encoding may be named, in bytes, by the HTML standard ("prescan a byte stream"). */
const PRESCAN = 1024;

/** The article of a page, by paragraphs, under its headline; without scripts, navigation and what else stands around it. */
export function htmlText({ bytes, encoding }: ToExtract): Extraction {
  const characters = charactersOf(bytes, { stated: encoding, named: encodingNamed(bytes) });
  if ('faults' in characters) return characters;
  try {
    const { document, body } = parseMarkup(characters.text);
    const { text, suggestions } = articleOf(document, body);
    if (text.trim() === '') return { faults: [{ line: 1, ...messages.forms.noTextInPage }] };
    return { ...HTML_EXTRACTOR, text, suggestions, guessed: characters.guessed };
  } catch (error) {
    if (!(error instanceof MarkupBoundsError)) throw error;
    return { faults: [{ line: 1, ...messages.forms.tooMuchMarkup }] };
  }
}

function articleOf(document: MarkupDocument, body: MarkupElement) {
  // Readability changes what it reads, so the rest is read before.
  const headlines = [...document.querySelectorAll('h1')].map((heading) => onOneLine(textUnder(heading)));
  const stated = { date: dateIn(document), address: addressIn(document) };
  const main = document.querySelector('main') ?? document.querySelector('article');
  const plain = (main && textUnder(main, NEVER)) || textUnder(body, AROUND);
  removeHidden(document);
  const article = new Readability<MarkupNode>(document as never, {
    charThreshold: SHORTEST_ARTICLE,
    serializer: (node) => node as unknown as MarkupNode,
  }).parse();
  const found = article?.content ? textUnder(article.content, NEVER) : '';
  const text = found.length < SHORTEST_ARTICLE ? plain : found;
  const title = onOneLine(article?.title ?? '');
  const headline = headlines.find((one) => one !== '' && title.startsWith(one));
  const isMissing = headline !== undefined && text !== '' && !text.split('\n\n').includes(headline);
  return { text: isMissing ? `${headline}\n\n${text}` : text, suggestions: suggestionsOf(article, stated) };
}

/** Takes away what nobody sees: Readability knows but some ways to hide it, and removes the styles that say so. */
function removeHidden(document: MarkupDocument): void {
  for (const element of [...document.querySelectorAll('[hidden], [aria-hidden], [style]')])
    if (element.localName !== 'body' && isHidden(element)) element.remove();
}

function addressIn(document: MarkupDocument): string | undefined {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return canonical ?? document.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? undefined;
}

function onOneLine(text: string): string {
  return shownSpace(text).trim();
}

/** The encoding that a page names in its head. */
function encodingNamed(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  const [, name] = /<meta[^>]{1,500}?charset\s*=\s*["']?([\w:.-]+)/i.exec(head) ?? [];
  return name !== undefined && isEncoding(name) ? name : undefined;
}
