import { createHash } from 'node:crypto';
import { lastNotAfter } from '../text/offsets.js';
import { type Layout, layOut } from './layout.js';
import { Original } from './original.js';
import { Passage } from './passage.js';
import type { Source } from './source.js';

/** One seed file: its text exactly as decoded, its passages, and what is stated of its source. */
export class Document {
  readonly passages: readonly Passage[];
  /** What its passages were told by. */
  readonly layout: Layout;
  /** The labels of those who speak in it, in small letters, if it is a transcript. */
  readonly labels: ReadonlySet<string>;
  readonly #lineStarts: Uint32Array;
  readonly #passageStarts: Uint32Array;

  private constructor(
    /** The file's name up to its first underscore or dot. */
    readonly id: string,
    /** The file's path inside the seeds folder, parted by `/`. */
    readonly file: string,
    /** The decoded text, without a byte order mark. All offsets index it, in UTF-16 code units. */
    readonly text: string,
    /** SHA-256 of the file's bytes, in hexadecimal. */
    readonly sha256: string,
    readonly source: Source,
    /** The file's bytes, which the last check of a reply reads. */
    readonly original: Original,
  ) {
    const { layout, paragraphs, lineStarts, labels } = layOut(text);
    this.layout = layout;
    this.labels = labels;
    this.passages = paragraphs.map(({ start, end }, index) => new Passage(this, index + 1, start, end));
    this.#lineStarts = Uint32Array.from(lineStarts);
    this.#passageStarts = Uint32Array.from(paragraphs, ({ start }) => start);
    Object.freeze(this);
  }

  /** The document in `file`, whose `bytes` decode to `text`. */
  static of(file: string, bytes: Uint8Array, text: string, source: Source): Document {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return new Document(documentId(file), file, text, sha256, source, new Original(bytes));
  }

  /** Who tells it: its outlet, or its own id where it states none. */
  get teller(): string {
    return this.source.outlet ?? this.id;
  }

  /** The line, counted from 1, on which the character at `offset` stands. */
  lineAt(offset: number): number {
    return lastNotAfter(this.#lineStarts, offset) + 1;
  }

  /** The passage in which the character at `offset` stands, or undefined between passages. */
  passageAt(offset: number): Passage | undefined {
    const passage = this.passages[lastNotAfter(this.#passageStarts, offset)];
    return passage && offset < passage.end ? passage : undefined;
  }

  /** The passages of which some part stands in `[start, end)`, in order. */
  passagesIn(start: number, end: number): Passage[] {
    const found: Passage[] = [];
    for (let at = Math.max(0, lastNotAfter(this.#passageStarts, start)); at < this.passages.length; at++) {
      const passage = this.passages[at];
      if (!passage || passage.start >= end) break;
      if (passage.end > start) found.push(passage);
    }
    return found;
  }
}

/** The id of the document in `file`: its name up to the first underscore or dot. */
export function documentId(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.slice(0, name.search(/[_.]/));
}
