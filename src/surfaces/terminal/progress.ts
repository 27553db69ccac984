/** Where progress is shown: standard error, where that is a terminal. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  /** How many places a row has; undefined where that is not known. */
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Work that takes less long is over before anybody wonders, in milliseconds. */
const WAIT_MS = 1_000;
/** How often it is said anew, in milliseconds: often enough to be seen to go on. */
const EVERY_MS = 250;
/** What a terminal is taken for that does not say how wide it is: the usual 80 places. */
const ANY_WIDTH = 80;
/** Back to the row's start, and nothing from there on. */
export const CLEAR_ROW = '\r\x1b[K';

/**
 * Says on one row how far work is that goes on for more than a second, and takes that away again when it is over.
 * Nothing is ever written to what is no terminal.
 */
export class Progress {
  constructor(private readonly stream: ProgressStream) {}

  /** What `work` gives or throws. `told` is what is said of it meanwhile, given the whole seconds that it has gone on for. */
  async during<T>(told: (seconds: number) => string, work: () => T | Promise<T>): Promise<T> {
    if (this.stream.isTTY !== true) return work();
    const began = performance.now();
    let isShown = false;
    const timer = setInterval(() => {
      const passed = performance.now() - began;
      if (passed < WAIT_MS) return;
      isShown = true;
      // What went on to a second row would stay there; our own words here take a place a character.
      const row = told(Math.floor(passed / 1_000)).slice(0, (this.stream.columns || ANY_WIDTH) - 1);
      this.stream.write(`${CLEAR_ROW}${row}`);
    }, EVERY_MS).unref();
    try {
      return await work();
    } finally {
      clearInterval(timer);
      if (isShown) this.stream.write(CLEAR_ROW);
    }
  }
}
