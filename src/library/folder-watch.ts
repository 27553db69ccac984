import type { Logger } from 'pino';
import { countOf, describeFault } from '../corpus/fault.js';
import { folderStamp } from '../corpus/folder-stamp.js';
import { messages } from '../messages/index.js';
import { createPace } from '../text/pace.js';
import type { LiveLibrary } from './live.js';

/** How a folder is watched. */
export interface WatchSettings {
  readonly log: Logger;
  /** How often it is looked at, in milliseconds. */
  readonly every?: number;
}

/** Who has written a file and asks of it a moment later, finds it. */
const EVERY_MS = 2_000;
/** Looking at a folder of very many files takes at most a twentieth of the time. */
const REST = 20;

/** How long after a look that took so long the next one begins, in milliseconds. */
export function pauseAfter(took: number, every = EVERY_MS): number {
  return Math.max(every, REST * took);
}

/**
 * Loads the documents again where their folder changes: looked at every few seconds, since what tells of changes does so
 * not on all file systems. What is being written is waited for, until two looks see the same.
 */
export class FolderWatch {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isClosed = false;
  /** What was seen last. */
  #seen: string;

  private constructor(
    private readonly root: string,
    private readonly settings: WatchSettings,
    /** What the documents that serve were read from, or the reading that failed. */
    private loaded: string,
  ) {
    this.#seen = loaded;
  }

  /** Watches the folder `root` from now on; to be called before its documents are read, so that no change is missed. */
  static async of(root: string, settings: WatchSettings): Promise<FolderWatch> {
    return new FolderWatch(root, settings, await folderStamp(root, createPace()));
  }

  /** Has `live` load the documents again, once the folder is not what they were read from. */
  follow(live: LiveLibrary): void {
    if (!this.#isClosed) this.#wait(live, 0);
  }

  /** Looks no more; resolves once a look that has begun is through. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #wait(live: LiveLibrary, took: number): void {
    const look = () => {
      const began = performance.now();
      this.#looking = this.#look(live).then(() => {
        if (!this.#isClosed) this.#wait(live, performance.now() - began);
      });
    };
    this.#timer = setTimeout(look, pauseAfter(took, this.settings.every));
    this.#timer.unref();
  }

  /** Never rejects: what breaks is logged, and the next look may see better. */
  async #look(live: LiveLibrary): Promise<void> {
    try {
      const now = await folderStamp(this.root, createPace());
      const isStill = now === this.#seen;
      this.#seen = now;
      if (!isStill || now === this.loaded) return;
      this.loaded = now;
      await this.#reload(live);
    } catch (error) {
      this.settings.log.error({ err: error }, 'The folder could not be loaded again');
    }
  }

  async #reload(live: LiveLibrary): Promise<void> {
    const { log } = this.settings;
    const result = await live.reloadInTurn(messages.mcp.folder);
    if (result.kind === 'reloaded') {
      const { changes, serving } = result;
      const [added, changed, removed] = [
        changes.added.length,
        changes.changed.length,
        changes.removed.length,
      ];
      log.info({ added, changed, removed, revision: serving.library.revision }, 'Loaded the folder again');
    } else if (result.kind === 'faulty') {
      const faults = result.faults.map(describeFault);
      log.warn(
        { of: countOf(result.faults), faults },
        'The folder has faults; the previous documents stay in use',
      );
    }
  }
}
