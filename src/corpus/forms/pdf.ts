import { messages } from '../../messages/index.js';
import type { Extraction, ToExtract } from './extracted.js';
import { type PdfItem, textOfPages } from './pdf-lines.js';

/** What took the text out of a PDF; the number behind the sign is that of our own rules. */
export const PDF_EXTRACTOR = { extractor: 'unpdf', version: '1.8.1+1' } as const;

/** What the reader of PDFs runs on. */
const OLDEST_NODE = 22;
/** By a variable, since its types are not there on an older Node.js. */
const READER: string = 'unpdf';

/** As much of the reader as is used. */
interface PdfReader {
  getDocumentProxy(bytes: Uint8Array, options: object): Promise<PdfDocument>;
}

interface PdfDocument {
  readonly numPages: number;
  getPage(
    number: number,
  ): Promise<{ getTextContent(): Promise<{ items: readonly (PdfItem | object)[] }>; cleanup(): void }>;
  readonly loadingTask: { destroy(): Promise<void> };
}

/**
 * The text layer of a PDF in the order in which the file has it, a line of the page a line, and a blank line where
 * more room is between lines. Passed over on a Node.js that its reader does not run on.
 */
export async function pdfText({ bytes }: ToExtract): Promise<Extraction> {
  const reader = await readerOfPdf();
  if (!reader) return { passedOver: messages.forms.pdfNeedsNode(OLDEST_NODE) };
  let document: PdfDocument;
  try {
    document = await reader.getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { faults: [{ line: 1, ...(isLocked ? messages.forms.lockedPdf : messages.forms.notPdf) }] };
  }
  try {
    const text = await textOf(document);
    return text === ''
      ? { faults: [{ line: 1, ...messages.forms.noTextLayer }] }
      : { ...PDF_EXTRACTOR, text };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readerOfPdf(): Promise<PdfReader | undefined> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) return undefined;
  try {
    return (await import(READER)) as PdfReader;
  } catch {
    return undefined;
  }
}

async function textOf(document: PdfDocument): Promise<string> {
  const pages: PdfItem[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.filter((item): item is PdfItem => 'str' in item));
    page.cleanup();
  }
  return textOfPages(pages);
}
