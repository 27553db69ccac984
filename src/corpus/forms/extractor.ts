import { messages } from '../../messages/index.js';
import { Thread, ThreadError } from '../../threads/thread.js';
import type { Extraction, ToExtract } from './extracted.js';

/** How long a file may take, in milliseconds: 5 MiB of Markdown take half a minute on a busy machine, and are read once. */
const LIMIT_MS = 60_000;
/** What a file may take of memory besides its bytes, in MiB: the largest that are read take half of it. */
const MOST_MEMORY = 1_024;

/** Takes the texts out of files, in a thread of its own: hostile ones cost time and memory within bounds, and hold nobody. */
export class Extractor {
  readonly #limit: number;
  readonly #thread: Thread<ToExtract, Extraction>;

  /** `limit` is how long a file may take, in milliseconds. */
  constructor({ limit = LIMIT_MS, memory = MOST_MEMORY }: { limit?: number; memory?: number } = {}) {
    this.#limit = limit;
    this.#thread = new Thread(new URL('./worker.js', import.meta.url), { limit, memory });
  }

  /** The text of a file, or a fault of its own. Files are read one after the other, so each call waits for its own. */
  async extract(file: ToExtract): Promise<Extraction> {
    try {
      return await this.#thread.call(file);
    } catch (error) {
      if (error instanceof ThreadError) {
        return { faults: [{ line: 1, ...messages.forms.tooSlow(this.#limit / 1_000) }] };
      }
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        return { faults: [{ line: 1, ...messages.forms.tooMuchMemory }] };
      }
      throw error;
    }
  }

  /** Ends the thread; a later call starts another. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
