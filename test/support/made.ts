import { Document } from '../../src/corpus/document.js';
import { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { createPace } from '../../src/text/pace.js';

/** The library of documents that were made and not read from a folder. */
export function libraryOfDocuments(
  documents: readonly Document[],
  revision = 'made',
): Promise<EmbeddedLibrary> {
  const memory = { files: new Map(), sources: { byFile: new Map(), faults: [] } };
  return EmbeddedLibrary.build({ documents, revision, warnings: [], memory }, undefined, createPace());
}

/** The library of texts, each a document with its number as an id. */
export function libraryOfTexts(...texts: readonly string[]): Promise<EmbeddedLibrary> {
  return libraryOfDocuments(texts.map((text, at) => Document.of(`${at}.txt`, Buffer.from(text), text, {})));
}
