import { encode } from 'html-entities';
import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { messages } from '../../messages/index.js';
import { charactersOf } from './characters.js';
import type { Extraction, ToExtract } from './extracted.js';
import { MarkupBoundsError, parseMarkup } from './markup-node.js';
import { shownSpace, textUnder } from './markup-text.js';

/** What took the text out of Markdown; the number behind the sign is that of our own rules. */
export const MARKDOWN_EXTRACTOR = { extractor: 'mdast-util-from-markdown', version: '2.1.0+2' } as const;

/** YAML between lines of hyphens at the very head, as static sites have it. */
const FRONT_MATTER = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/;

/** A line that opens more than a hundred quotations and lists in each other, for which the parser’s time is not bounded. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){101}/m;

/**
 * The text of Markdown as a reader sees it: no marks, links by their words, pictures by their alternative text. Front
 * matter, which states the source, stands before it as it is.
 */
export function markdownText({ bytes, encoding }: ToExtract): Extraction {
  const characters = charactersOf(bytes, { stated: encoding });
  if ('faults' in characters) return characters;
  if (TOO_DEEP.test(characters.text)) return { faults: [{ line: 1, ...messages.forms.tooMuchMarkup }] };
  const [head = ''] = FRONT_MATTER.exec(characters.text) ?? [];
  const text = readText(characters.text.slice(head.length));
  if (text === undefined) return { faults: [{ line: 1, ...messages.forms.tooMuchMarkup }] };
  if (text.trim() === '') return { faults: [{ line: 1, ...messages.seeds.empty }] };
  const before = head === '' ? '' : `${head.trimEnd()}\n\n`;
  return { ...MARKDOWN_EXTRACTOR, text: before + text, guessed: characters.guessed };
}

/** The text of Markdown without its front matter; undefined where too much HTML stands in one place. */
function readText(markdown: string): string | undefined {
  // What stands between single tildes is as often lowered (`H~2~O`) as struck out.
  const extensions = [gfm({ singleTilde: false })];
  const tree = fromMarkdown(markdown, { extensions, mdastExtensions: [gfmFromMarkdown()] });
  try {
    return paragraphsOf(tree).join('\n\n');
  } catch (error) {
    if (error instanceof MarkupBoundsError) return undefined;
    throw error;
  }
}

/** The paragraphs of blocks, in order; the text of a footnote stands where it is defined. */
function paragraphsOf(node: Root | Parents): string[] {
  return node.children.flatMap((child) => blockText(child)).filter((text) => text.trim() !== '');
}

function blockText(node: Nodes): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(node)];
    case 'code':
      return [node.value];
    case 'table':
      return node.children.map((row) =>
        row.children
          .map(inlineText)
          .filter((cell) => cell !== '')
          .join('\t'),
      );
    case 'html':
      return [htmlIn(node.value)];
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
      return paragraphsOf(node);
    default:
      return [];
  }
}

function inlineText(node: Parents): string {
  if (hasMarkup(node)) return htmlIn(`<html><body>${node.children.map(inlineMarkup).join('')}</body></html>`);
  return node.children
    .map(inlinePart)
    .join('')
    .split('\v')
    .map((line) => shownSpace(line).trim())
    .join('\n');
}

function inlinePart(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return '\v';
  if (node.type === 'delete') return '';
  return 'children' in node ? node.children.map(inlinePart).join('') : '';
}

/** True if HTML stands in a paragraph: an element may hold text of it, so the whole is read as a page. */
function hasMarkup({ children }: Parents): boolean {
  return children.some((child) => child.type === 'html' || ('children' in child && hasMarkup(child)));
}

function inlineMarkup(node: Nodes): string {
  if (node.type === 'html') return node.value;
  if (node.type === 'break') return '<br>';
  return 'children' in node && node.type !== 'delete'
    ? node.children.map(inlineMarkup).join('')
    : encode(inlinePart(node));
}

function htmlIn(html: string): string {
  // A comment alone is no element.
  return /<[a-z]/i.test(html) ? textUnder(parseMarkup(html).body) : '';
}
