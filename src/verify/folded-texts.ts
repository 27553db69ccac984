import { LRUCache } from 'lru-cache';
import type { Document } from '../corpus/document.js';
import { mayPartWords } from '../text/folder.js';
import { type LineEnd, lineEndsIn } from '../text/line-ends.js';
import { createPace, type Pace } from '../text/pace.js';
import { FoldedText } from '../text/typography.js';
import { LineEnds } from './line-ends.js';

/** What folded texts may take in all, in bytes: the documents that claims are about again and again. */
const FOLDED_BYTES = 64 * 1024 * 1024;
/**
 * A character takes one byte or two, and every so many pieces that were folded take an entry of a table; the document,
 * which is kept with it, is not counted.
 */
const BYTES_OF_A_CHARACTER = 3;

/**
 * The texts of documents, folded as quotations are (see `text/typography.ts`), when they are first asked for, and
 * kept while there is room. A document never changes, so what is kept outlives a reload.
 */
export class FoldedTexts {
  readonly #texts = new LRUCache<Document, FoldedText>({
    maxSize: FOLDED_BYTES,
    sizeCalculation: ({ text }) => 1 + text.length * BYTES_OF_A_CHARACTER,
  });
  readonly #endsOf = new WeakMap<Document, readonly LineEnd[]>();
  #lineEnds: { readonly documents: readonly Document[]; readonly ends: LineEnds } | undefined;

  /** A document's folded text. Rests as `pace` says. */
  async of(document: Document, pace: Pace = createPace()): Promise<FoldedText> {
    const known = this.#texts.get(document);
    if (known) return known;
    const text = await FoldedText.ofLong(document.text, pace);
    this.#texts.set(document, text);
    return text;
  }

  /** The words of a corpus' documents that a line end parts; each document is read once. */
  async lineEndsOf(documents: readonly Document[], pace: Pace): Promise<LineEnds> {
    if (this.#lineEnds?.documents === documents) return this.#lineEnds.ends;
    const ends = new LineEnds();
    for (const document of documents) {
      await pace();
      const known = this.#endsOf.get(document) ?? (await this.#readEnds(document, pace));
      this.#endsOf.set(document, known);
      ends.add(document, known);
    }
    this.#lineEnds = { documents, ends };
    return ends;
  }

  async #readEnds(document: Document, pace: Pace): Promise<readonly LineEnd[]> {
    // Most documents have no such hyphen, and need not be folded to see that.
    return mayPartWords(document.text) ? lineEndsIn(await this.of(document, pace)) : NO_LINE_ENDS;
  }
}

const NO_LINE_ENDS: readonly LineEnd[] = [];
