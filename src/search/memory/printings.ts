import { LRUCache } from 'lru-cache';
import type { Passage } from '../../corpus/passage.js';
import { entry } from '../../text/entry.js';
import type { Printings } from '../engine.js';
import { MAX_PLACES_OF_A_WORD, MAX_PRINTINGS, MIN_ROWS, rowsIn } from '../printed-rows.js';
import type { SegmentedIndex } from './segmented-index.js';

/** What is remembered of words in a row may take so many bytes; a row takes so many, and so many a letter and a place of it. */
const ROW_BYTES = 16 * 2 ** 20;
const ENTRY_BYTES = 200;
const LETTER_BYTES = 2;
const PLACE_BYTES = 100;

/** Slots, and how often each has what was looked for. */
type Places = readonly (readonly [slot: number, times: number])[];

/** Where words of a passage stand in other documents, three in a row. */
export class PrintingFinder {
  /** By the words, folded; null where they stand everywhere. */
  readonly #places = new LRUCache<string, { readonly places: Places | null }>({
    maxSize: ROW_BYTES,
    sizeCalculation: ({ places }, row) =>
      ENTRY_BYTES + row.length * LETTER_BYTES + (places?.length ?? 0) * PLACE_BYTES,
  });

  constructor(private readonly index: SegmentedIndex) {}

  /** What is remembered takes, about, in bytes. */
  get keptBytes(): number {
    return this.#places.calculatedSize;
  }

  /**
   * Up to `limit` passages of other documents that have most of the words of `stretches`, which are words of
   * `passage`. Whether they stand in quotations there is not looked at.
   */
  printing(passage: Passage, stretches: readonly (readonly string[])[], limit: number): Printings {
    const { index } = this;
    const found = new Map<number, number>();
    const sayings: string[] = [];
    for (const [row, { words, times }] of rowsIn(stretches)) {
      const places = this.#placesOf(row, words);
      if (places === null) sayings.push(row);
      for (const [slot, there] of places ?? []) {
        if (index.passageIn(slot).document === passage.document) continue;
        found.set(slot, (found.get(slot) ?? 0) + Math.max(times, there));
      }
    }
    const most = [...found]
      .filter(([, times]) => times >= MIN_ROWS)
      .sort(([x, a], [y, b]) => b - a || index.placeOf(x) - index.placeOf(y));
    return { passages: most.slice(0, limit).map(([slot]) => index.passageIn(slot)), sayings };
  }

  /** The passages that have three words in a row, and how often each; null where they are too many. */
  #placesOf(row: string, words: readonly string[]): Places | null {
    const known = this.#places.get(row);
    if (known) return known.places;
    const places = this.#find(words);
    this.#places.set(row, { places });
    return places;
  }

  #find(words: readonly string[]): Places | null {
    const { index } = this;
    const numbers = words.flatMap((word) => index.vocabulary.numberOf(word) ?? []);
    if (numbers.length < words.length) return [];
    // By how the words stand in the corpus and not here, since what is found is remembered for any form.
    const [rarest, second] = numbers
      .map((number, step) => ({ number, step, keys: index.keysOfWord(number) }))
      .filter(({ keys }) => keys.every((key) => !index.lexicon.isCommonKey(key)))
      .map((word) => ({ ...word, frequency: frequencyOf(index, word.keys) }))
      .sort((a, b) => a.frequency - b.frequency);
    // Function words alone lead nowhere, and are no saying: they stand in the midst of longer rows.
    if (!rarest) return [];
    if (rarest.frequency > MAX_PLACES_OF_A_WORD) return null;
    const hasSecond = second ? index.having(second.keys) : () => true;
    const anchor = { step: rarest.step, forms: index.vocabulary.formsOf(rarest.number) };
    const slots = new Set<number>();
    for (const key of rarest.keys) index.visit(key, (slot) => slots.add(slot));
    const places: [number, number][] = [];
    for (const slot of slots) {
      const times = hasSecond(slot) ? timesIn(index, slot, numbers, anchor) : 0;
      if (times > 0 && places.push([slot, times]) > MAX_PRINTINGS) return null;
    }
    // Few of those that have its rarest word have the row, so only these are put in order.
    return places.sort(([a], [b]) => index.placeOf(a) - index.placeOf(b));
  }
}

/** How many passages have one of some keys, at most. */
function frequencyOf(index: SegmentedIndex, keys: readonly number[]): number {
  return keys.reduce((sum, key) => sum + index.frequency(key), 0);
}

/** The rarest word of a row: its place in the row, and the forms in which it is printed. */
interface Anchor {
  readonly step: number;
  readonly forms: readonly number[];
}

/** How often words stand in a row in the passage in a slot: only where their rarest stands is looked at. */
function timesIn(
  index: SegmentedIndex,
  slot: number,
  row: readonly number[],
  { step, forms: anchors }: Anchor,
): number {
  const { forms } = index.read(slot);
  let times = 0;
  for (const anchor of anchors) {
    for (let at = forms.indexOf(anchor); at !== -1; at = forms.indexOf(anchor, at + 1)) {
      const first = at - step;
      if (first >= 0 && standsAt(index, forms, row, first)) times++;
    }
  }
  return times;
}

function standsAt(index: SegmentedIndex, forms: Uint32Array, row: readonly number[], first: number): boolean {
  if (first + row.length > forms.length) return false;
  return row.every((word, step) => index.lexicon.wordOf(entry(forms, first + step)) === word);
}
