/** Discord let the bot in no further in the time that it was given. */
export class NotReadyError extends Error {}

/**
 * How long a start has come no further. Shards identify themselves one after another, five seconds apart, so a start as a
 * whole takes the longer the more there are, and none is late for that.
 */
export class StartClock {
  #timer: NodeJS.Timeout | undefined;
  #waiting = 0;
  #isOver = false;
  #giveUp: (error: NotReadyError) => void = () => {};
  /** Rejects with a NotReadyError after so many milliseconds in which it came no further. */
  readonly late = new Promise<never>((_, reject) => {
    this.#giveUp = reject;
  });

  constructor(private readonly within: number) {
    // It is looked at by whoever starts, or by nobody any more.
    this.late.catch(() => {});
    this.advance();
  }

  /** It came further. */
  advance(): void {
    clearTimeout(this.#timer);
    if (this.#waiting > 0 || this.#isOver) return;
    const error = new NotReadyError(`Discord was not ready within ${this.within} ms`);
    this.#timer = setTimeout(() => this.#giveUp(error), this.within);
  }

  /** Waits for others to have had their turn, which does not count. */
  async without(waiting: Promise<void>): Promise<void> {
    this.#waiting++;
    clearTimeout(this.#timer);
    try {
      await waiting;
    } finally {
      this.#waiting--;
      this.advance();
    }
  }

  /** Counts no more. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}
