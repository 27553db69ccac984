/**
 * How many calls are worked on at once where a cluster is waited for: while one waits, others go on. It has a thread or
 * more for each of a few, whatever its size.
 */
export const AT_ONCE_REMOTELY = 4;

/**
 * Work that a client waits for, a few pieces at a time, the rest in turn: what an answer may compute is counted while
 * others run beside it, so that with hundreds at once those would be stopped that take no longer than others.
 */
export class Calls {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #atEnd: (() => void)[] = [];

  constructor(private readonly atOnce = 1) {}

  /** What `work` gives, once it is its turn. It is not begun where `signal` was aborted before, and then this rejects. */
  async inTurn<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    if (this.#running < this.atOnce) this.#running += 1;
    // Whoever ends hands over the place.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      signal?.throwIfAborted();
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#leave();
    }
  }

  /** Resolves once nothing is worked on or waits. */
  async ended(): Promise<void> {
    if (this.#running > 0) await new Promise<void>((resolve) => this.#atEnd.push(resolve));
  }

  #leave(): void {
    this.#running -= 1;
    if (this.#running > 0) return;
    for (const resolve of this.#atEnd.splice(0)) resolve();
  }
}
