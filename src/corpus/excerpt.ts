import type { Document } from './document.js';

/**
 * A stretch of a document that is shown: a place, and never a string of its own. It can be made from nothing
 * but a document and two offsets, so that whatever is quoted stands in a document.
 */
export class Excerpt {
  /** Makes the type nominal: an object with the same fields is no excerpt. */
  readonly #place = true;

  private constructor(
    readonly document: Document,
    /** Where it begins in `document.text`, in UTF-16 code units. */
    readonly start: number,
    /** Where it ends there, exclusive. */
    readonly end: number,
  ) {
    Object.freeze(this);
  }

  /**
   * The stretch `[start, end)` of `document`.
   * @throws RangeError where that is not a stretch of it, is empty, or parts a surrogate pair.
   */
  static of(document: Document, start: number, end: number): Excerpt {
    const problem = placeProblem(document.text, start, end);
    if (problem) throw new RangeError(`Excerpt [${start}, ${end}) of ${document.file}: ${problem}`);
    return new Excerpt(document, start, end);
  }

  /** True if `value` was made by `Excerpt.of`. */
  static is(value: unknown): value is Excerpt {
    return typeof value === 'object' && value !== null && #place in value;
  }

  /** The document's own characters, cut out at the moment that they are asked for. */
  get text(): string {
    return this.document.text.slice(this.start, this.end);
  }
}

/** Why `[start, end)` is no stretch of `text`, or undefined where it is one. */
function placeProblem(text: string, start: number, end: number): string | undefined {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'its offsets are not whole numbers';
  if (start < 0 || end > text.length) return `the text has ${text.length} code units`;
  if (start >= end) return 'it is empty';
  if (partsPair(text, start) || partsPair(text, end)) return 'it parts a surrogate pair';
  return undefined;
}

function partsPair(text: string, offset: number): boolean {
  const pair = text.slice(offset - 1, offset + 1);
  return offset > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair);
}
