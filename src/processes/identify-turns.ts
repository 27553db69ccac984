/**
 * Discord lets `max_concurrency` shards identify themselves in 5 seconds; half a second is for one that is late on its
 * way where the next is not, as in the ShardingManager of discord.js.
 */
const IDENTIFY_EVERY_MS = 5_500;

/**
 * Whose turn it is to identify: of the shards with the same number modulo `max_concurrency` one after another, whichever
 * process they are of. The throttler of discord.js counts from when it lets a shard go ahead; this counts from when
 * the shard has, which in another process is later.
 */
export class IdentifyTurns {
  readonly #last = new Map<number, Promise<unknown>>();

  constructor(private readonly maxConcurrency: number) {}

  /**
   * Resolves when it is the turn of `shard`, to what is to be called once it has identified itself, or never will.
   * Rejects at its turn with the reason of `signal` if that is aborted by then, and the next one need not wait.
   */
  async wait(shard: number, signal: AbortSignal): Promise<() => void> {
    const key = shard % this.maxConcurrency;
    const before = this.#last.get(key);
    let end: (pause: number) => void = () => {};
    const ended = new Promise<number>((resolve) => {
      end = resolve;
    });
    const turn = Promise.resolve(before)
      .then(() => ended)
      .then((pause) => (pause === 0 ? undefined : new Promise((resolve) => void setTimeout(resolve, pause))));
    this.#last.set(key, turn);
    await before;
    if (signal.aborted) {
      end(0);
      signal.throwIfAborted();
    }
    return () => end(IDENTIFY_EVERY_MS);
  }
}
