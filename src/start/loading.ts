import { messages } from '../messages/index.js';

/** How far the documents are read that are being loaded, for whoever waits for them. */
export class Loading {
  #done = 0;
  #all = 0;
  #isLoading = false;

  /** Is told before each file how many of all that is, counted from 1. */
  readonly onRead = (done: number, all: number): void => {
    this.#done = done;
    this.#all = all;
  };

  /** What `load` gives; while it goes on, `told` says how far it is. */
  async during<T>(load: () => Promise<T>): Promise<T> {
    this.#isLoading = true;
    this.#all = 0;
    try {
      return await load();
    } finally {
      this.#isLoading = false;
    }
  }

  /** What is said after so many seconds: of loading, where that is what takes so long. */
  readonly told = (seconds: number): string => {
    const { working, loading, reading, indexing } = messages.terminal;
    if (!this.#isLoading) return working(seconds);
    // A cluster is not read file by file here.
    if (this.#all === 0) return loading(seconds);
    return this.#done < this.#all ? reading(this.#done, this.#all) : indexing(this.#all, seconds);
  };
}
