import { lastNotAfter } from '../text/offsets.js';
import { sha256Of } from '../text/sha256.js';
import type { Extraction } from './extraction.js';
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
  /** Those whose words its file marks as theirs, as subtitles do by a tag: their paragraphs begin with the name and a colon. */
  readonly voices: ReadonlySet<string>;
  /** The line of the file on which the text begins, counted from 1. */
  readonly #firstLine: number;
  readonly #lineStarts: Uint32Array;
  readonly #passageStarts: Uint32Array;

  private constructor(
    /** The file's name up to its first underscore or dot. */
    readonly id: string,
    /** The file's path inside the seeds folder, parted by `/`. */
    readonly file: string,
    /** The decoded text, without a byte order mark and front matter. All offsets index it, in UTF-16 code units. */
    readonly text: string,
    /** SHA-256 of the file's bytes, in hexadecimal. */
    readonly sha256: string,
    readonly source: Source,
    /** The text's bytes as they are kept, which the last check of a reply reads: the file's, or those of what was taken out of it. */
    readonly original: Original,
    /** What stands before the text in the file, and is no part of it: its front matter, or nothing. */
    readonly head: string,
    /** How the text was taken out of the file; undefined where the file is the text. */
    readonly extraction: Extraction | undefined,
  ) {
    this.#firstLine = head.split('\n').length;
    const { layout, paragraphs, lineStarts, labels } = layOut(text);
    this.layout = layout;
    this.labels = labels;
    this.voices = new Set(extraction?.voices);
    this.passages = paragraphs.map(({ start, end }, index) => new Passage(this, index + 1, start, end));
    this.#lineStarts = Uint32Array.from(lineStarts);
    this.#passageStarts = Uint32Array.from(paragraphs, ({ start }) => start);
    Object.freeze(this);
  }

  /** The document in `file`, whose `bytes` decode to `head` and `text`: those of the file, or of what was taken out of it. */
  static of(
    file: string,
    bytes: Uint8Array,
    text: string,
    source: Source,
    { head = '', extraction }: { readonly head?: string; readonly extraction?: Extraction | undefined } = {},
  ): Document {
    const sha256 = extraction?.sha256 ?? sha256Of(bytes);
    const original = new Original(bytes, head.length);
    return new Document(documentId(file), file, text, sha256, source, original, head, extraction);
  }

  /** A hash of all that the file gives to answers, in hexadecimal: its bytes, and the text that was taken out of them. */
  get contentHash(): string {
    if (!this.extraction) return this.sha256;
    const { sha256, textSha256, extractor, version } = this.extraction;
    return sha256Of([sha256, textSha256, extractor, version].join('\0'));
  }

  /** True if turns of those who speak in it are told. */
  get hasTurns(): boolean {
    return this.labels.size > 0 || this.voices.size > 0;
  }

  /** Who tells it: its outlet, or its own id where it states none. */
  get teller(): string {
    return this.source.outlet ?? this.id;
  }

  /** The line of the file, counted from 1, on which the character at `offset` stands. */
  lineAt(offset: number): number {
    return lastNotAfter(this.#lineStarts, offset) + this.#firstLine;
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
