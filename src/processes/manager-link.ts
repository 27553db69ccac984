import type { Logger } from 'pino';
import type { Fleet, Heard, ProcessReload, ProcessState } from '../library/fleet.js';
import type { LiveLibrary } from '../library/live.js';
import type { Shards } from '../shards.js';
import { answerAsk } from './answer-ask.js';
import { type Ask, placeSchema, type Told, type ToManager, type ToProcess } from './protocol.js';

/** What a process that was started by a `Supervisor` says to it, and hears from it. */
export class ManagerLink implements Fleet {
  readonly process: number;
  readonly size: number;
  readonly shards: Shards;
  readonly reached: Shards;
  /** A log that says which process writes. */
  readonly log: Logger;
  readonly #heard = new Map<number, (heard: readonly Heard<Told>[]) => void>();
  readonly #identifying = new Map<number, () => void>();
  #lastId = 0;
  #serve: (live: LiveLibrary) => void = () => {};
  /** What others are answered from, once it is there; those that ask before that wait. */
  readonly #live = new Promise<LiveLibrary>((resolve) => {
    this.#serve = resolve;
  });
  /** Without its manager, and where the manager wants it to leave, a process leaves: at once, until it has something to end. */
  #leave: () => void = () => process.exit();

  /** `place` is what a `Supervisor` says of this process, as JSON. Throws where it is not. */
  constructor(place: string, log: Logger) {
    ({
      process: this.process,
      size: this.size,
      shards: this.shards,
      reached: this.reached,
    } = placeSchema.parse(JSON.parse(place)));
    this.log = log.child({ process: this.process });
    process.on('message', (message: ToProcess) => this.#take(message));
    process.once('disconnect', () => this.#leave());
  }

  /** This process answers on Discord: says so, answers the others from `live`, and calls `leave` when it has to leave. */
  attend(live: LiveLibrary, leave: () => void): void {
    this.#serve(live);
    this.#leave = leave;
    this.#send({ kind: 'ready' });
  }

  /** Discord does not let this process in, and will not however often it is tried. Resolves once that is said. */
  refuse(): Promise<void> {
    return new Promise((resolve) => this.#send({ kind: 'refused' }, resolve));
  }

  /** Resolves when a shard may identify itself; rejects once `signal` is aborted. */
  async waitToIdentify(shard: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#identifying.delete(id);
        this.#send({ kind: 'cancel', id });
        reject(signal.reason as Error);
      };
      this.#identifying.set(id, () => {
        signal.removeEventListener('abort', cancel);
        resolve();
        // By then discord.js has sent what it waited to send, since nothing but this keeps it waiting.
        setImmediate(() => this.#send({ kind: 'identified', id }));
      });
      signal.addEventListener('abort', cancel, { once: true });
      this.#send({ kind: 'identify', id, shard });
    });
  }

  reload(by: string, full: boolean): Promise<readonly Heard<ProcessReload>[]> {
    return this.#ask({ about: 'reload', by, full }) as Promise<readonly Heard<ProcessReload>[]>;
  }

  states(): Promise<readonly Heard<ProcessState>[]> {
    return this.#ask({ about: 'state' }) as Promise<readonly Heard<ProcessState>[]>;
  }

  #ask(ask: Ask): Promise<readonly Heard<Told>[]> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#heard.set(id, resolve);
      this.#send({ kind: 'ask', id, ask });
    });
  }

  #take(message: ToProcess): void {
    const { id } = message;
    switch (message.kind) {
      case 'identify':
        this.#identifying.get(id)?.();
        this.#identifying.delete(id);
        break;
      case 'heard':
        this.#heard.get(id)?.(message.heard);
        this.#heard.delete(id);
        break;
      case 'ask':
        void this.#tell(message.ask).then((told) => this.#send({ kind: 'tell', id, told }));
    }
  }

  async #tell(ask: Ask): Promise<Told> {
    return answerAsk(ask, await this.#live, this.log);
  }

  #send(message: ToManager, then = () => {}): void {
    // Without a manager, this process is about to leave.
    if (process.connected) process.send?.(message, undefined, undefined, then);
    else then();
  }
}
