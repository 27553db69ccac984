import type { Logger } from 'pino';
import { messages } from '../messages/index.js';
import { Thread } from '../threads/thread.js';
import type { Picture, PictureOfStatement } from './picture.js';

/** How long a picture may take, its wait for others included, in milliseconds: 100 times what one takes (`npm run bench -- --loop`). */
const LIMIT_MS = 10_000;
/** As many pictures as are drawn within a second may wait; whoever comes after them is answered without one. */
const MAX_WAITING = 10;
/** The thread holds some 50 MiB (`npm run bench -- --loop`), so it goes when nobody has compared for a minute. */
const IDLE_MS = 60_000;

/** What pictures are drawn with. */
export interface DrawingParts {
  readonly log: Logger;
  /** The thread's compiled module, which stands beside this one. `vitest.config.ts` says how tests find it. */
  readonly module?: URL;
  /** The longest that a picture may take, in milliseconds. */
  readonly limit?: number;
}

/** Draws pictures in a thread of its own, since one takes longer than others would wait. The first picture starts it. */
export class Drawing {
  readonly #log: Logger;
  readonly #thread: Thread<PictureOfStatement, Picture>;

  constructor({ log, module = new URL('./worker.js', import.meta.url), limit = LIMIT_MS }: DrawingParts) {
    this.#log = log;
    this.#thread = new Thread(module, { limit, waiting: MAX_WAITING, idle: IDLE_MS });
  }

  /** The picture; never rejects: a failure is logged and leaves the picture out, since it must not cost the answer. */
  async draw(picture: PictureOfStatement): Promise<Picture> {
    try {
      return await this.#thread.call(picture);
    } catch (error) {
      this.#log.error({ err: error }, 'Drawing a picture failed');
      return { leftOut: messages.pictures.failed };
    }
  }

  /** Ends the thread, and leaves out what it had not drawn. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
