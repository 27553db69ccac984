import type { Passage } from '../corpus/passage.js';
import { createPace, type Pace } from '../text/pace.js';
import { isCompared, Reading, type Reported } from './reported.js';
import type { Stories } from './stories.js';

/** Nobody turns as many pages; what is more is not counted. */
const MAX_FOUND = 1_000;
/** What goes on in the background does so when the event loop turns, which it does for a timer of so many milliseconds. */
const WAKING_MS = 5;
/** How long is counted on in the background, in milliseconds of computing: some forty thousand passages. */
const COUNTING_MS = 10_000;

/**
 * The statements of a corpus that more than one outlet reports, in the order of the corpus. They are found one
 * after another, as far as anybody asks, and none is looked for twice.
 */
export class CommonStatements {
  readonly #found: Reported[] = [];
  readonly #reading: Reading;
  readonly #shown = new Set<Passage>();
  #next = 0;
  #step: Promise<void> | undefined;
  #isCounting = false;

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

  /** How many passages were looked at, of how many. */
  get looked(): { readonly at: number; readonly of: number } {
    return { at: this.#next, of: this.stories.passages.length };
  }

  /** True once all passages are looked through. */
  get isCounted(): boolean {
    return this.#next >= this.stories.passages.length;
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
    const passage = this.stories.passages[this.#next];
    if (passage && this.wanted(passage)) {
      const reported = await this.#reading.reported(passage, pace);
      const { statement } = reported;
      if (isCompared(reported) && !statement.some((one) => this.#shown.has(one))) {
        this.#found.push(reported);
        for (const one of statement) this.#shown.add(one);
      }
    }
    this.#next++;
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
