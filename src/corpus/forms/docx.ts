import mammoth from 'mammoth';
import { messages } from '../../messages/index.js';
import { HIDDEN_COLOUR, withKnownParts } from './docx-parts.js';
import type { Extraction, ToExtract } from './extracted.js';
import { MarkupBoundsError, type MarkupElement, parseMarkup } from './markup-node.js';
import { textUnder } from './markup-text.js';
import { checkZip } from './zip-bounds.js';

/** What took the text out of a Word document; the number behind the sign is that of our own rules. */
export const DOCX_EXTRACTOR = { extractor: 'mammoth', version: '1.13.0+2' } as const;

/** Text that Word hides is no text, and a new page or column begins a line: else the words on both sides were one. */
const STYLES = [
  `highlight[color='${HIDDEN_COLOUR}'] => !`,
  "br[type='page'] => br",
  "br[type='column'] => br",
];

/**
 * The paragraphs of a Word document: headings, lists, cells of tables, and its notes at the end. Text that was deleted
 * under "Track changes" and comments are no part of it. Mammoth's HTML is read, since its raw text loses line breaks.
 */
export async function docxText({ bytes }: ToExtract): Promise<Extraction> {
  const bounds = checkZip(bytes);
  if (bounds === 'too large') return { faults: [{ line: 1, ...messages.forms.zipBomb }] };
  if (bounds === 'no archive') return { faults: [{ line: 1, ...messages.forms.notWord }] };
  const noImage = mammoth.images.imgElement(async () => ({ src: '' }));
  let html: string;
  try {
    const buffer = await withKnownParts(bytes);
    // A style map that a document brings along could leave out words.
    const options = { convertImage: noImage, styleMap: STYLES, includeEmbeddedStyleMap: false };
    html = (await mammoth.convertToHtml({ buffer }, options)).value;
  } catch (error) {
    // A document that is nested beyond the stack is told by who reads all forms.
    if (error instanceof RangeError) throw error;
    return { faults: [{ line: 1, ...messages.forms.notWord }] };
  }
  try {
    const text = html === '' ? '' : textOf(parseMarkup(html).body);
    return text === '' ? { faults: [{ line: 1, ...messages.seeds.empty }] } : { ...DOCX_EXTRACTOR, text };
  } catch (error) {
    if (!(error instanceof MarkupBoundsError)) throw error;
    return { faults: [{ line: 1, ...messages.forms.tooMuchMarkup }] };
  }
}

/** The text without the marks that lead to a note and back. */
function textOf(body: MarkupElement): string {
  const links = Array.from(
    (
      body as MarkupElement & { querySelectorAll(selectors: string): Iterable<MarkupElement> }
    ).querySelectorAll('a[href^="#"]'),
  );
  for (const link of links) if (/^#(?:foot|end)note-/.test(link.getAttribute('href') ?? '')) link.remove();
  return textUnder(body);
}
