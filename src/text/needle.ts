import { entry } from './entry.js';

/** A text that repeats itself for longer than this is looked for by Knuth, Morris and Pratt's algorithm. */
const LONG_REPEAT = 100;

/**
 * A text that is looked for in others, its first letter large or small. Finding is linear in the text searched,
 * however much either repeats itself: `indexOf`, which is quicker on prose, takes their product there.
 */
export class Needle {
  readonly #first: string;
  readonly #rest: string;
  /** For each prefix of what follows the first letter, the length of its longest border; where it repeats itself. */
  readonly #borders: Int32Array | undefined;

  /** `text` is not empty. */
  constructor(readonly text: string) {
    const [first = ''] = text;
    this.#first = first;
    this.#rest = text.slice(this.#first.length);
    const borders = bordersOf(this.#rest);
    const repeats = (list: Int32Array) => list.some((length) => length > LONG_REPEAT);
    const backwards = this.#rest.length > LONG_REPEAT && repeats(bordersOf(reversed(this.#rest)));
    if (backwards || repeats(borders)) this.#borders = borders;
  }

  /** The offsets at which it stands in `text`, in order. */
  *placesIn(text: string): Generator<number> {
    const places = this.#borders ? matches(text, this.#rest, this.#borders) : indexes(text, this.#rest);
    for (const at of places) {
      const begins = at - this.#first.length;
      if (begins >= 0 && sameLetter(text.slice(begins, at), this.#first)) yield begins;
    }
  }
}

function sameLetter(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

function reversed(text: string): string {
  let back = '';
  for (let at = text.length - 1; at >= 0; at--) back += text.charAt(at);
  return back;
}

function* indexes(text: string, wanted: string): Generator<number> {
  for (let at = text.indexOf(wanted); at !== -1 && at <= text.length; at = text.indexOf(wanted, at + 1)) {
    yield at;
    if (at === text.length) return;
  }
}

/** For each place of `text`, how long the longest prefix is, short of all of it, that ends there. */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length);
  let length = 0;
  for (let at = 1; at < text.length; at++) {
    while (length > 0 && text.charCodeAt(at) !== text.charCodeAt(length)) length = entry(borders, length - 1);
    if (text.charCodeAt(at) === text.charCodeAt(length)) length++;
    borders[at] = length;
  }
  return borders;
}

/** Knuth, Morris and Pratt (1977). */
function* matches(text: string, wanted: string, borders: Int32Array): Generator<number> {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    while (length > 0 && text.charCodeAt(at) !== wanted.charCodeAt(length))
      length = entry(borders, length - 1);
    if (text.charCodeAt(at) === wanted.charCodeAt(length)) length++;
    if (length < wanted.length) continue;
    yield at - length + 1;
    length = entry(borders, length - 1);
  }
}
