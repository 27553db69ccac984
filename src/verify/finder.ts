import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import type { Catalogue } from '../search/catalogue.js';
import type { Engine } from '../search/engine.js';
import { LINE_END_HYPHEN } from '../text/folder.js';
import { joinedAt } from '../text/line-ends.js';
import { Needle } from '../text/needle.js';
import type { Pace } from '../text/pace.js';
import type { Span } from '../text/span.js';
import type { FoldedText } from '../text/typography.js';
import { words } from '../text/words.js';
import type { FoldedTexts } from './folded-texts.js';
import { standingAround, wordsMaybeParted } from './line-ends.js';
import { isWhole } from './whole-words.js';

/** A place in a document at which words stand, typography apart. */
export interface Occurrence extends Span {
  readonly document: Document;
}

/** A stretch that stands in more places than this tells nothing by its places; the first so many are found. */
export const MAX_OCCURRENCES = 1_000;

/** What emoji are made of. Folding takes what joins them, so that only a document tells how many words they are there. */
const PICTURES = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]+/u;

/** How many words of a claim passages are looked for by: nobody repeats more in a row by chance. */
const ROW = 16;

/** What words are looked for in. */
export interface Searched {
  readonly engine: Engine;
  /** The documents' texts as quotations are compared with them. */
  readonly texts: FoldedTexts;
}

/** Finds where words stand, typography apart (see `text/typography.ts`). Rests as its pace says. */
export class Finder {
  readonly #engine: Engine;
  readonly #texts: FoldedTexts;

  constructor(
    { engine, texts }: Searched,
    private readonly pace: Pace,
  ) {
    this.#engine = engine;
    this.#texts = texts;
  }

  /**
   * The places at which `folded` stands as whole words, in order, at most `MAX_OCCURRENCES` of them. Its first
   * letter may be large or small, and what a line end parts there may be joined, or have a hyphen.
   */
  async find(folded: string): Promise<Occurrence[]> {
    const joined = folded.replaceAll(LINE_END_HYPHEN, '');
    const likely = await this.#findAll(await this.#withoutLineEnds(folded));
    // A word may be parted elsewhere in the document than in the claim.
    return likely.length > 0 || joined === folded ? likely : this.#findAll(joined);
  }

  /** The same within a stretch of one document's text, at most `limit`, its line ends as they stand. */
  async findWithin(
    folded: string,
    document: Document,
    start: number,
    end: number,
    limit = MAX_OCCURRENCES,
  ): Promise<Occurrence[]> {
    const needle = new Needle(await this.#withoutLineEnds(folded));
    return this.#within(needle, document, { start, end }, { limit });
  }

  async #findAll(wanted: string): Promise<Occurrence[]> {
    const found = await this.#findWhole(wanted);
    const documents = await this.#engine.catalogue.parting(wordsMaybeParted(wanted));
    if (documents.length === 0) return found;
    const lineEnds = await this.#texts.lineEndsOf(documents, this.pace);
    const broken: Occurrence[] = [];
    for (const { document, place } of lineEnds.near(wanted)) {
      const text = await this.#texts.of(document, this.pace);
      for (const { start, end } of standingAround(wanted, text, place)) {
        broken.push(...placeIn(text, document, start, end));
      }
      await this.pace();
      if (broken.length > MAX_OCCURRENCES) break;
    }
    if (broken.length === 0) return found;
    return placesInOrder([...found, ...broken], this.#engine.catalogue).slice(0, MAX_OCCURRENCES);
  }

  /** The places of words that no line end parts: around the passages that have them in a row. */
  async #findWhole(wanted: string): Promise<Occurrence[]> {
    const needle = new Needle(wanted);
    const all = longestWithoutPictures(wanted);
    // At its ends a quotation may part what is one word in a document, such as the dots of U.S.
    const row = await this.#rarestRow(all.length > 2 ? all.slice(1, -1) : all);
    const found: Occurrence[] = [];
    for (const { document, start, end } of await this.#passagesWith(row, all)) {
      await this.pace();
      // The words may begin in a passage before, or end in one after.
      for (const place of await this.#within(needle, document, { start, end }, { reach: wanted.length })) {
        const last = found.at(-1);
        if (last?.document !== document || last.start < place.start) found.push(place);
      }
    }
    return found.slice(0, MAX_OCCURRENCES);
  }

