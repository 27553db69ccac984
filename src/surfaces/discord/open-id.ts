import { z } from 'zod';
import { CITATION_FORMATS } from '../../reply/citation-formats.js';
import { LIMITS } from './limits.js';

/** What of a source a button opens: the paragraphs around, the source itself, or how to check it by hand. */
export const OPENED = ['context', 'source', 'check'] as const;
export type Opened = (typeof OPENED)[number];

/** What a button or a menu asks about: a passage or document by its id, of a corpus by its revision. */
export interface OpenId {
  /** `cite` where a menu has the form, and `open` where a menu has all of this as its value. */
  readonly kind: Opened | 'cite' | 'open';
  /** The first eight characters of the revision that the answer was made from. */
  readonly revision: string;
  readonly id: string;
}

const OPEN_ID = /^(\w+):([^:]*):(.+)$/s;

const openIdSchema = z.object({
  kind: z.enum([...OPENED, 'cite', 'open']),
  revision: z.string().regex(/^[\w-]{1,8}$/),
  id: z.string().min(1).max(LIMITS.customId),
});

/** A custom_id, or the value of a menu's option, which is held to the same length; undefined where the id is too long. */
export function encodeOpenId({ kind, revision, id }: OpenId): string | undefined {
  const encoded = `${kind}:${revision}:${id}`;
  return encoded.length <= LIMITS.customId ? encoded : undefined;
}

/** What a custom_id or a value asks about; undefined where none of ours does. Anybody can send one. */
export function decodeOpenId(encoded: string): OpenId | undefined {
  if (encoded.length > LIMITS.customId) return undefined;
  const [, kind, revision, id] = OPEN_ID.exec(encoded) ?? [];
  return openIdSchema.safeParse({ kind, revision, id }).data;
}

/** True of what a button opens by itself. */
export function isOpened(open: OpenId): open is OpenId & { readonly kind: Opened } {
  return (OPENED as readonly string[]).includes(open.kind);
}

/** The form of citation that a menu's value names; undefined where it names none. */
export const citationSchema = z.enum(CITATION_FORMATS as [string, ...string[]]);
