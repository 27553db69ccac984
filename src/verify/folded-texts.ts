import { LRUCache } from 'lru-cache';
import type { Document } from '../corpus/document.js';
import { LINE_END_HYPHEN } from '../text/folder.js';
import { createPace, type Pace } from '../text/pace.js';
import { FoldedText } from '../text/typography.js';
import { LineEnds } from './line-ends.js';

/** What folded texts may take in all, in bytes: the documents that claims are about again and again. */
const MOST_BYTES = 64 * 1024 * 1024;
/** A character takes one byte or two, and every so many pieces that were folded take an entry of a table. */
const BYTES_OF_A_CHARACTER = 3;

/** A hyphen at the end of a line; most documents have none, and need not be folded to see that. */
const LINE_END = /[-‐‑\u00AD][ \t\r]{0,3}\n/;

/**
 * The texts of documents, folded as quotations are (see `text/typography.ts`), when they are first asked for, and
 * kept while there is room. A document never changes, so what is kept outlives a reload.
 */
export class FoldedTexts {
  readonly #texts = new LRUCache<Document, FoldedText>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ text }) => 1 + text.length * BYTES_OF_A_CHARACTER,
  });
  /** The documents of which it is known whether a line end parts a word. */
  readonly #looked = new WeakSet<Document>();
  readonly #lineEnds = new LineEnds();

  /** A document's folded text. Rests as `pace` says. */
  async of(document: Document, pace: Pace = createPace()): Promise<FoldedText> {
    const known = this.#texts.get(document);
    if (known) return known;
    const text = await FoldedText.ofLong(document.text, pace);
    this.#texts.set(document, text);
    return text;
  }

  /** The words of some documents that a line end parts; read of each document once. */
  async lineEndsOf(documents: readonly Document[], pace: Pace): Promise<LineEnds> {
    for (const document of documents) {
      await pace();
      if (this.#looked.has(document)) continue;
      this.#looked.add(document);
      if (!LINE_END.test(document.text)) continue;
      const text = await this.of(document, pace);
      if (text.text.includes(LINE_END_HYPHEN)) this.#lineEnds.add(document, text);
    }
    return this.#lineEnds;
  }
}
