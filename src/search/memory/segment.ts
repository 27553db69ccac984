import type { Document } from '../../corpus/document.js';
import type { Passage } from '../../corpus/passage.js';
import { languageOf } from '../../languages/index.js';
import { wordsAsWritten } from '../../languages/terms.js';
import { entry } from '../../text/entry.js';
import type { Pace } from '../../text/pace.js';
import type { Lexicon } from '../lexicon.js';
import { NumberList } from '../number-list.js';
import { PassageIndex } from './passage-index.js';

/** What is kept of a segment's passages: their words as numbers, one passage after another. */
interface Tables {
  /** The words as they are written, by their numbers in the lexicon. */
  readonly forms: Uint32Array;
  /** Their keys, in the same order. */
  readonly keys: Uint32Array;
  /** Where each passage begins in these, and where the last one ends. */
  readonly starts: Uint32Array;
  /** How many words of each passage are more than function words. */
  readonly lengths: Uint32Array;
}

/**
 * Some documents of a corpus, read and indexed. A segment never changes: what is loaded later becomes another
 * segment, and those that hold nothing new go over to the next corpus as they are.
 */
export class Segment {
  /** By document, the number of its first passage. */
  readonly #firsts = new Map<Document, number>();

  private constructor(
    readonly documents: readonly Document[],
    /** Of all its documents, in order; a passage's place here is its number in this segment. */
    readonly passages: readonly Passage[],
    readonly index: PassageIndex,
    private readonly tables: Tables,
    /** How often each form of the lexicon stands in its passages, removed ones too. */
    readonly counts: Uint32Array,
    /** How many words of all its passages are more than function words. */
    readonly length: number,
    /** By key of function words, which are not indexed, how many passages have it. */
    private readonly commonFrequencies: ReadonlyMap<number, number>,
  ) {
    let first = 0;
    for (const document of documents) {
      this.#firsts.set(document, first);
      first += document.passages.length;
    }
  }

  /** Reads and indexes `documents`, whose words are entered in `lexicon`. */
  static async build(documents: readonly Document[], lexicon: Lexicon, pace: Pace): Promise<Segment> {
    const passages = documents.flatMap((document) => document.passages);
    const [forms, keys] = [new NumberList(), new NumberList()];
    const starts = new Uint32Array(passages.length + 1);
    const lengths = new Uint32Array(passages.length);
    const index = new PassageIndex();
    const common = new CommonKeys();
    for (const [number, { text, language }] of passages.entries()) {
      const read = languageOf(language);
      const telling: string[] = [];
      for (const word of wordsAsWritten(text)) {
        const form = lexicon.enter(word.text, read);
        const key = lexicon.keyOf(form);
        forms.push(form);
        keys.push(key);
        if (lexicon.isCommonKey(key)) common.count(key, number);
        else telling.push(lexicon.keyAt(key));
      }
      index.addPassage(telling);
      lengths[number] = telling.length;
      starts[number + 1] = forms.length;
      await pace();
    }
    const tables = { forms: forms.toArray(), keys: keys.toArray(), starts, lengths };
    const counts = await countsOf(tables, lexicon.size.forms, pace);
    const length = lengths.reduce((sum, one) => sum + one, 0);
    return new Segment(documents, passages, index, tables, counts, length, common.frequencies);
  }

  /** The number of a document's first passage; undefined where the document is not of this segment. */
  firstOf(document: Document): number | undefined {
    return this.#firsts.get(document);
  }

  /** By passage, how many of its words are more than function words. */
  get lengths(): Uint32Array {
    return this.tables.lengths;
  }

  /** The words of a passage as they are written, in order. */
  formsOf(passage: number): Uint32Array {
    return this.tables.forms.subarray(...this.#bounds(passage));
  }

  /** The keys of a passage's words, in order. */
  keysOf(passage: number): Uint32Array {
    return this.tables.keys.subarray(...this.#bounds(passage));
  }

  /** The keys of a passage, and of the one before and after it in its document, in order. */
  keysAround(passage: number): Uint32Array {
    const [first, last] = this.#documentAround(passage);
    const { keys, starts } = this.tables;
    const end = Math.min(last, passage + 2);
    return keys.subarray(entry(starts, Math.max(first, passage - 1)), entry(starts, end));
  }

  /** How many of a passage's words are more than function words. */
  lengthOf(passage: number): number {
    return entry(this.tables.lengths, passage);
  }

  /** How many passages have a key. `term` is the key as it is indexed. */
  frequency(key: number, term: string): number {
    return this.commonFrequencies.get(key) ?? this.index.postings(term).size;
  }

  /** The passages that have a key, with how often; by reading all words, since function words are not indexed. */
  *scan(key: number): Generator<[passage: number, times: number]> {
    for (let passage = 0; passage < this.passages.length; passage++) {
      let times = 0;
      for (const one of this.keysOf(passage)) if (one === key) times++;
      if (times > 0) yield [passage, times];
    }
  }

  /**
   * The passages in which rows of words begin that have a word of `passage` at their place `at`. Each word of a row
   * is given by its forms. A row may go over passages of one document.
   */
  rowsThrough(passage: number, row: readonly ReadonlySet<number>[], at: number): Set<number> {
    const { forms, starts } = this.tables;
    const [first, last] = this.#documentAround(passage);
    const [from, to] = [entry(starts, first), entry(starts, last)];
    const begun = new Set<number>();
    const wanted = row[at];
    for (let place = entry(starts, passage); place < entry(starts, passage + 1); place++) {
      if (!wanted?.has(entry(forms, place))) continue;
      const start = place - at;
      if (start < from || start + row.length > to) continue;
      if (!row.every((word, step) => word.has(entry(forms, start + step)))) continue;
      let begins = passage;
      while (entry(starts, begins) > start) begins--;
      begun.add(begins);
    }
    return begun;
  }

  /** The first passage of the document around a passage, and the one after its last. */
  #documentAround(passage: number): [first: number, end: number] {
    const document = this.passages[passage]?.document;
    const first = document && this.#firsts.get(document);
    if (!document || first === undefined) throw new RangeError(`No passage ${passage} in this segment`);
    return [first, first + document.passages.length];
  }

  #bounds(passage: number): [start: number, end: number] {
    return [entry(this.tables.starts, passage), entry(this.tables.starts, passage + 1)];
  }
}

/** How often each of so many forms stands in some tables. */
async function countsOf({ forms, starts }: Tables, size: number, pace: Pace): Promise<Uint32Array> {
  const counts = new Uint32Array(size);
  for (let passage = 0; passage + 1 < starts.length; passage++) {
    for (const form of forms.subarray(starts[passage], starts[passage + 1]))
      counts[form] = entry(counts, form) + 1;
    await pace();
  }
  return counts;
}

/** Counts in how many passages, read in order, keys of function words stand. */
class CommonKeys {
  readonly frequencies = new Map<number, number>();
  readonly #last = new Map<number, number>();

  count(key: number, passage: number): void {
    if (this.#last.get(key) === passage) return;
    this.#last.set(key, passage);
    this.frequencies.set(key, (this.frequencies.get(key) ?? 0) + 1);
  }
}
