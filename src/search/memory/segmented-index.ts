import type { Document } from '../../corpus/document.js';
import type { Passage } from '../../corpus/passage.js';
import { languageOf } from '../../languages/index.js';
import type { Language } from '../../languages/language.js';
import { entry } from '../../text/entry.js';
import type { Pace } from '../../text/pace.js';
import { idf } from '../bm25.js';
import type { PassageWords } from '../engine.js';
import { Lexicon } from '../lexicon.js';
import { Segment } from './segment.js';
import { Vocabulary } from './vocabulary.js';

/** The place in the corpus of a passage that is of it no more. */
const REMOVED = 0xffff_ffff;
/** The frequency of a key that was not counted yet. */
const UNKNOWN = 0xffff_ffff;
/** Beyond this share of passages, or of forms of words, that are of the corpus no more, all is read anew. */
const MAX_REMOVED = 0.2;
/** With more segments than this, all but the largest become one: each costs a look-up for every word. */
const MAX_SEGMENTS = 6;

/** What an index is made of. */
interface Parts {
  readonly lexicon: Lexicon;
  readonly segments: readonly Segment[];
  readonly documents: readonly Document[];
  /** The first slot of each segment, and the end of the last. */
  readonly bases: readonly number[];
  /** By slot, the passage's place. */
  readonly places: Uint32Array;
  /** By slot, how many of the passage's words are more than function words. */
  readonly lengths: Uint32Array;
  readonly sums: Sums;
}

/** What is counted over all passages of a corpus. */
interface Sums {
  readonly passages: number;
  /** How many words are more than function words. */
  readonly length: number;
  /** How often each form stands. */
  readonly counts: Uint32Array;
  /** By key, how many passages of the segments have it that are of the corpus no more. */
  readonly removed: ReadonlyMap<number, number>;
}

/**
 * The passages of one revision of a corpus, in segments. A passage has a *slot*, which is its number in its segment
 * after all slots of the segments before, and a *place*, which is its number in the corpus.
 */
export class SegmentedIndex {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly size: { readonly documents: number; readonly passages: number };
  readonly averageLength: number;
  readonly #segments: readonly Segment[];
  /** The languages of its documents: those that only earlier revisions had give no word a key. */
  readonly #languages: ReadonlySet<Language>;
  /** The first slot of each segment. */
  readonly #bases: readonly number[];
  /** By slot, the passage's place. */
  readonly #places: Uint32Array;
  /** By slot, how many of the passage's words are more than function words. */
  readonly #lengths: Uint32Array;
  /** By key, how many passages have it, as far as somebody asked. */
  readonly #frequencies: Uint32Array;
  /** How many forms of the lexicon stand in no passage of the corpus. */
  readonly #unused: number;
  /** By key, how many passages have it that are of the corpus no more. */
  readonly #removed: ReadonlyMap<number, number>;

  private constructor({ lexicon, segments, documents, bases, places, lengths, sums }: Parts) {
    this.lexicon = lexicon;
    this.#segments = segments;
    this.#bases = bases;
    this.#places = places;
    this.#lengths = lengths;
    this.#languages = new Set([...new Set(documents.map(({ source }) => source.language))].map(languageOf));
    this.#removed = sums.removed;
    this.#frequencies = new Uint32Array(lexicon.size.keys).fill(UNKNOWN);
    this.size = { documents: documents.length, passages: sums.passages };
    this.averageLength = Math.max(1, sums.length / Math.max(1, sums.passages));
    this.vocabulary = new Vocabulary(lexicon, sums.counts);
    this.#unused = sums.counts.reduce((unused, count) => (count === 0 ? unused + 1 : unused), 0);
  }

