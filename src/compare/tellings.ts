import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import type { Told } from './told.js';
import type { Pairing } from './two-tellings.js';

/** A document, or a stretch of a long one. */
export interface Part {
  readonly document: Document;
  readonly passages: readonly Passage[];
  /** Orders the parts of a corpus. */
  readonly order: number;
}

/** What a part is known by, whichever object stands for it. */
export function keyOfPart({ document: { id }, order }: Part): string {
  return `${id} ${order}`;
}

/** A part, read. */
export interface ReadPart {
  readonly part: Part;
  readonly told: Told;
}

/** One telling of a story. */
export interface Telling {
  readonly document: Document;
  readonly told: Told;
  /** False for a stretch of a document, the rest of which is not looked through. */
  readonly isWhole: boolean;
  /** What is nearly the same text; it stands for them. */
  readonly copies: readonly ReadPart[];
}

/** The tellings of one story, and how any two compare. */
export interface Tellings {
  /** In the order of the corpus. */
  readonly tellings: readonly Telling[];
  /** How two compare, by their places, the first before the second; undefined where they were not compared. */
  readonly pairing: (first: number, second: number) => Pairing | undefined;
  /** True if what two have in common counts, since they tell the same. */
  readonly areTied: (first: number, second: number) => boolean;
  /** True where the story goes on beyond these, so that nothing is known of other documents. */
  readonly isCut: boolean;
}

/** Two texts are nearly one where so many sentences of the shorter stand in the other, */
const SAME_SENTENCES = 0.9;
/** and it is as much of that as this: what an agency sent is cut, but not to a note. */
const SHARE_OF_LONGER = 0.5;
/** A text of fewer sentences is a note that several may word alike. */
const MIN_SENTENCES = 5;

/** The parts that are no near copy of one before them, each with its copies. Linear in their sentences. */
export function withoutCopies(parts: readonly ReadPart[]): (ReadPart & { readonly copies: ReadPart[] })[] {
  const kept: (ReadPart & { readonly copies: ReadPart[] })[] = [];
  const having = new Map<string, number[]>();
  for (const part of parts) {
    const own = new Set(part.told.sentences.map(({ folded }) => folded));
    const counts = new Map<number, number>();
    for (const folded of own) {
      for (const at of having.get(folded) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    const original = [...counts].find(([at, same]) => {
      const other = new Set(kept[at]?.told.sentences.map(({ folded }) => folded)).size;
      return isCopy(same, own.size, other);
    });
    if (original) kept[original[0]]?.copies.push(part);
    else {
      for (const folded of own) {
        const known = having.get(folded) ?? [];
        if (known.length < MAX_HAVING) having.set(folded, [...known, kept.length]);
      }
      kept.push({ ...part, copies: [] });
    }
  }
  return kept;
}

/** A sentence that more tellings have is a line that outlets put below everything. */
const MAX_HAVING = 16;

function isCopy(same: number, one: number, other: number): boolean {
  const [shorter, longer] = [Math.min(one, other), Math.max(one, other)];
  return shorter >= MIN_SENTENCES && same >= SAME_SENTENCES * shorter && shorter >= SHARE_OF_LONGER * longer;
}
