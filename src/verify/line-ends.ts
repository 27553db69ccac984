import type { Document } from '../corpus/document.js';
import { LINE_END_HYPHEN } from '../text/folder.js';
import { Needle } from '../text/needle.js';
import type { FoldedText } from '../text/typography.js';

/** A hyphen at the end of a line: its document, and where it is in the folded text. */
interface LineEnd {
  readonly document: Document;
  readonly offset: number;
}

/** A word broken in more places than this is looked for in the first so many. */
const MAX_PLACES = 1_000;

const WORD_BEFORE = /[\p{L}\p{N}\p{M}']{1,60}$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}']{1,60}/u;
const WORD_LENGTH = 60;
const WORDS = /[\p{L}\p{N}\p{M}']+(?:-[\p{L}\p{N}\p{M}']+)*/gu;

/**
 * The words of documents that the end of a line parts with a hyphen. Nobody can tell from the hyphen whether it
 * belongs to the word, so a claim may have it or not.
 */
export class LineEnds {
  readonly #places = new Map<string, LineEnd[]>();

  /** Takes in the line ends of one document. */
  add(document: Document, { text }: FoldedText): void {
    for (let at = text.indexOf(LINE_END_HYPHEN); at !== -1; at = text.indexOf(LINE_END_HYPHEN, at + 1)) {
      const joined = joinedAt(text, at);
      const places = this.#places.get(joined) ?? [];
      if (places.length < MAX_PLACES) places.push({ document, offset: at });
      this.#places.set(joined, places);
    }
  }

  /** The stretches `[start, end)` of the documents' folded texts that are `folded` but for hyphens at line ends. */
  *find(
    folded: string,
    textOf: (document: Document) => FoldedText,
  ): Generator<{ document: Document; start: number; end: number }> {
    if (this.#places.size === 0) return;
    const needle = new Needle(folded.replaceAll('-', ''));
    const looked = new Set<string>();
    for (const { document, offset } of this.#inWords(folded)) {
      const { text } = textOf(document);
      const around = withoutHyphens(text, offset - folded.length * 2, offset + folded.length * 2);
      for (const at of needle.placesIn(around.text)) {
        const start = around.place(at);
        const end = around.place(at + needle.text.length - 1) + 1;
        const key = `${document.id} ${start}`;
        if (looked.has(key) || !text.slice(start, end).includes(LINE_END_HYPHEN)) continue;
        looked.add(key);
        if (agree(folded, text.slice(start, end))) yield { document, start, end };
      }
    }
  }

  /** The line ends inside of words that `folded` has, joined or with a hyphen. */
  *#inWords(folded: string): Generator<LineEnd> {
    const seen = new Set<string>();
    for (const [word] of folded.matchAll(WORDS)) {
      const parts = word.split('-');
      const joined = [...parts, ...parts.slice(1).map((part, at) => `${parts[at]}${part}`)];
      for (const one of joined) {
        const key = one.toLowerCase();
        if (!seen.has(key)) yield* this.#places.get(key) ?? [];
        seen.add(key);
      }
    }
  }
}

/** The word that the line end at `at` parts, joined, in small letters. */
export function joinedAt(text: string, at: number): string {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - WORD_LENGTH), at))?.[0] ?? '';
  const after = WORD_AFTER.exec(text.slice(at + 1, at + 1 + WORD_LENGTH))?.[0] ?? '';
  return `${before}${after}`.toLowerCase();
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
