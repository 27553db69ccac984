import type { Logger } from 'pino';
import type { Passage } from '../corpus/passage.js';
import { Thread } from '../threads/thread.js';
import type { Answers, Call, Saved } from './calls.js';

/** How long a question may wait for similarities, in milliseconds: two fifths of what an answer has. */
export const LIMIT_MS = 800;
/** As many questions are taken as have a chance within `LIMIT_MS`, at some 40 ms each. */
export const MAX_WAITING = 20;
/** For how long vectors are made at once in the background, in milliseconds: so long a question may wait behind them. */
const PORTION_MS = 50;
/** How many passages go to the thread at once; most of them have vectors already when a library is loaded again. */
const PORTION = 50;

/** What embeddings are opened with. */
export interface EmbeddingsParts {
  readonly log: Logger;
  /** The thread's compiled module, which stands beside this one. `vitest.config.ts` says how tests find it. */
  readonly module?: URL | undefined;
  /** How long a question may wait, in milliseconds. */
  readonly limit?: number | undefined;
}

/** A text to compare with; a passage is one. */
type Comparable = Pick<Passage, 'text'>;

/**
 * How similar questions and passages are in meaning, by a sentence-embedding model in a thread of its own. It serves
 * ranking and silence and no verdict, and an answer must do without it where it fails.
 */
export class Embeddings {
  #preparing: Promise<void> = Promise.resolve();
  /** The passages that vectors are being made for. */
  #wanted: readonly Comparable[] = [];
  #hasFailedToSave = false;
  #closing: Promise<void> | undefined;
  /** How many questions the thread has not answered. */
  #asking = 0;

  private constructor(
    private readonly folder: string,
    /** SHA-256 of the model and its settings, in hexadecimal. */
    readonly sha256: string,
    private readonly thread: Thread<Call, Answers[Call['kind']]>,
    private readonly log: Logger,
    private readonly limit: number,
  ) {}

  /** Loads the model in `folder`; where that cannot be done, says why and what to do. */
  static async open(
    folder: string,
    { log, module = new URL('./worker.js', import.meta.url), limit = LIMIT_MS }: EmbeddingsParts,
  ): Promise<{ readonly embeddings: Embeddings } | { readonly faults: readonly string[] }> {
    const thread = new Thread<Call, Answers[Call['kind']]>(module);
    const opened = (await thread.call({ kind: 'open', folder })) as Answers['open'];
    if (!('faults' in opened)) {
      const { sha256, kept } = opened;
      log.info({ model: sha256, kept }, 'Loaded the embedding model');
      return { embeddings: new Embeddings(folder, sha256, thread, log, limit) };
    }
    await thread.close();
    return opened;
  }

  /**
   * The cosines of a question and passages, -1 to 1, in order of the passages. Undefined where there was no time to
   * embed those that were new (then they are known the next time), too many others ask, or the model failed, which
   * is logged; never rejects. The same question and passages give the same numbers, be the vectors new or kept.
   */
  async similarities(
    question: string,
    passages: readonly Comparable[],
  ): Promise<readonly number[] | undefined> {
    if (this.#closing || this.#asking >= MAX_WAITING) return undefined;
    const texts = passages.map(({ text }) => text);
    const until = Date.now() + this.limit;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, this.limit, undefined);
    });
    const { folder } = this;
    this.#asking++;
    const compared = this.thread.call({ kind: 'compare', folder, question, texts, until }).finally(() => {
      this.#asking--;
    });
    try {
      return (await Promise.race([compared, late])) as Answers['compare'];
    } catch (error) {
      this.log.error({ err: error }, 'Comparing by embeddings failed');
      return undefined;
    } finally {
      clearTimeout(timer);
      // Who gave up waiting has nobody left to tell.
      compared.catch(() => undefined);
    }
  }

  /**
   * Makes vectors for passages that have none, a few at a time, and keeps them in the model's folder; what was asked
   * for before and is not done is dropped. Resolves when that is over; never rejects.
   */
  prepare(passages: readonly Comparable[]): Promise<void> {
    if (this.#closing) return this.#closing;
    this.#wanted = passages;
    this.#preparing = this.#preparing.then(() => this.#prepare(passages));
    return this.#preparing;
  }

  /** Keeps what there is, and ends the thread; waits for what it is doing, which it does not survive being stopped at. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#wanted = [];
    await this.#preparing;
    await this.#save();
    await this.thread.close();
  }

  async #prepare(passages: readonly Comparable[]): Promise<void> {
    const { folder, log } = this;
    const began = performance.now();
    let all = 0;
    try {
      for (let at = 0; at < passages.length && this.#wanted === passages; ) {
        const texts = passages.slice(at, at + PORTION).map(({ text }) => text);
        const call: Call = { kind: 'prepare', folder, texts, limit: PORTION_MS };
        const { done, made, ...saved } = (await this.thread.call(call)) as Answers['prepare'];
        this.#tellOf(saved);
        at += done;
        all += made;
      }
    } catch (error) {
      log.error({ err: error }, 'Embedding passages failed');
    }
    if (all === 0) return;
    await this.#save();
    log.info({ passages: all, ms: Math.round(performance.now() - began) }, 'Embedded passages');
  }

  async #save(): Promise<void> {
    try {
      this.#tellOf((await this.thread.call({ kind: 'save', folder: this.folder })) as Answers['save']);
    } catch (error) {
      this.log.error({ err: error }, 'Keeping vectors failed');
    }
  }

  /** Says once that vectors are in memory alone: a folder may be read-only on purpose. */
  #tellOf({ unsaved }: Saved): void {
    if (unsaved === undefined || this.#hasFailedToSave) return;
    this.#hasFailedToSave = true;
    this.log.warn({ reason: unsaved }, 'Vectors are kept in memory only');
  }
}
