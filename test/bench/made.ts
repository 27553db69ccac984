import { Document } from '../../src/corpus/document.js';
import { Library } from '../../src/library/library.js';
import { createPace } from '../../src/text/pace.js';

/** The library of documents that are made for a measurement. */
export function libraryOfDocuments(documents: readonly Document[]): Promise<Library> {
  const memory = { files: new Map(), sources: { byFile: new Map(), faults: [] } };
  return Library.build({ documents, revision: 'benchmark', memory }, undefined, createPace());
}

/** The library of texts, each the one passage of the document that has its number as an id. */
export function libraryOfPassages(texts: readonly string[]): Promise<Library> {
  return libraryOfDocuments(
    texts.map((text, at) => {
      const line = text.replace(/\s+/g, ' ');
      return Document.of(`${at}.txt`, Buffer.from(line), line, {});
    }),
  );
}
