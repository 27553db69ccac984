import { messages } from '../messages/index.js';
import type { Document } from './document.js';
import type { Fault } from './fault.js';

/** A paragraph longer than this, in UTF-16 code units, is rarely one: a page at once is hard to quote and to read. */
const LONG_PARAGRAPH = 20_000;

/** What is worth knowing of documents that are sound, in the words of faults; `place` leads from a document's file to its path. */
export function warningsOn(documents: readonly Document[], place: (file: string) => string): Fault[] {
  return documents.flatMap((document) =>
    document.passages
      .filter(({ start, end }) => end - start > LONG_PARAGRAPH)
      .map(({ start, end }) => ({
        file: place(document.file),
        line: document.lineAt(start),
        ...messages.seeds.longParagraph(end - start),
      })),
  );
}
