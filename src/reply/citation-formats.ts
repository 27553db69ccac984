import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { messages } from '../messages/index.js';
import { bylineOf } from './byline.js';
import { bibtex, cslJson, ris, wikipedia } from './citation-records.js';
import { apa, chicago, mla } from './citation-styles.js';
import { isoDate, joined, type Stated, statedOf } from './stated.js';

const FORMATS = {
  plain: { name: messages.citations.formats.plain, write: plain },
  markdown: { name: messages.citations.formats.markdown, write: markdown },
  apa: { name: messages.citations.formats.apa, write: apa },
  mla: { name: messages.citations.formats.mla, write: mla },
  chicago: { name: messages.citations.formats.chicago, write: chicago },
  bibtex: { name: messages.citations.formats.bibtex, write: bibtex },
  ris: { name: messages.citations.formats.ris, write: ris },
  cslJson: { name: messages.citations.formats.cslJson, write: cslJson },
  wikipedia: { name: messages.citations.formats.wikipedia, write: wikipedia },
} as const satisfies Readonly<Record<string, { name: string; write: (stated: Stated) => string }>>;

/** A form of citation, as JSON names it. */
export type CitationFormat = keyof typeof FORMATS;
export const CITATION_FORMATS = Object.keys(FORMATS) as CitationFormat[];

/**
 * A document's citation, or that of a passage in it, in the forms that people copy. A field that is not stated
 * stays out. Plain text and Markdown lead to the very words and name the file of a document without a title; the
 * others have the document's address, and never a file's name for a title. An author in one piece stands as it is
 * stated: what cannot be told to be a person's name is not turned around.
 */
export function citationFormats(
  document: Document,
  passage?: Passage,
): { id: CitationFormat; name: string; text: string }[] {
  const stated = statedOf(document, passage);
  return CITATION_FORMATS.map((id) => ({ id, name: FORMATS[id].name, text: FORMATS[id].write(stated) }));
}

function plain({ authors, title, file, outlet, published, link, id }: Stated): string {
  const name = title ? `“${title}”` : file;
  return joined(', ', bylineOf(authors), name, outlet, published && isoDate(published), id, link);
}

function markdown({ authors, title, file, outlet, published, link, id }: Stated): string {
  const escaped = (text: string) => text.replace(/[\\`*_{}[\]<>()#+\-.!|~]|&(?=#?\w+;)/g, '\\$&');
  const name = title ? `“${escaped(title)}”` : escaped(file);
  const byline = bylineOf(authors);
  return joined(
    ', ',
    byline && escaped(byline),
    link === undefined ? name : `[${name}](${link})`,
    outlet && `*${escaped(outlet)}*`,
    published && isoDate(published),
    escaped(id),
  );
}
