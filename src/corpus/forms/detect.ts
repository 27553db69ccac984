import { analyse } from 'chardet';
import { checked } from './decode.js';
import { decodeAs, isEncoding, readAsEncoding } from './encodings.js';

/**
 * The least confidence, of 100, with which an encoding is guessed, and by how much it has to lead all that read
 * otherwise: German, French, Polish, Russian, Chinese and Japanese sentences reach 53 and lead by 19 in the
 * encodings that are usual for them; a word in Latin 1 reaches 33.
 */
const LEAST = 50;
const LEAD = 15;
/** Of fewer bytes chardet is sure of what two letters happen to be like: “a, b and ÿ” for Turkish. */
const FEWEST_BYTES = 40;
/** With so large a share of bytes that are UTF-8 beyond ASCII, a text is UTF-8 that was damaged. */
const MOST_IN_UTF_8 = 0.5;

/** A character beyond ASCII in a word where no writer puts one, or that none writes at all: `NobodyÕs`, `c½ur`, `5 ¤`. */
const IMPLAUSIBLE =
  /\p{Ll}[^\P{Lu}\p{ASCII}]|\p{Ll}[^\p{L}\p{M}\p{Nd}\s\p{ASCII}\p{Pd}’‘…·\u00AD\u200B-\u200D]\p{Ll}|¤/u;

/**
 * The encoding in which `bytes`, which are not UTF-8, are written, if that can be told with confidence: chardet is
 * sure of it, whatever else it thinks possible would read the same or is far behind, and what is read looks like text.
 */
export function detectEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.length < FEWEST_BYTES || shareInUtf8(bytes) > MOST_IN_UTF_8) return undefined;
  const [best, ...others] = analyse(bytes).flatMap(({ name, confidence }) => {
    const text = isEncoding(name) ? textIn(bytes, name) : undefined;
    return text === undefined ? [] : [{ name, confidence, text }];
  });
  if (!best || best.confidence < LEAST || IMPLAUSIBLE.test(best.text)) return undefined;
  const isDoubtful = others.some(
    ({ confidence, text }) => confidence > best.confidence - LEAD && text !== best.text,
  );
  return isDoubtful ? undefined : readAsEncoding(best.name).toLowerCase();
}

function textIn(bytes: Uint8Array, encoding: string): string | undefined {
  const decoded = decodeAs(bytes, encoding);
  if ('faults' in decoded) return undefined;
  const sound = checked(decoded.text);
  return 'text' in sound ? sound.text : undefined;
}

/** How many of the bytes beyond ASCII are part of a character in UTF-8: 0 to 1. */
function shareInUtf8(bytes: Uint8Array): number {
  let [beyond, inCharacters] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    let followed = 1;
    while (followed < length && ((bytes[at + followed] ?? 0) & 0xc0) === 0x80) followed++;
    const isCharacter = length > 1 && followed === length;
    beyond += isCharacter ? length : 1;
    if (isCharacter) {
      inCharacters += length;
      at += length - 1;
    }
  }
  return beyond === 0 ? 0 : inCharacters / beyond;
}
