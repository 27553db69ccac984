import { messages } from '../messages/index.js';
import { inUtf8, type TextFault } from './forms/decode.js';
import { type Form, formOf } from './forms/form.js';
import { type FrontMatter, frontMatter } from './front-matter.js';
import type { Source } from './source.js';

/** A document's text, and all that is stated of it. */
export interface StatedText {
  /** The front matter, or nothing. */
  readonly head: string;
  readonly body: string;
  readonly source: Source;
}

/** True if a document of this form may carry its source itself. */
export function hasFrontMatter(form: Form): boolean {
  return form === 'text' || form === 'markdown';
}

/** What the file `name` states of itself; nothing where that cannot be read, of which loading it tells. */
export function statedIn(name: string, bytes: Uint8Array): Source {
  const form = formOf(name);
  const text = form && hasFrontMatter(form) ? inUtf8(bytes) : undefined;
  const parts = text === undefined ? undefined : frontMatter(text);
  return parts && 'source' in parts ? (parts.source ?? {}) : {};
}

/** What is one thing to state, under whichever name. */
const ONE: Readonly<Record<string, string>> = { author: 'authors', authors: 'author' };

/**
 * A text without its front matter, and what that and `stated`, which is of `sources.json`, state together. It is a
 * fault where both state one field, and where nothing is left of the text.
 */
export function withFrontMatter(
  text: string,
  stated: Source,
): StatedText | { readonly faults: readonly TextFault[] } {
  const parts = frontMatter(text);
  if ('faults' in parts) return parts;
  const { head, body, source, bodyLine } = parts;
  if (body.trim() === '') return { faults: [{ line: bodyLine, ...messages.sources.onlyFrontMatter }] };
  if (source === undefined) return { head, body, source: stated };
  const faults = statedTwice(parts, stated);
  // A field that is left empty states nothing, and takes nothing away.
  const others = Object.entries(stated).filter(([, value]) => value !== undefined);
  return faults.length > 0
    ? { faults }
    : { head, body, source: { ...source, ...Object.fromEntries(others) } };
}

function statedTwice({ source = {}, lines }: FrontMatter, stated: Source): TextFault[] {
  const known: Readonly<Record<string, unknown>> = stated;
  const isStated = (field: string | undefined) => field !== undefined && known[field] !== undefined;
  return Object.entries(source)
    .filter(([field, value]) => value !== undefined && (isStated(field) || isStated(ONE[field])))
    .map(([field]) => ({ line: lines.get(field) ?? 1, ...messages.sources.statedTwice(field) }));
}
