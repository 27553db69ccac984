import { Document } from '../../src/corpus/document.js';
import { Library } from '../../src/library/library.js';
import { createPace } from '../../src/text/pace.js';

/** The library of documents that were made and not read from a folder. */
export function libraryOfDocuments(documents: readonly Document[], revision = 'made'): Promise<Library> {
  const memory = { files: new Map(), sources: { byFile: new Map(), faults: [] } };
  return Library.build({ documents, revision, memory }, undefined, createPace());
}

/** The library of texts, each a document with its number as an id. */
export function libraryOfTexts(...texts: readonly string[]): Promise<Library> {
  return libraryOfDocuments(texts.map((text, at) => Document.of(`${at}.txt`, Buffer.from(text), text, {})));
}
