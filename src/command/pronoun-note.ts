import type { Analyses } from '../corpus/analyses.js';
import type { Document } from '../corpus/document.js';
import { Excerpt } from '../corpus/excerpt.js';
import { onlyNameFor } from '../corpus/speaks-as.js';
import { messages } from '../messages/index.js';
import type { Span } from '../text/span.js';
import { uniqueBy } from '../text/unique-by.js';

/** “He” or “she” who says something, and the one name that it can stand for. */
export interface OnlyNamed {
  readonly pronoun: Excerpt;
  /** The name where it stands last before the pronoun. */
  readonly name: Excerpt;
}

/** The only person named before a pronoun at a place of the document, if it is one and nobody else can be meant. */
export function onlyNamed(document: Document, speaker: Span, analyses: Analyses): OnlyNamed | undefined {
  const name = onlyNameFor(document, speaker, analyses);
  const start = name === undefined ? -1 : document.text.lastIndexOf(name, speaker.start);
  if (name === undefined || start === -1) return undefined;
  return {
    pronoun: Excerpt.of(document, speaker.start, speaker.end),
    name: Excerpt.of(document, start, start + name.length),
  };
}

/** What is said of the pronouns under an excerpt, each once. */
export function pronounNotes(found: readonly OnlyNamed[]): string[] {
  const all = found.map(({ pronoun, name }) =>
    messages.replies.onlyNamed(pronoun.text.toLowerCase(), name.text),
  );
  return uniqueBy(all, (note) => note);
}
