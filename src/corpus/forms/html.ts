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
import { shownSpace, textUnder } from './markup-text.js';

/** What took the text out of a page; the number behind the sign is that of our own rules. */
export const HTML_EXTRACTOR = { extractor: '@mozilla/readability', version: '0.6.0+1' } as const;

/** What stands around the text of a page that Readability takes for no article. */
const AROUND: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'form', 'menu', 'dialog']);
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
  const stated = { dates: dateIn(document), address: addressIn(document) };
  const plain = textUnder(body, AROUND);
  const article = new Readability<MarkupNode>(document as never, {
    serializer: (node) => node as unknown as MarkupNode,
  }).parse();
  const suggestions = suggestionsOf(article, stated);
  const text = article?.content ? textUnder(article.content) : '';
  if (text === '') return { text: plain, suggestions };
  const title = onOneLine(article?.title ?? '');
  const headline = headlines.find((one) => one !== '' && title.startsWith(one));
  const [first = ''] = text.split('\n', 1);
  return {
    text: headline === undefined || first === headline ? text : `${headline}\n\n${text}`,
    suggestions,
  };
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
  const [, name] = /<meta[^>]{1,500}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ?? [];
  return name !== undefined && isEncoding(name) ? name : undefined;
}
