import type { Corpus } from '../corpus/corpus.js';
import type { Document } from '../corpus/document.js';
import { createPace, type Pace } from '../text/pace.js';
import { FoldedText } from '../text/typography.js';
import { words } from '../text/words.js';
import { isWhole } from './whole-words.js';

/** A place in a document at which words stand, typography apart. */
export interface Occurrence {
  readonly document: Document;
  /** Where it begins in `document.text`, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends there, exclusive. */
  readonly end: number;
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
  ) {}

  static async build(corpus: Corpus, pace: Pace): Promise<FoldedCorpus> {
    const texts = new Map<Document, FoldedText>();
    for (const document of corpus.documents) {
      texts.set(document, await FoldedText.ofLong(document.text, pace));
    }
    return new FoldedCorpus(corpus, texts);
  }

  /** A document's folded text. */
  textOf(document: Document): FoldedText {
    const text = this.texts.get(document);
    if (!text) throw new Error(`${document.id} is not of this corpus`);
    return text;
  }

  /**
   * The places at which `folded` stands as whole words, in order, at most `MAX_OCCURRENCES` of them. Its first
   * letter may be large or small. The passages that have its rarest word are looked at, or all texts where that word is in very many.
   */
  find(folded: string): Occurrence[] {
    const { passages } = this.corpus;
    const having = this.#passagesWithRarest(folded);
    if (having === undefined || having.length > MANY_PASSAGES) {
      const found: Occurrence[] = [];
      for (const document of this.corpus.documents) {
        const limit = MAX_OCCURRENCES - found.length;
        if (limit === 0) break;
        found.push(...this.findWithin(folded, document, 0, document.text.length, limit));
      }
      return found;
    }
    const found: Occurrence[] = [];
    for (const number of having) {
      if (found.length === MAX_OCCURRENCES) break;
      const passage = passages[number];
      if (!passage) continue;
      const { document, start, end } = passage;
      // The words may begin in a passage before, or end in one after; folding makes little shorter.
      const reach = folded.length * 2;
      for (const occurrence of this.findWithin(folded, document, start - reach, end + reach)) {
        const last = found.at(-1);
        if (last?.document !== document || last.start < occurrence.start) found.push(occurrence);
      }
    }
    return found;
  }

  /** The same within a stretch of one document's text, at most `limit`. */
  findWithin(
    folded: string,
    document: Document,
    start: number,
    end: number,
    limit = MAX_OCCURRENCES,
  ): Occurrence[] {
    const text = this.textOf(document);
    const from = text.foldedOffset(Math.max(0, start));
    const within = text.text.slice(from, text.foldedOffset(Math.min(end, document.text.length)));
    const first = String.fromCodePoint(folded.codePointAt(0) ?? 0);
    const rest = folded.slice(first.length);
    const found: Occurrence[] = [];
    const next = (at: number) => (at > within.length ? -1 : within.indexOf(rest, at));
    for (let at = next(first.length); at !== -1 && found.length < limit; at = next(at + 1)) {
      const begins = at - first.length;
      if (!sameLetter(within.slice(begins, at), first)) continue;
      const place = { start: text.sourceStart(from + begins), end: text.sourceEnd(from + at + rest.length) };
      if (isWhole(document.text, place.start, place.end)) found.push({ document, ...place });
    }
    return found;
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

function sameLetter(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

const known = new WeakMap<Corpus, Promise<FoldedCorpus>>();

/** The folded texts of `corpus`, made when first asked for and kept as long as the corpus is. */
export function foldedCorpusOf(corpus: Corpus): Promise<FoldedCorpus> {
  const folded = known.get(corpus) ?? FoldedCorpus.build(corpus, createPace());
  known.set(corpus, folded);
  return folded;
}
