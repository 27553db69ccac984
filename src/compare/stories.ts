import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import type { Engine } from '../search/engine.js';
import type { Pace } from '../text/pace.js';
import { type Row, rowOfOne, statementsOf } from './statements.js';
import { Walk } from './story-walk.js';
import type { Part } from './tellings.js';
import { readTold, type Told } from './told.js';

/** How far stories are followed, and how much of them is kept. */
export interface StoryLimits {
  /** The most passages that one story is followed through. */
  readonly passages: number;
  /** A longer document is followed in parts of so many passages. */
  readonly part: number;
  /** What the stories that are kept may take, in bytes. */
  readonly bytes: number;
  /** What the documents that were read last may take, in bytes. */
  readonly told: number;
}

/**
 * An article has 16 passages on average, and the largest story of 150 articles has thirteen of them; this is room for
 * fifty, and less than two seconds' work. A document of more passages than a part is a book or a record of a session.
 */
const LIMITS: StoryLimits = { passages: 800, part: 400, bytes: 32 * 2 ** 20, told: 32 * 2 ** 20 };
/** What a passage of a story takes, about: its places in the map and in its rows. */
const PASSAGE_BYTES = 800;
/** What a sentence takes as it is compared, about: its keys, and its words. */
const SENTENCE_BYTES = 1_500;

/** Documents that tell the same story, and the statements in them. */
export interface Story {
  /** In the order of the corpus. */
  readonly parts: readonly Part[];
  /** How many passages these have. */
  readonly passages: number;
  /** How many outlets, or documents, tell it, those of near copies too. */
  readonly tellers: number;
  /** True where it goes on beyond what was followed, so that a row may lack passages. */
  readonly cut: boolean;
  /** The passages that are like so many others that these were not followed. */
  readonly crowded: ReadonlySet<Passage>;
  /** The statements that a passage of the story reports, in its order: at least one. */
  rowsOf(passage: Passage): readonly Row[];
}

/** The stories of one corpus, found when they are asked for; those asked for last are kept. */
export class Stories {
  readonly #limits: StoryLimits;
  readonly #parts = new WeakMap<Document, readonly Part[]>();
  /** By the hash of their parts. */
  readonly #kept: LRUCache<string, Story>;
  /** The hash of the story that was found from a part. */
  readonly #hashes = new Map<Part, string>();
  readonly #told: LRUCache<Part, Told>;

  constructor(
    /** What stories are found in. */
    readonly engine: Engine,
    limits: Partial<StoryLimits> = {},
  ) {
    this.#limits = { ...LIMITS, ...limits };
    this.#told = new LRUCache({
      maxSize: this.#limits.told,
      sizeCalculation: ({ sentences }) => (sentences.length + 1) * SENTENCE_BYTES,
    });
    this.#kept = new LRUCache({
      maxSize: this.#limits.bytes,
      sizeCalculation: ({ passages }) => Math.max(1, passages) * PASSAGE_BYTES,
      dispose: ({ parts }, hash) => {
        for (const part of parts) if (this.#hashes.get(part) === hash) this.#hashes.delete(part);
      },
    });
  }

  /** What the stories that are kept take, about, in bytes. */
  get keptBytes(): number {
    return this.#kept.calculatedSize;
  }

  /** What the documents that were read last take, about, in bytes. */
  get toldBytes(): number {
    return this.#told.calculatedSize;
  }

  /** The parts of a document, in order: one, unless it is long. */
  partsOf(document: Document): readonly Part[] {
    const known = this.#parts.get(document);
    if (known) return known;
    const { passages } = document;
    const { part: size } = this.#limits;
    const order = this.engine.catalogue.orderOf(document);
    const parts = Array.from({ length: Math.ceil(passages.length / size) }, (_, at): Part => {
      const whole = passages.length <= size;
      return {
        document,
        passages: whole ? passages : passages.slice(at * size, (at + 1) * size),
        order: order + (at * size) / passages.length,
      };
    });
    this.#parts.set(document, parts);
    return parts;
  }

  /** The part that a passage stands in. */
  partOf({ document, number }: Passage): Part {
    const part = this.partsOf(document)[Math.floor((number - 1) / this.#limits.part)];
    if (!part) throw new RangeError(`${document.id} has no passage ${number}`);
    return part;
  }

  /** A part, read sentence by sentence. */
  async toldOf(part: Part, pace: Pace): Promise<Told> {
    const known = this.#told.get(part);
    if (known) return known;
    const told = await readTold(part.passages, this.engine, pace);
    this.#told.set(part, told);
    return told;
  }

  /** The story that a part tells, alone or with others. */
  async storyOf(part: Part, pace: Pace): Promise<Story> {
    const hash = this.#hashes.get(part);
    const known = hash === undefined ? undefined : this.#kept.get(hash);
    if (known) return known;
    const walk = new Walk(this, this.engine, pace);
    const { members, isCut } = await walk.from(part, this.#limits.passages);
    const parts = members.toSorted((a, b) => a.order - b.order);
    const tellings = await walk.tellings(parts, isCut);
    const rows = byPassage(await statementsOf(tellings, pace));
    const story: Story = {
      parts,
      passages: parts.reduce((sum, { passages }) => sum + passages.length, 0),
      tellers: new Set(parts.map(({ document }) => document.teller)).size,
      cut: isCut || parts.some(({ document }) => this.partsOf(document).length > 1),
      crowded: walk.crowded,
      rowsOf: (passage) => rows.get(passage) ?? [rowOfOne(passage)],
    };
    const found = storyHash(part, story);
    this.#kept.set(found, story);
    // What was cut depends on where it was begun.
    if (this.#kept.has(found)) for (const one of story.cut ? [part] : parts) this.#hashes.set(one, found);
    return story;
  }
}

/** The rows that each passage stands in, in its order, also where it stands in a copy. */
function byPassage(rows: readonly Row[]): Map<Passage, Row[]> {
  const found = new Map<Passage, Row[]>();
  for (const row of rows) {
    for (const passage of [...row.statement, ...row.copies.flat()]) {
      const known = found.get(passage);
      if (known && known.at(-1) !== row) known.push(row);
      else if (!known) found.set(passage, [row]);
    }
  }
  for (const [passage, list] of found) list.sort((a, b) => startIn(a, passage) - startIn(b, passage));
  return found;
}

/** Where a row begins in a passage; those of a copy keep their order. */
function startIn({ statement, stretches }: Row, passage: Passage): number {
  return stretches[statement.indexOf(passage)]?.start ?? 0;
}

function storyHash(start: Part, { parts, cut }: Story): string {
  const hash = createHash('sha256');
  for (const { document, order } of cut ? [start, ...parts] : parts)
    hash.update(`${document.sha256} ${order}\n`);
  return hash.digest('hex');
}
