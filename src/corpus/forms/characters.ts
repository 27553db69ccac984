import { inUtf8, notUtf8, type TextFault } from './decode.js';
import { detectEncoding } from './detect.js';
import { decodeAs, isUtf8 } from './encodings.js';

/** What is known of a file's encoding before its bytes are looked at. */
export interface EncodingFacts {
  /** What whoever keeps the corpus states, which is followed whatever the file says. */
  readonly stated?: string | undefined;
  /** What the file says of itself, which is followed where its bytes do not say otherwise. */
  readonly named?: string | undefined;
}

/** Decoded characters, and the encoding where that was guessed. */
export interface Characters {
  readonly text: string;
  readonly guessed?: string | undefined;
}

/**
 * The characters of a text file: in the encoding that is stated; else by its byte order mark; else in UTF-8; else in
 * the encoding that the file names, or that can be told from its bytes. Bytes that are UTF-8 by chance are rarer than
 * pages that were saved anew and name an encoding of old.
 */
export function charactersOf(
  bytes: Uint8Array,
  { stated, named }: EncodingFacts,
): Characters | { faults: readonly TextFault[] } {
  const known = stated ?? markedAs(bytes);
  if (known !== undefined) return decodeAs(bytes, known);
  const text = inUtf8(bytes);
  if (text !== undefined) return { text };
  if (named !== undefined && !isUtf8(named)) return decodeAs(bytes, named);
  const guessed = detectEncoding(bytes);
  if (guessed === undefined) return { faults: [notUtf8(bytes)] };
  const decoded = decodeAs(bytes, guessed);
  return 'text' in decoded ? { ...decoded, guessed } : decoded;
}

function markedAs(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}
