import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { createPace, type Pace } from '../text/pace.js';
import { compareInterest, isCompared, keyOf, Reading, type Reported } from './reported.js';
import type { Stories } from './stories.js';
import { keyOfPart } from './tellings.js';

/** Nobody turns as many pages; what is more is not counted. */
const MAX_FOUND = 1_000;
/** So many documents are asked for at once: a page of statements is in fewer. */
const GIVEN_OUT = 16;
/** What goes on in the background does so when the event loop turns, which it does for a timer of so many milliseconds. */
const WAKING_MS = 5;
/** How long is counted on in the background, in milliseconds of computing: some forty thousand passages. */
const COUNTING_MS = 10_000;

/** What a statement takes that was found, and a part of a document that was read, about, in bytes, besides texts. */
const STATEMENT_BYTES = 3_000;
const PART_BYTES = 160;
/** A character of a document that a statement stands in, which it keeps in memory. */
const CHARACTER_BYTES = 2;

/**
 * The statements of a corpus that more than one outlet reports. They are found story by story, as far as anybody asks,
 * and none is looked for twice; those that outlets word differently come first in their story, then what most report.
 */
export class CommonStatements {
  readonly #found: Reported[] = [];
  readonly #reading: Reading;
  readonly #shown = new Set<string>();
  /** The parts of the stories that were read. */
  readonly #read = new Set<string>();
  /** The documents that what was found stands in, and how long their texts are, in UTF-16 code units. */
  readonly #holds = new WeakSet<Document>();
  #held = 0;
  /** How many passages were looked at, and how many documents were given out for it. */
  #looked = 0;
  #given = 0;
  /** The passages of the documents given out last, and which of them is next. */
  #waiting: readonly Passage[] = [];
  #next = 0;
  #step: Promise<void> | undefined;
  #isCounting = false;
  #isCrowded = false;
  #isArranged = false;

  /** @param wanted whether a passage is looked at; without it, all are */
  constructor(
    private readonly stories: Stories,
    private readonly wanted: (passage: Passage) => boolean = () => true,
    private readonly most = MAX_FOUND,
  ) {
    this.#reading = new Reading(stories);
  }

  /** Those found so far. */
  get found(): readonly Reported[] {
    return this.#found;
  }

  /** What it keeps takes, about, in bytes, the documents among it that its statements stand in. */
  get keptBytes(): number {
    const waiting = new Set(this.#waiting.map(({ document }) => document));
    const characters = [...waiting].reduce((sum, { text }) => sum + text.length, this.#held);
    return (
      this.#found.length * STATEMENT_BYTES +
      this.#read.size * PART_BYTES +
      characters * CHARACTER_BYTES +
      this.#reading.keptBytes
    );
  }

  /** How many passages were looked at, of how many. */
  get looked(): { readonly at: number; readonly of: number } {
    return { at: this.#looked, of: this.stories.engine.size.passages };
  }

  /** True once all passages are looked through. */
  get isCounted(): boolean {
    return this.#looked >= this.stories.engine.size.passages;
  }

  /** True if too many passages are like some of those looked at to compare them all, so that there may be more. */
  get isCrowded(): boolean {
    return this.#isCrowded;
  }

  /** Finds on until there are `count`, or no more. Several may ask at once. */
  async upTo(count: number, pace: Pace): Promise<void> {
    const wanted = Math.min(count, this.most);
    while (this.#found.length < wanted && !this.isCounted) {
      // Whoever began a step hears what is wrong with it; the others try it again.
      if (this.#step) await kept(this.#step.catch(() => {}));
      else await this.#advance(pace);
    }
  }

  /** Goes on finding in the background, for a while, without anybody waiting; each time that somebody asks. */
  countOn(): void {
    if (this.#isCounting) return;
    this.#isCounting = true;
    // What goes wrong here goes wrong again for whoever asks for more, and is told there.
    const counting = this.upTo(this.most, createPace({ background: true, budget: COUNTING_MS }));
    const waking = setInterval(() => {}, WAKING_MS).unref();
    void counting
      .catch(() => {})
      .finally(() => {
        clearInterval(waking);
        this.#isCounting = false;
      });
  }

  async #advance(pace: Pace): Promise<void> {
    this.#step = this.#lookAtNext(pace);
    try {
      await this.#step;
    } finally {
      this.#step = undefined;
    }
  }

  async #lookAtNext(pace: Pace): Promise<void> {
    await pace();
    if (this.#next === this.#waiting.length) await this.#giveOut();
    const passage = this.#waiting[this.#next];
    if (passage && this.wanted(passage) && !this.#read.has(keyOfPart(this.stories.partOf(passage))))
      await this.#readStory(passage, pace);
    this.#next++;
    this.#looked++;
    if (!this.isCounted) return;
    this.#waiting = [];
    this.#next = 0;
  }

  /** Takes the next documents that have passages. */
  async #giveOut(): Promise<void> {
    const { catalogue } = this.stories.engine;
    let documents = await catalogue.documents(this.#given, GIVEN_OUT);
    this.#given += documents.length;
    while (documents.length > 0 && documents.every(({ passages }) => passages.length === 0)) {
      documents = await catalogue.documents(this.#given, GIVEN_OUT);
      this.#given += documents.length;
    }
    // Where there are no more although more were counted, what is left is not waited for.
    if (documents.length === 0) this.#looked = this.stories.engine.size.passages;
    this.#waiting = documents.flatMap(({ passages }) => passages);
    this.#next = 0;
  }

  async #readStory(passage: Passage, pace: Pace): Promise<void> {
    const found = new Map<string, Reported>();
    const parts = await this.#reading.told(passage, pace);
    for (const one of parts.flatMap(({ passages }) => passages)) {
      if (!this.wanted(one)) continue;
      for (const row of await this.#reading.reported(one, pace)) {
        this.#isCrowded ||= row.isCrowded;
        if (isCompared(row)) found.set(keyOf(row), row);
      }
    }
    const rows = [...found].filter(([key]) => !this.#shown.has(key));
    for (const [key] of rows) this.#shown.add(key);
    this.#found.push(...rows.map(([, row]) => row).sort(compareInterest));
    for (const [, { statement, copies }] of rows) this.#hold([...statement, ...copies.flat()]);
    for (const part of parts) this.#read.add(keyOfPart(part));
  }

  #hold(passages: readonly Passage[]): void {
    for (const { document } of passages) {
      if (this.#holds.has(document)) continue;
      this.#holds.add(document);
      this.#held += document.text.length;
    }
  }

  /**
   * Orders all that were found as those of one story are. It is for the first answer: what is found after it comes
   * behind, since pages that were turned stay as they are.
   */
  arrange(): void {
    if (this.#isArranged) return;
    this.#isArranged = true;
    this.#found.sort(compareInterest);
  }
}

/** Waits for work that may go on in the background, where it would not keep the process alive. */
async function kept(work: Promise<void>): Promise<void> {
  const alive = setInterval(() => {}, WAKING_MS);
  try {
    await work;
  } finally {
    clearInterval(alive);
  }
}
