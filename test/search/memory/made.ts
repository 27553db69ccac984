import { SegmentedIndex } from '../../../src/search/memory/segmented-index.js';
import { createPace } from '../../../src/text/pace.js';
import { documentOf } from '../engine-contract.js';

/** The index of texts, each a document whose id is its number. */
export function indexOf(...texts: readonly string[]): Promise<SegmentedIndex> {
  const documents = texts.map((text, at) => documentOf(`${at}`, text));
  return SegmentedIndex.build(documents, undefined, createPace());
}

/** The ids of the passages in some slots. */
export function idsIn(index: SegmentedIndex, slots: readonly number[]): string[] {
  return slots.map((slot) => index.passageIn(slot).id);
}

/** So many times a text. */
export function times(count: number, text: string): string[] {
  return Array.from({ length: count }, () => text);
}
