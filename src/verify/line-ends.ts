import type { Document } from '../corpus/document.js';
import { LINE_END_HYPHEN } from '../text/folder.js';
import type { LineEnd } from '../text/line-ends.js';
import { Needle } from '../text/needle.js';
import type { Span } from '../text/span.js';
import type { FoldedText } from '../text/typography.js';

/** A word broken in more places than this is looked for in the first so many. */
const MAX_LINE_ENDS_OF_A_WORD = 1_000;

const HYPHENED_WORDS = /[\p{L}\p{N}\p{M}']+(?:-[\p{L}\p{N}\p{M}']+)*/gu;

/**
 * The words of documents that the end of a line parts with a hyphen. Nobody can tell from the hyphen whether it
 * belongs to the word, so a claim may have it or not.
 */
export class LineEnds {
  readonly #places = new Map<string, { readonly document: Document; readonly place: number }[]>();

  /** Takes in the line ends of one document. */
  add(document: Document, ends: readonly LineEnd[]): void {
    for (const { joined, place } of ends) {
      const places = this.#places.get(joined) ?? [];
      if (places.length < MAX_LINE_ENDS_OF_A_WORD) places.push({ document, place });
      this.#places.set(joined, places);
    }
  }

  /** The line ends inside of words that `folded` has, joined or with a hyphen. */
  *near(folded: string): Generator<{ readonly document: Document; readonly place: number }> {
    if (this.#places.size === 0) return;
    for (const word of wordsMaybeParted(folded)) yield* this.#places.get(word) ?? [];
  }
}

/** The words of a folded text as line ends part them, joined, each once: those between hyphens, and two around one. */
export function wordsMaybeParted(folded: string): string[] {
  const found = new Set<string>();
  for (const [word] of folded.matchAll(HYPHENED_WORDS)) {
    const parts = word.split('-');
    for (const part of parts) found.add(part.toLowerCase());
    for (const [at, part] of parts.slice(1).entries()) found.add(`${parts[at]}${part}`.toLowerCase());
  }
  return [...found];
}

/** Around one place words stand once or twice; where a text repeats one letter they stand everywhere, and so many are looked at. */
const MAX_TRIES = 32;

/** The stretches of a folded text around a line end that are `folded` but for hyphens at line ends. */
export function standingAround(folded: string, { text }: FoldedText, place: number): Span[] {
  const needle = new Needle(folded.replaceAll('-', ''));
  const around = withoutHyphens(text, place - folded.length * 2, place + folded.length * 2);
  const found: Span[] = [];
  let tries = 0;
  for (const at of needle.placesIn(around.text)) {
    if (++tries > MAX_TRIES) break;
    const start = around.place(at);
    const end = around.place(at + needle.text.length - 1) + 1;
    const stretch = text.slice(start, end);
    if (stretch.includes(LINE_END_HYPHEN) && agree(folded, stretch)) found.push({ start, end });
  }
  return found;
}

/** A stretch of a folded text without its hyphens, and where each character of that stands. */
function withoutHyphens(text: string, from: number, to: number): { text: string; place(at: number): number } {
  const places: number[] = [];
  let kept = '';
  for (let at = Math.max(0, from); at < Math.min(text.length, to); at++) {
    const character = text.charAt(at);
    if (character === '-' || character === LINE_END_HYPHEN) continue;
    kept += character;
    places.push(at);
  }
  return { text: kept, place: (at) => places[at] ?? text.length };
}

/** True if `text` is `folded`, its first letter and the hyphens at its line ends apart. */
function agree(folded: string, text: string): boolean {
  let at = 0;
  for (const character of text) {
    const wanted = folded.charAt(at);
    if (character === LINE_END_HYPHEN) {
      if (wanted === '-') at++;
    } else if (folded.startsWith(character, at)) at += character.length;
    else if (at === 0 && folded.slice(0, character.length).toLowerCase() === character.toLowerCase())
      at += character.length;
    else return false;
  }
  return at === folded.length;
}