  /** Indexes `documents`, of which those that `previous` has are taken over as they are. Rests as `pace` says. */
  static async build(
    documents: readonly Document[],
    previous: SegmentedIndex | undefined,
    pace: Pace,
  ): Promise<SegmentedIndex> {
    const isWorn = previous && previous.#unused > previous.lexicon.size.forms * MAX_REMOVED;
    const kept = previous && !isWorn ? keptSegments(previous.#segments, documents) : [];
    const lexicon = kept.length > 0 && previous ? previous.lexicon : new Lexicon();
    const had = new Set(kept.flatMap((segment) => segment.documents));
    const added = documents.filter((document) => !had.has(document));
    const fresh = added.length > 0 || kept.length === 0 ? [await Segment.build(added, lexicon, pace)] : [];
    const segments = [...kept, ...fresh].filter(({ passages }, at) => at === 0 || passages.length > 0);
    const bases = [0];
    for (const { passages } of segments) bases.push((bases.at(-1) ?? 0) + passages.length);
    const lengths = new Uint32Array(bases.at(-1) ?? 0);
    for (const [at, segment] of segments.entries()) lengths.set(segment.lengths, entry(bases, at));
    const places = await placesBySlot(documents, segments, bases, pace);
    const sums = await sumsOf(segments, bases, places, lexicon, pace);
    return new SegmentedIndex({ lexicon, segments, documents, bases, places, lengths, sums });
  }

  /** How many slots there are: the length of a table by slot. */
  get slots(): number {
    return this.#places.length;
  }

  /** The passage in a slot. */
  passageIn(slot: number): Passage {
    const passage = this.#segmentAt(slot).passages[this.#numberIn(slot)];
    if (!passage) throw new RangeError(`No passage in slot ${slot}`);
    return passage;
  }

  /** The slot of a passage of this corpus. */
  slotOf({ document, number }: Passage): number {
    for (const [at, segment] of this.#segments.entries()) {
      const first = segment.firstOf(document);
      if (first === undefined) continue;
      const slot = entry(this.#bases, at) + first + number - 1;
      if (entry(this.#places, slot) !== REMOVED) return slot;
    }
    throw new RangeError(`${document.id}#${number} is not of this corpus`);
  }

  /** The number in the corpus of the passage in a slot. */
  placeOf(slot: number): number {
    return entry(this.#places, slot);
  }

  /** The words of the passage in a slot. */
  read(slot: number): PassageWords {
    const [segment, number] = [this.#segmentAt(slot), this.#numberIn(slot)];
    return { forms: segment.formsOf(number), keys: segment.keysOf(number), length: segment.lengthOf(number) };
  }

  /** The keys of the passage in a slot, and of the one before and after it in its document, in order. */
  keysAround(slot: number): Uint32Array {
    const [segment, number] = [this.#segmentAt(slot), this.#numberIn(slot)];
    return segment.keysAround(number);
  }

  /** How many of the words in a slot are more than function words. */
  lengthOf(slot: number): number {
    return entry(this.#lengths, slot);
  }

  /** How many passages have a key. */
  frequency(key: number): number {
    const known = this.#frequencies[key];
    // A key beyond the table is of words that were entered for a later corpus.
    if (known === undefined) return 0;
    if (known !== UNKNOWN) return known;
    const term = this.lexicon.keyAt(key);
    const all = this.#segments.reduce((sum, segment) => sum + segment.frequency(key, term), 0);
    const frequency = all - (this.#removed.get(key) ?? 0);
    this.#frequencies[key] = frequency;
    return frequency;
  }

  /** How much a key says, above 0: the idf of BM25, which is highest for a key (undefined) that no passage has. */
  weight(key: number | undefined): number {
    return idf(this.size.passages, key === undefined ? 0 : this.frequency(key));
  }

  /** Visits the slots that have a key, with how often they have it. A key of function words is read for in all words. */
  visit(key: number, visitor: (slot: number, times: number) => void): void {
    const term = this.lexicon.keyAt(key);
    const common = this.lexicon.isCommonKey(key);
    for (const [at, segment] of this.#segments.entries()) {
      const base = entry(this.#bases, at);
      for (const [number, times] of common ? segment.scan(key) : segment.index.postings(term)) {
        if (this.#places[base + number] !== REMOVED) visitor(base + number, times);
      }
    }
  }

  /** A function that tells whether a slot has one of some keys, none of which is of function words. */
  having(keys: readonly number[]): (slot: number) => boolean {
    const terms = keys.map((key) => this.lexicon.keyAt(key));
    const postings = this.#segments.map(({ index }) => terms.map((term) => index.postings(term)));
    return (slot) => postings[this.#segmentOf(slot)]?.some((one) => one.has(this.#numberIn(slot))) ?? false;
  }

  /** The keys that a typed word may have and that passages have, in order of what they are. */
  keysFor(word: string): number[] {
    return this.lexicon.keysFor(word, this.#languages).filter((key) => this.frequency(key) > 0);
  }

  /** The keys of compounds that a typed word is a part of and that passages have, in order of what they are. */
  compoundsOf(word: string): number[] {
    return this.lexicon.compoundsOf(word).filter((key) => this.frequency(key) > 0);
  }

  /** The keys with which a word stands, by its number: capitals make a name of some function words. */
  keysOfWord(word: number): number[] {
    return [...new Set(this.vocabulary.formsOf(word).map((form) => this.lexicon.keyOf(form)))];
  }

  /** The slots in which rows begin that have a word of `slot` at their place `at`; see `Segment.rowsThrough`. */
  rowsThrough(slot: number, row: readonly ReadonlySet<number>[], at: number): number[] {
    const [segment, number] = [this.#segmentAt(slot), this.#numberIn(slot)];
    return [...segment.rowsThrough(number, row, at)].map((begins) => slot - number + begins);
  }

  /** The number of the segment that a slot is of: the last that does not begin after it. */
  #segmentOf(slot: number): number {
    let at = this.#segments.length - 1;
    while (at > 0 && entry(this.#bases, at) > slot) at--;
    return at;
  }

  /** The segment that a slot is of. */
  #segmentAt(slot: number): Segment {
    const segment = this.#segments[this.#segmentOf(slot)];
    if (!segment) throw new RangeError(`No slot ${slot}`);
    return segment;
  }

  /** The number in its segment of the passage in a slot. */
  #numberIn(slot: number): number {
    return slot - entry(this.#bases, this.#segmentOf(slot));
  }
}

/** The segments that go over to a corpus of `documents`; none where too much of them does not. */
function keptSegments(segments: readonly Segment[], documents: readonly Document[]): Segment[] {
  const wanted = new Set(documents);
  const passagesOf = (list: readonly Document[]) => list.reduce((sum, one) => sum + one.passages.length, 0);
  const total = passagesOf(segments.flatMap((segment) => segment.documents));
  const gone = passagesOf(segments.flatMap((segment) => segment.documents.filter((one) => !wanted.has(one))));
  if (gone > total * MAX_REMOVED) return [];
  if (segments.length < MAX_SEGMENTS) return [...segments];
  const largest = segments.reduce((most, one) => (one.passages.length > most.passages.length ? one : most));
  return [largest];
}

/** By slot, the place of each passage in a corpus of `documents`. */
async function placesBySlot(
  documents: readonly Document[],
  segments: readonly Segment[],
  bases: readonly number[],
  pace: Pace,
): Promise<Uint32Array> {
  const places = new Uint32Array(bases.at(-1) ?? 0).fill(REMOVED);
  let place = 0;
  for (const document of documents) {
    const at = segments.findIndex((segment) => segment.firstOf(document) !== undefined);
    const first = segments[at]?.firstOf(document);
    if (first === undefined) throw new Error(`${document.file} was not indexed`);
    const base = entry(bases, at) + first;
    for (let number = 0; number < document.passages.length; number++) places[base + number] = place++;
    await pace();
  }
  return places;
}

/** What the segments count, without what is of the corpus no more. */
async function sumsOf(
  segments: readonly Segment[],
  bases: readonly number[],
  places: Uint32Array,
  lexicon: Lexicon,
  pace: Pace,
): Promise<Sums> {
  const counts = new Uint32Array(lexicon.size.forms);
  const removed = new Map<number, number>();
  let [passages, length] = [0, 0];
  for (const [at, segment] of segments.entries()) {
    let form = 0;
    for (const count of segment.counts) counts[form] = entry(counts, form++) + count;
    passages += segment.passages.length;
    length += segment.length;
    const base = entry(bases, at);
    for (let number = 0; number < segment.passages.length; number++) {
      if (entry(places, base + number) !== REMOVED) continue;
      passages--;
      length -= segment.lengthOf(number);
      for (const one of segment.formsOf(number)) counts[one] = entry(counts, one) - 1;
      for (const key of new Set(segment.keysOf(number))) removed.set(key, (removed.get(key) ?? 0) + 1);
      await pace();
    }
    await pace();
  }
  return { passages, length, counts, removed };
}
