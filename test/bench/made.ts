import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { libraryOfTexts } from '../support/made.js';

/** The library of texts, each the one passage of the document that has its number as an id. */
export function libraryOfPassages(texts: readonly string[]): Promise<EmbeddedLibrary> {
  return libraryOfTexts(...texts.map((text) => text.replace(/\s+/g, ' ')));
}
