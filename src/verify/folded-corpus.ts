import type { Corpus } from '../corpus/corpus.js';
import type { Document } from '../corpus/document.js';
import { LINE_END_HYPHEN } from '../text/folder.js';
import { Needle } from '../text/needle.js';
import { createPace, type Pace } from '../text/pace.js';
import type { Span } from '../text/span.js';
import { FoldedText } from '../text/typography.js';
import { words } from '../text/words.js';
import { joinedAt, LineEnds } from './line-ends.js';
import { isWhole } from './whole-words.js';

/** A place in a document at which words stand, typography apart. */
export interface Occurrence extends Span {
  readonly document: Document;
}

/** A stretch that stands in more places than this tells nothing by its places; the first so many are found. */
export const MAX_OCCURRENCES = 1_000;

/** With more passages than this to look at one by one, going through all texts at once is quicker. */
const MANY_PASSAGES = 2_000;

/** The texts of a corpus, folded as quotations are (see `text/typography.ts`), and where words stand in them. */
export class FoldedCorpus {
  private constructor(
    private readonly corpus: Corpus,
    private readonly texts: ReadonlyMap<Document, FoldedText>,
    private readonly lineEnds: LineEnds,
  ) {}

  /** Folds the texts of `corpus`, resting as `pace` says. */
  static async build(corpus: Corpus, pace: Pace): Promise<FoldedCorpus> {
    const texts = new Map<Document, FoldedText>();
    const lineEnds = new LineEnds();
    for (const document of corpus.documents) {
      const text = await FoldedText.ofLong(document.text, pace);
      texts.set(document, text);
      lineEnds.add(document, text);
    }
    return new FoldedCorpus(corpus, texts, lineEnds);
  }

  /** A document's folded text. */
  textOf = (document: Document): FoldedText => {
    const text = this.texts.get(document);
    if (!text) throw new Error(`${document.id} is not of this corpus`);
    return text;
  };

  /**
   * The places at which `folded` stands as whole words, in order, at most `MAX_OCCURRENCES` of them. Its first
   * letter may be large or small, and what a line end parts there may be joined, or have a hyphen. The passages
   * that have its rarest word are looked at, or all texts where that word is in very many.
   */
  find(folded: string): Occurrence[] {
    const joined = folded.replaceAll(LINE_END_HYPHEN, '');
    const likely = this.#findAll(this.#withoutLineEnds(folded));
    // A word may be parted elsewhere in the document than in the claim.
    return likely.length > 0 || joined === folded ? likely : this.#findAll(joined);
  }

  #findAll(wanted: string): Occurrence[] {
    const needle = new Needle(wanted);
    const found = this.#findIn(needle, this.#passagesWithRarest(wanted));
    const broken = [...this.lineEnds.find(wanted, this.textOf)].flatMap(({ document, start, end }) =>
      this.#placeOf(document, start, end),
    );
    return broken.length === 0
      ? found
      : inOrder([...found, ...broken], this.corpus).slice(0, MAX_OCCURRENCES);
  }

  /** The same within a stretch of one document's text, at most `limit`, its line ends as they stand. */
  findWithin(
    folded: string | Needle,
    document: Document,
    start: number,
    end: number,
    limit = MAX_OCCURRENCES,
  ): Occurrence[] {
    const needle = typeof folded === 'string' ? new Needle(this.#withoutLineEnds(folded)) : folded;
    const text = this.textOf(document);
    const from = text.foldedOffset(Math.max(0, start));
    const within = text.text.slice(from, text.foldedOffset(Math.min(end, document.text.length)));
    const found: Occurrence[] = [];
    for (const at of needle.placesIn(within)) {
      found.push(...this.#placeOf(document, from + at, from + at + needle.text.length));
      if (found.length >= limit) break;
    }
    return found;
  }

  #findIn(needle: Needle, having: Uint32Array | undefined): Occurrence[] {
    const found: Occurrence[] = [];
    if (having === undefined || having.length > MANY_PASSAGES) {
      for (const document of this.corpus.documents) {
        const limit = MAX_OCCURRENCES - found.length;
        if (limit === 0) break;
        found.push(...this.findWithin(needle, document, 0, document.text.length, limit));
      }
      return found;
    }
    for (const number of having) {
      if (found.length >= MAX_OCCURRENCES) break;
      const passage = this.corpus.passages[number];
      if (!passage) continue;
      const { document, start, end } = passage;
      // The words may begin in a passage before, or end in one after; folding makes little shorter.
      const reach = needle.text.length * 2;
      for (const occurrence of this.findWithin(needle, document, start - reach, end + reach)) {
        const last = found.at(-1);
        if (last?.document !== document || last.start < occurrence.start) found.push(occurrence);
      }
    }
    return found.slice(0, MAX_OCCURRENCES);
  }

  /** A stretch of a document's folded text in the document, if it is whole words and parts no ligature. */
  #placeOf(document: Document, start: number, end: number): Occurrence[] {
    const text = this.textOf(document);
    const place = { document, start: text.sourceStart(start), end: text.sourceEnd(end) };
    if (text.foldedOffset(place.start) !== start || text.foldedOffset(place.end) !== end) return [];
    return isWhole(document.text, place.start, place.end) ? [place] : [];
  }

  /** Without hyphens at line ends where the corpus has the word joined, and with a hyphen where it has not. */
  #withoutLineEnds(folded: string): string {
    if (!folded.includes(LINE_END_HYPHEN)) return folded;
    const { vocabulary } = this.corpus;
    return folded.replaceAll(LINE_END_HYPHEN, (_, at: number) =>
      vocabulary.has(joinedAt(folded, at)) ? '' : '-',
    );
  }

  /** The passages that have the rarest word of `folded`; undefined where it has no word to go by. */
  #passagesWithRarest(folded: string): Uint32Array | undefined {
    const { table } = this.corpus;
    const all = words(folded);
    // At its ends a quotation may part what is one word in a document, such as the dots of U.S.
    const inner = all.length > 2 ? all.slice(1, -1) : [];
    let rarest: Uint32Array | undefined;
    for (const word of inner) {
      const keys = table.vocabulary.keysFor(word.text);
      // A word that several languages have stands under several keys, which is no use here.
      if (keys.length > 1) continue;
      const passages = keys[0] === undefined ? new Uint32Array() : table.passagesWith(keys[0]);
      if (rarest === undefined || passages.length < rarest.length) rarest = passages;
    }
    return rarest;
  }
}

/** Places in the order of their documents and in these, each once. */
function inOrder(places: Occurrence[], { documents }: Corpus): Occurrence[] {
  const order = new Map(documents.map((document, at) => [document, at]));
  const rank = ({ document }: Occurrence) => order.get(document) ?? documents.length;
  return places
    .sort((a, b) => rank(a) - rank(b) || a.start - b.start)
    .filter(
      (place, at) => place.document !== places[at - 1]?.document || place.start !== places[at - 1]?.start,
    );
}

const known = new WeakMap<Corpus, Promise<FoldedCorpus>>();

/** The folded texts of `corpus`, made when first asked for and kept as long as the corpus is. */
export function foldedCorpusOf(corpus: Corpus): Promise<FoldedCorpus> {
  const folded = known.get(corpus) ?? FoldedCorpus.build(corpus, createPace());
  known.set(corpus, folded);
  return folded;
}
