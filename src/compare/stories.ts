import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import type { Engine, Resemblance } from '../search/engine.js';
import type { Pace } from '../text/pace.js';
import { quotationTies, quotedWords } from './quotation-ties.js';
import { STORY_LIKENESS, type Statement, showsStory, statementsOf } from './statements.js';

/** What stories are found in. */
export interface Told {
  readonly engine: Engine;
  /** In the order of the corpus. */
  readonly documents: readonly Document[];
}

/** How far stories are followed, and how much of them is kept. */
export interface StoryLimits {
  /** The most passages that one story is followed through. */
  readonly passages: number;
  /** A longer document is followed in parts of so many passages. */
  readonly part: number;
  /** What the stories that are kept may take, in bytes. */
  readonly bytes: number;
}

/**
 * An article has 16 passages on average, and the largest story of 150 articles has thirteen of them; this is room for
 * fifty, and less than a second's work. A document of more passages than a part is a book or a record of a session.
 */
const LIMITS: StoryLimits = { passages: 800, part: 400, bytes: 32 * 2 ** 20 };
/** What a passage of a story takes, about: its places in the map and in its row. */
const PASSAGE_BYTES = 200;
/** How many passages are looked at closely for each one, whatever the size of the corpus. */
const ALIKE_LOOKS = 16;
/** How many where all of these tell the same story: a piece of an agency that very many outlets print. */
const CROWD = 128;
/** How many passages that have words of a passage's quotations are read. */
const PRINTINGS = 64;

/** A document, or a stretch of a long one. */
export interface Part {
  readonly document: Document;
  readonly passages: readonly Passage[];
  /** Orders the parts of a corpus. */
  readonly order: number;
}

/** Documents that tell the same story, and the statements in them. */
export interface Story {
  /** In the order of the corpus. */
  readonly parts: readonly Part[];
  /** How many passages these have. */
  readonly passages: number;
  /** True where it goes on beyond what was followed, so that a row may lack passages. */
  readonly cut: boolean;
  /** The statement that a passage of the story reports; the passage alone where no other document reports it. */
  statementOf(passage: Passage): Statement;
}

/** The stories of one corpus, found when they are asked for; those asked for last are kept. */
export class Stories {
  readonly #limits: StoryLimits;
  readonly #order: ReadonlyMap<Document, number>;
  #passages: readonly Passage[] | undefined;
  readonly #parts = new WeakMap<Document, readonly Part[]>();
  /** By the hash of their parts. */
  readonly #kept: LRUCache<string, Story>;
  /** The hash of the story that was found from a part. */
  readonly #hashes = new Map<Part, string>();

