import type { Heard } from '../library/fleet.js';
import type { Ask, Told, ToProcess } from './protocol.js';

/** How long all are waited for, in milliseconds: two thirds of the 15 minutes in which Discord takes an answer. */
const RELOAD_WAIT_MS = 600_000;
/** What a state is waited for: whoever asks has 3 seconds in all, and it takes a process no time. */
const STATE_WAIT_MS = 1_000;

/** A process that can be asked; `send` says whether it is there to hear it. */
export interface Asked {
  readonly process: number;
  send(message: ToProcess): boolean;
}

/** Rounds of asking: one process asks, and all the others are heard. */
export class Rounds {
  readonly #waiting = new Map<number, { readonly process: number; settle(told: Told): void }>();
  #lastId = 0;

  /** What `asked` say, in their order; of those that say nothing, that they do not. Never rejects. */
  async hear(asked: readonly Asked[], ask: Ask): Promise<Heard<Told>[]> {
    return Promise.all(
      asked.map(async (one) => ({ process: one.process, ...(await this.#hearOne(one, ask)) })),
    );
  }

  /** Takes what `process` says to the ask `id`. */
  tell(process: number, id: number, told: Told): void {
    const waiting = this.#waiting.get(id);
    if (waiting?.process === process) waiting.settle(told);
  }

  /** A process has ended, so nobody waits for it any more. */
  lose(process: number): void {
    for (const waiting of this.#waiting.values()) {
      if (waiting.process === process) waiting.settle({ kind: 'down' });
    }
  }

  #hearOne({ process, send }: Asked, ask: Ask): Promise<Told> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const wait = ask.about === 'reload' ? RELOAD_WAIT_MS : STATE_WAIT_MS;
      const timer = setTimeout(() => settle({ kind: 'silent' }), wait);
      const settle = (told: Told) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(told);
      };
      this.#waiting.set(id, { process, settle });
      if (!send({ kind: 'ask', id, ask })) settle({ kind: 'down' });
    });
  }
}
