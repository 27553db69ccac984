import type { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';

import { authorsOf } from './author-names.js';
import { bylineOf } from './byline.js';

/** Where an excerpt stands, and what is stated of its source. Nothing here is guessed. */
export interface Citation {
  readonly document: string;
  /** The document's path inside the seeds folder. */
  readonly file: string;
  /** The id of the passage in which the excerpt begins, or null between passages. */
  readonly passage: string | null;
  /** The line of the file on which the excerpt begins, counted from 1. */
  readonly line: number;
  readonly outlet: string | null;
  readonly title: string | null;
  /** Who wrote it, in one line. */
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** True if the line is one of the text that was taken out of the file, which is kept beside it. */
  readonly isTakenOut: boolean;
}

/** The citation of an excerpt. */
export function cite({ document, start }: Excerpt): Citation {
  const { id, file, source } = document;
  return {
    document: id,
    file,
    passage: document.passageAt(start)?.id ?? null,
    line: document.lineAt(start),
    outlet: source.outlet ?? null,
    title: source.title ?? null,
    author: bylineOf(authorsOf(source)) ?? null,
    published: source.published ?? null,
    url: source.url ?? null,
    isTakenOut: document.extraction !== undefined,
  };
}

/** What is stated of the source in one line: title or else file, author, outlet, date. */
export function sourceLine({ title, file, author, outlet, published }: Citation): string {
  return [title ?? file, author, outlet, published].filter((part) => part !== null).join(', ');
}

/** Where to look: passage and line, and the file where `sourceLine` does not name it. */
export function placeLine({ passage, document, title, file, line, isTakenOut }: Citation): string {
  const place = passage ?? document;
  const { citations } = messages;
  if (isTakenOut) return citations.lineOfText(place, line, file);
  return title === null ? citations.line(place, line) : citations.lineOf(place, line, file);
}