  constructor(
    private readonly told: Told,
    limits: Partial<StoryLimits> = {},
  ) {
    this.#limits = { ...LIMITS, ...limits };
    this.#order = new Map(told.documents.map((document, order) => [document, order]));
    this.#kept = new LRUCache({
      maxSize: this.#limits.bytes,
      sizeCalculation: ({ passages }) => Math.max(1, passages) * PASSAGE_BYTES,
      dispose: ({ parts }, hash) => {
        for (const part of parts) if (this.#hashes.get(part) === hash) this.#hashes.delete(part);
      },
    });
  }

  /** The passages of all documents, in order. */
  get passages(): readonly Passage[] {
    this.#passages ??= this.told.documents.flatMap(({ passages }) => passages);
    return this.#passages;
  }

  /** What the stories that are kept take, about, in bytes. */
  get keptBytes(): number {
    return this.#kept.calculatedSize;
  }

  /** The parts of a document, in order: one, unless it is long. */
  partsOf(document: Document): readonly Part[] {
    const known = this.#parts.get(document);
    if (known) return known;
    const { passages } = document;
    const { part: size } = this.#limits;
    const order = this.#order.get(document) ?? 0;
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

  /** The story that a part tells, alone or with others. */
  async storyOf(part: Part, pace: Pace): Promise<Story> {
    const hash = this.#hashes.get(part);
    const known = hash === undefined ? undefined : this.#kept.get(hash);
    if (known) return known;
    const walk = new Walk(this, this.told.engine, pace);
    const { members, cut } = await walk.from(part, this.#limits.passages);
    const parts = members.toSorted((a, b) => a.order - b.order);
    const passages = parts.flatMap((one) => one.passages);
    const statements = await statementsOf(passages, walk.similar, walk.sayings, pace);
    const story: Story = {
      parts,
      passages: passages.length,
      cut: cut || parts.some(({ document }) => this.partsOf(document).length > 1),
      statementOf: (passage) => statements.get(passage) ?? [passage],
    };
    const found = storyHash(part, story);
    this.#kept.set(found, story);
    // What was cut depends on where it was begun.
    if (this.#kept.has(found)) for (const one of story.cut ? [part] : parts) this.#hashes.set(one, found);
    return story;
  }
}

function storyHash(start: Part, { parts, cut }: Story): string {
  const hash = createHash('sha256');
  for (const { document, order } of cut ? [start, ...parts] : parts)
    hash.update(`${document.sha256} ${order}\n`);
  return hash.digest('hex');
}

/**
 * Follows a story from document to document: a strong tie of likeness or quotation between passages of two shows
 * that they tell the same. Those with most such ties come first, so that what is cut is the least close.
 */
class Walk {
  /** For each passage of the members, those most like it. */
  readonly similar = new Map<Passage, readonly Resemblance[]>();
  /** Three words in a row of their quotations that everybody uses. */
  readonly sayings = new Set<string>();
  readonly #members = new Set<Part>();
  /** What is still to be looked at, and how many strong ties each has to the members. */
  readonly #waiting = new Map<Part, number>();

  constructor(
    private readonly stories: Stories,
    private readonly engine: Engine,
    private readonly pace: Pace,
  ) {}

  /** The parts that tell the story of `start`, up to so many passages; `cut` where there are more. */
  async from(start: Part, most: number): Promise<{ members: Part[]; cut: boolean }> {
    let [next, passages]: [Part | undefined, number] = [start, 0];
    while (next) {
      passages += next.passages.length;
      if (passages > most && next !== start) return { members: [...this.#members], cut: true };
      this.#members.add(next);
      this.#waiting.delete(next);
      await this.#look(next);
      next = this.#closest();
    }
    return { members: [...this.#members], cut: false };
  }

  #closest(): Part | undefined {
    const [first] = [...this.#waiting].sort(([x, a], [y, b]) => b - a || x.order - y.order);
    return first?.[0];
  }

  async #look(part: Part): Promise<void> {
    const printings = new Set<Passage>();
    for (const passage of part.passages) {
      await this.#lookForAlike(passage);
      const quoted = quotedWords(passage.text);
      if (quoted.length > 0) {
        const found = await this.engine.printing(passage, quoted, PRINTINGS);
        for (const saying of found.sayings) this.sayings.add(saying);
        for (const other of found.passages) {
          if (!this.#members.has(this.stories.partOf(other))) printings.add(other);
        }
      }
      await this.pace();
    }
    if (printings.size === 0) return;
    // In the order of the corpus, as statements are found, so that both count the same words.
    const list = [...part.passages, ...printings].sort((a, b) => this.#compare(a, b));
    for (const tie of await quotationTies(list, this.sayings, this.pace)) {
      if (!showsStory(tie)) continue;
      const [a, b] = [list[tie.a], list[tie.b]];
      if (a && b && printings.has(a) !== printings.has(b)) this.#reach(printings.has(a) ? a : b);
    }
  }

  #compare(a: Passage, b: Passage): number {
    return this.stories.partOf(a).order - this.stories.partOf(b).order || a.number - b.number;
  }

  async #lookForAlike(passage: Passage): Promise<void> {
    const found = await this.engine.alike(passage, ALIKE_LOOKS);
    this.similar.set(passage, found);
    const isCrowded = found.length === ALIKE_LOOKS && isStrong(found.at(-1));
    const reached = isCrowded ? await this.engine.alike(passage, CROWD) : found;
    // What still more have is a heading, or a line that an outlet puts below everything.
    if (reached.length === CROWD && isStrong(reached.at(-1))) return;
    for (const one of reached) if (isStrong(one)) this.#reach(one.passage);
  }

  #reach(passage: Passage): void {
    const part = this.stories.partOf(passage);
    if (!this.#members.has(part)) this.#waiting.set(part, (this.#waiting.get(part) ?? 0) + 1);
  }
}

function isStrong(one: Resemblance | undefined): boolean {
  return one !== undefined && one.likeness >= STORY_LIKENESS;
}