  /** The words around the rarest of a list, in a row: enough to go by, and no work that grows with the square of a claim. */
  async #rarestRow(list: readonly string[]): Promise<readonly string[]> {
    if (list.length <= ROW) return list;
    const weights = (await this.#engine.statistics(list)).map(({ weight }) => weight);
    const at = weights.indexOf(weights.reduce((most, weight) => Math.max(most, weight)));
    const from = Math.max(0, Math.min(at - ROW / 2, list.length - ROW));
    return list.slice(from, from + ROW);
  }

  /** The passages in which a row begins; where that are too many to look at, those in which `all` begin. */
  async #passagesWith(row: readonly string[], all: readonly string[]): Promise<readonly Passage[]> {
    const passages = await this.#engine.phrase(row, MAX_OCCURRENCES);
    if (passages.length < MAX_OCCURRENCES || row === all || all.length > ROW) return passages;
    return this.#engine.phrase(all, MAX_OCCURRENCES);
  }

  /** The places inside of a stretch and so many characters of the folded text around it. */
  async #within(
    needle: Needle,
    document: Document,
    { start, end }: Span,
    { reach = 0, limit = MAX_OCCURRENCES }: { reach?: number; limit?: number },
  ): Promise<Occurrence[]> {
    const text = await this.#texts.of(document, this.pace);
    const from = Math.max(0, text.foldedOffset(Math.max(0, start)) - reach);
    const to = text.foldedOffset(Math.min(end, document.text.length)) + reach;
    const within = text.text.slice(from, to);
    const found: Occurrence[] = [];
    for (const at of needle.placesIn(within)) {
      found.push(...placeIn(text, document, from + at, from + at + needle.text.length));
      if (found.length >= limit) break;
    }
    return found;
  }

  /** Without hyphens at line ends where the corpus has the word joined, and with a hyphen where it has not. */
  async #withoutLineEnds(folded: string): Promise<string> {
    if (!folded.includes(LINE_END_HYPHEN)) return folded;
    const ends = [...folded.matchAll(new RegExp(LINE_END_HYPHEN, 'g'))].map(({ index }) => index);
    const known = await this.#engine.statistics(ends.map((at) => joinedAt(folded, at)));
    let end = 0;
    return folded.replaceAll(LINE_END_HYPHEN, () => (known[end++]?.word === undefined ? '-' : ''));
  }
}

/** A stretch of a document's folded text in the document, if it is whole words and parts no ligature. */
function placeIn(text: FoldedText, document: Document, start: number, end: number): Occurrence[] {
  const place = { document, start: text.sourceStart(start), end: text.sourceEnd(end) };
  if (text.foldedOffset(place.start) !== start || text.foldedOffset(place.end) !== end) return [];
  return isWhole(document.text, place.start, place.end) ? [place] : [];
}

/** The most words of a folded text that stand in a row without an emoji between them. */
function longestWithoutPictures(folded: string): string[] {
  const rows = folded.split(PICTURES).map((part) => words(part).map((word) => word.text));
  return rows.reduce((longest, row) => (row.length > longest.length ? row : longest));
}

/** Places in the order of their documents and in these, each once. */
function placesInOrder(places: Occurrence[], catalogue: Catalogue): Occurrence[] {
  const order = ({ document }: Occurrence) => catalogue.orderOf(document);
  return places
    .sort((a, b) => order(a) - order(b) || a.start - b.start)
    .filter(
      (place, at) => place.document !== places[at - 1]?.document || place.start !== places[at - 1]?.start,
    );
}
