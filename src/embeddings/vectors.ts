import { LRUCache } from 'lru-cache';
import { sha256Of } from '../text/sha256.js';
import type { Vector } from './vector.js';
import { readVectorFile, writeVectorFile } from './vector-file.js';

/** What a vector takes beside its steps, roughly, in bytes: its key of 64 characters, two objects, a place in the cache. */
const BYTES_BESIDE = 400;
/** What is kept of vectors, in bytes: some 300,000 passages at the 384 dimensions of small models. */
export const VECTORS_BYTES = 256 * 1024 * 1024;
/** So many new vectors, some half a minute's work, are worth writing the file. */
export const WORTH_SAVING = 500;
/** And no fewer than this share of all, so that all writing together is linear. */
const SHARE_WORTH_SAVING = 0.25;

/** Where vectors are kept. */
export interface VectorsOptions {
  readonly file: string;
  /** SHA-256 of the model, in hexadecimal. */
  readonly model: string;
  /** The most that they may take, in bytes. */
  readonly bytes?: number;
}

/** The vectors of texts by one model, in memory and in a file; those that were not asked for longest go first. */
export class Vectors {
  readonly #kept: LRUCache<string, Vector>;
  #unsaved = 0;

  /** Takes over what the file has. */
  constructor(private readonly options: VectorsOptions) {
    const { file, model, bytes = VECTORS_BYTES } = options;
    this.#kept = new LRUCache({
      maxSize: bytes,
      sizeCalculation: ({ steps }) => steps.length + BYTES_BESIDE,
    });
    for (const [hash, vector] of readVectorFile(file, model, bytes)) this.#kept.set(hash, vector);
  }

  /** How many there are. */
  get size(): number {
    return this.#kept.size;
  }

  /** True if there is so much new that the file should be written. */
  get isWorthSaving(): boolean {
    return this.#unsaved >= Math.max(WORTH_SAVING, this.size * SHARE_WORTH_SAVING);
  }

  get(text: string): Vector | undefined {
    return this.#kept.get(sha256Of(text));
  }

  set(text: string, vector: Vector): void {
    this.#kept.set(sha256Of(text), vector);
    this.#unsaved++;
  }

  /**
   * Writes the file where something is new.
   * @throws Error of the file system; then it is written when there is as much new again.
   */
  save(): void {
    if (this.#unsaved === 0) return;
    this.#unsaved = 0;
    const { file, model } = this.options;
    writeVectorFile(file, model, this.#inOrder());
  }

  /** What was not asked for longest first, so that it is the first to go when the file is read again. */
  *#inOrder(): Generator<[string, Vector]> {
    for (const hash of this.#kept.rkeys()) {
      const vector = this.#kept.peek(hash);
      if (vector) yield [hash, vector];
    }
  }
}
