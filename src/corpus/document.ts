import { createHash } from 'node:crypto';
import { lastNotAfter } from '../text/offsets.js';
import type { Extraction } from './extraction.js';
import { Original } from './original.js';
import { Passage } from './passage.js';
import type { Source } from './source.js';

/** One seed file: its text exactly as decoded, its passages, and what is stated of its source. */
export class Document {
  readonly passages: readonly Passage[];
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
    /** The text's bytes as they are kept, which the last check of a reply reads: the file's, or those of what was taken out of it. */
    readonly original: Original,
    /** How the text was taken out of the file; undefined where the file is the text. */
    readonly extraction: Extraction | undefined,
  ) {
    const { blocks, lineStarts } = readLines(text);
    this.passages = blocks.map(([start, end], index) => new Passage(this, index + 1, start, end));
    this.#lineStarts = Uint32Array.from(lineStarts);
    this.#passageStarts = Uint32Array.from(blocks, ([start]) => start);
    Object.freeze(this);
  }

  /** The document in `file`, whose `bytes` decode to `text`: those of the file, or of what was taken out of it. */
  static of(
    file: string,
    bytes: Uint8Array,
    text: string,
    source: Source,
    { extraction }: { readonly extraction?: Extraction | undefined } = {},
  ): Document {
    const sha256 = extraction?.sha256 ?? createHash('sha256').update(bytes).digest('hex');
    return new Document(documentId(file), file, text, sha256, source, new Original(bytes), extraction);
  }

  /** A hash of all that the file gives to answers, in hexadecimal: its bytes, and the text that was taken out of them. */
  get contentHash(): string {
    if (!this.extraction) return this.sha256;
    const { sha256, textSha256, extractor, version } = this.extraction;
    return createHash('sha256').update([sha256, textSha256, extractor, version].join('\0')).digest('hex');
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

const BLANK = /^\s*$/;

/** Where lines begin, and the blocks between blank lines, each without the white space around it. */
function readLines(text: string): { blocks: [start: number, end: number][]; lineStarts: number[] } {
  const lineStarts: number[] = [];
  const blocks: [number, number][] = [];
  let inBlock = false;
  for (let start = 0; start <= text.length; ) {
    lineStarts.push(start);
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(start, end);
    const blank = BLANK.test(line);
    if (!blank) {
      const last = start + line.trimEnd().length;
      const open = inBlock ? blocks.at(-1) : undefined;
      if (open) open[1] = last;
      else blocks.push([end - line.trimStart().length, last]);
    }
    inBlock = !blank;
    start = end + 1;
  }
  return { blocks, lineStarts };
}
