import type { Document } from './document.js';
import { Excerpt } from './excerpt.js';

/** A paragraph of a document, as its layout tells it, without the white space around it. */
export class Passage {
  constructor(
    readonly document: Document,
    /** The paragraph's place in its document, counted from 1. */
    readonly number: number,
    /** Where it begins in `document.text`, in UTF-16 code units. */
    readonly start: number,
    /** Where it ends there, exclusive. */
    readonly end: number,
  ) {}

  /** `document#paragraph`, as in `000#6`. */
  get id(): string {
    return `${this.document.id}#${this.number}`;
  }

  /** Its words, for search and comparison; what is shown goes through `excerpt`. */
  get text(): string {
    return this.document.text.slice(this.start, this.end);
  }

  /** The language that its source states. */
  get language(): string | undefined {
    return this.document.source.language;
  }

  /** The whole passage as an excerpt. */
  get excerpt(): Excerpt {
    return Excerpt.of(this.document, this.start, this.end);
  }
}
