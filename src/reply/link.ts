import { LRUCache } from 'lru-cache';
import type { Document } from '../corpus/document.js';
import type { Excerpt } from '../corpus/excerpt.js';
import { type Word, words } from '../text/words.js';

/** How many words name the beginning or the end of an excerpt at first; more where these are not the only ones. */
const FEW_WORDS = 4;
const MANY_WORDS = 12;

/** The address that a document states, with parentheses percent-encoded so that it stands in any kind of link; else null. */
export function addressOf({ source: { url } }: Document): string | null {
  return url === undefined ? null : new URL(url).href.replace(/[()]/g, encodeCharacter);
}

/**
 * The address of the document with a text fragment that leads to the very words of `excerpt`; the bare address
 * where no fragment leads there and nowhere else; null where no address is stated. Parentheses and angle
 * brackets are percent-encoded, so that it stands in any kind of link.
 *
 * A browser shows the first place at which the words match, letter case and runs of white space apart
 * (https://wicg.github.io/scroll-to-text-fragment/). Quotation marks are not matched alike everywhere, so the
 * words that name a place are words in a row without one.
 */
export function linkTo(excerpt: Excerpt): string | null {
  const address = addressOf(excerpt.document);
  if (address === null) return null;
  const directive = directiveFor(excerpt);
  if (directive === undefined) return address;
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** What the texts of documents that were linked last may take, in bytes: a character takes four of its place and two of itself. */
const PAGE_BYTES = 32 * 2 ** 20;
const PAGE_BYTES_OF_A_CHARACTER = 6;

/** A document never changes, so what is remembered of it is of no corpus. */
const pageTexts = new LRUCache<Document, PageText>({
  maxSize: PAGE_BYTES,
  sizeCalculation: (_, { text }) => 1 + text.length * PAGE_BYTES_OF_A_CHARACTER,
});

function directiveFor({ document, start, end }: Excerpt): string | undefined {
  const page = pageTexts.get(document) ?? new PageText(document.text);
  pageTexts.set(document, page);
  const inside = words(document.text.slice(start, end)).map((word) => shift(word, start));
  for (let length = FEW_WORDS; length <= MANY_WORDS; length++) {
    const opening = inRow(document.text, inside.slice(0, length));
    const closing = inRow(document.text, inside.slice(-length).reverse()).reverse();
    const [first, last] = [opening[0], closing.at(-1)];
    if (!first || !last) return undefined;
    const from = document.text.slice(first.start, opening.at(-1)?.end);
    if (page.firstPlace(from) !== page.placeOf(first.start)) {
      // Where the row of words ends here, more of them cannot be had.
      if (opening.length < length) return undefined;
      continue;
    }
    if (opening.length === inside.length) return encodeTerm(from);
    const to = document.text.slice(closing[0]?.start, last.end);
    const after = page.placeOf(opening.at(-1)?.end ?? 0);
    if (page.firstPlace(to, after) === page.placeOf(closing[0]?.start ?? 0))
      return `${encodeTerm(from)},${encodeTerm(to)}`;
  }
  return undefined;
}

function shift({ text, start, end }: Word, by: number): Word {
  return { text, start: start + by, end: end + by };
}

/** As many of `list`, neighbours one after another, as have nothing but blanks and plain punctuation between them. */
function inRow(text: string, list: readonly Word[]): Word[] {
  const row: Word[] = [];
  for (const word of list) {
    const before = row.at(-1);
    const gap = before ? text.slice(Math.min(before.end, word.end), Math.max(before.start, word.start)) : '';
    if (!/^[ \u00A0,.:;!?()-]*$/.test(gap)) break;
    row.push(word);
  }
  return row;
}

/** A text as browsers compare it: without letter case and accents, white space in single blanks. */
class PageText {
  readonly #text: string;
  /** For each character of the original, where it stands in the folded text. */
  readonly #places: Uint32Array;

  constructor(text: string) {
    this.#places = new Uint32Array(text.length + 1);
    let folded = '';
    for (let at = 0; at < text.length; at++) {
      this.#places[at] = folded.length;
      const character = foldCharacter(text.charAt(at));
      if (character !== ' ' || !folded.endsWith(' ')) folded += character;
    }
    this.#places[text.length] = folded.length;
    this.#text = folded;
  }

  placeOf(offset: number): number {
    return this.#places[offset] ?? 0;
  }

  /** Where `term` first stands as whole words, from `from` on; -1 where it does not. */
  firstPlace(term: string, from = 0): number {
    const wanted = [...term].map(foldCharacter).join('').replace(/ +/g, ' ');
    for (let at = this.#text.indexOf(wanted, from); at !== -1; at = this.#text.indexOf(wanted, at + 1)) {
      const around =
        this.#text.slice(Math.max(0, at - 1), at) + this.#text.slice(at + wanted.length).charAt(0);
      if (!/[\p{L}\p{N}]/u.test(around)) return at;
    }
    return -1;
  }
}

function foldCharacter(character: string): string {
  if (/\s/.test(character)) return ' ';
  return character
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase();
}

/** A term of a text directive: `-`, `&` and `,` have a meaning there, and `( ) ' ! * ~` in Discord's links. */
function encodeTerm(term: string): string {
  return encodeURIComponent(term).replace(/[-!'()*~]/g, encodeCharacter);
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
