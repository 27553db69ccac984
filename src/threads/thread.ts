import { Worker } from 'node:worker_threads';

/** How a thread is kept. */
export interface ThreadOptions {
  /** The longest that a call may take, its wait for others included, in milliseconds; without one, as long as it takes. */
  readonly limit?: number;
  /** How many calls may wait for the one that runs; more are refused. */
  readonly waiting?: number;
  /** How long the thread is kept with nothing to do before its memory is given back, in milliseconds. */
  readonly idle?: number;
  /** Nobody waits for its work, so it does not keep the process alive. */
  readonly background?: boolean;
  /** The most that its heap may take, in MiB; a call that needs more fails, and the next one starts another thread. */
  readonly memory?: number;
}

/** What a thread sends back for a call. */
export type Returned<Output> = { readonly value: Output } | { readonly error: unknown };

/** A call that was given up: the thread broke, was closed, took too long, or had too much to do. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
}

interface PendingCall<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
  timer?: NodeJS.Timeout;
}

/**
 * A function that runs in a thread of its own: a module that hands it to `serveCalls`. The thread is started by
 * the first call and takes one call after the other; what it is given and gives back is copied, so it is data
 * alone. Where it breaks, the call that ran fails and the next one starts another thread.
 */
export class Thread<Input, Output> {
  #worker: Worker | undefined;
  #running: PendingCall<Input, Output> | undefined;
  readonly #waiting: PendingCall<Input, Output>[] = [];
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly module: URL,
    private readonly options: ThreadOptions = {},
  ) {}

  /**
   * Rejects with what the function threw, with a `DOMException` where `input` cannot be copied, and with a
   * `ThreadError` where the call was given up.
   */
  call(input: Input): Promise<Output> {
    const { waiting = Number.POSITIVE_INFINITY, limit } = this.options;
    if (this.#running && this.#waiting.length >= waiting) {
      return Promise.reject(new ThreadError(`${waiting} calls are waiting for this thread already`));
    }
    return new Promise((resolve, reject) => {
      const call: PendingCall<Input, Output> = { input, resolve, reject };
      if (limit !== undefined) call.timer = setTimeout(() => this.#giveUp(call), limit).unref();
      this.#waiting.push(call);
      this.#next();
    });
  }

  /** Ends the thread, and with it all calls that were not answered. A later call starts another. */
  async close(): Promise<void> {
    const error = new ThreadError('The thread was closed');
    for (const call of this.#waiting.splice(0)) settle(call, { error });
    await this.#stop(error);
  }

  /** Gives the next call to the thread where that is free; without one, lets it rest. */
  #next(): void {
    if (this.#running) return;
    const call = this.#waiting.shift();
    clearTimeout(this.#idle);
    this.#running = call;
    if (!call) {
      this.#rest();
      return;
    }
    try {
      this.#worker ??= this.#start();
      if (!this.options.background) this.#worker.ref();
      this.#worker.postMessage(call.input);
    } catch (error) {
      this.#answered({ error });
    }
  }

  #start(): Worker {
    const { memory } = this.options;
    const worker = new Worker(
      this.module,
      memory ? { resourceLimits: { maxOldGenerationSizeMb: memory } } : {},
    );
    // A worker that was stopped may still say something, which is about a call that is over.
    const whileOurs = (act: () => void) => {
      if (this.#worker === worker) act();
    };
    worker.on('message', (returned: Returned<Output>) => whileOurs(() => this.#answered(returned)));
    worker.on('error', (error) => whileOurs(() => this.#broke(error)));
    worker.on('exit', (code) =>
      whileOurs(() => this.#broke(new ThreadError(`The thread ended by itself with status ${code}`))),
    );
    // Listening for messages holds the process, so this comes after it.
    worker.unref();
    return worker;
  }

  #answered(returned: Returned<Output>): void {
    const call = this.#running;
    this.#running = undefined;
    if (call) settle(call, returned);
    this.#next();
  }

  #broke(error: unknown): void {
    void this.#stop(error);
    this.#next();
  }

  #giveUp(call: PendingCall<Input, Output>): void {
    const error = new ThreadError(`No answer from the thread within ${this.options.limit} ms`);
    if (call === this.#running) this.#broke(error);
    else {
      this.#waiting.splice(this.#waiting.indexOf(call), 1);
      settle(call, { error });
    }
  }

  #rest(): void {
    this.#worker?.unref();
    const { idle } = this.options;
    if (idle !== undefined) this.#idle = setTimeout(() => void this.close(), idle).unref();
  }

  /** Lets go of the thread at once; it is gone for good when the promise resolves. */
  async #stop(error: unknown): Promise<void> {
    clearTimeout(this.#idle);
    const [worker, call] = [this.#worker, this.#running];
    this.#worker = undefined;
    this.#running = undefined;
    if (call) settle(call, { error });
    await worker?.terminate();
  }
}

function settle<Output>(call: PendingCall<unknown, Output>, returned: Returned<Output>): void {
  clearTimeout(call.timer);
  if ('error' in returned) call.reject(returned.error);
  else call.resolve(returned.value);
}
