/**
 * How many calls are worked on at once: computing gains nothing by more, and what an answer may compute is counted while
 * others run beside it; but a cluster is waited for, and then others go on.
 */
export const AT_ONCE = 4;

/** Work that a client waits for, a few pieces at a time, the rest in turn. */
export class Calls {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #atEnd: (() => void)[] = [];

  /** What `work` gives, once it is its turn. It is not begun where `signal` was aborted before, and then this rejects. */
  async inTurn<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    if (this.#running < AT_ONCE) this.#running += 1;
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
