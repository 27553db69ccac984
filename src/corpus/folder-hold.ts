import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import {
  type FileChange,
  type Kept,
  keptOf,
  putBack,
  removeTemporary,
  syncFolder,
  writeChange,
  writeWhole,
} from './file-changes.js';
import { codeOf } from './system-code.js';

/** The file of a seeds folder that stands there while its documents are changed: who does it, and what was there before. */
export const PENDING_FILE = '.pending.json';
/** The folder in a seeds folder that keeps documents which were removed or replaced; nothing in it is read. */
export const REMOVED_FOLDER = '.removed';

/** How often the one who changes documents shows that it lives, in milliseconds: often enough that a few are missed unnoticed. */
const BEAT_MS = 2_000;
/** After how many milliseconds without a sign of life a change is broken off: fifteen signs missed. */
export const BROKEN_OFF_MS = 30_000;
/** How long a folder that somebody else changes is waited for, in milliseconds: a reload of thousands of documents takes less. */
export const WAIT_MS = 10_000;
/** How often is looked whether it is free, in milliseconds. */
const LOOK_MS = 20;

/** The holds of this process that go on, by their ids: the number of a process may be given again, and says nothing of them. */
const GOING_ON = new Map<string, 'change' | 'undoing'>();
const SELF = { pid: process.pid, host: hostname() };

const insideFolder = z
  .string()
  .max(4_096)
  .refine((file) => !path.isAbsolute(file) && !file.split(/[/\\]/).includes('..'));

const pendingSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  hold: z.uuid(),
  files: z
    .array(
      z.strictObject({
        file: insideFolder,
        before: z.base64().nullable(),
        after: z.string().nullable(),
        ofLoading: z.boolean().optional(),
      }),
    )
    .readonly(),
});

type Pending = z.infer<typeof pendingSchema>;

/** Somebody else has been changing the documents for as long as was waited. */
export class FolderBusyError extends Error {
  override readonly name = 'FolderBusyError';
}

/** What was meanwhile taken over by another process, which has put back what was before. */
export class HoldLostError extends Error {
  override readonly name = 'HoldLostError';
}

/**
 * A seeds folder that is held for one change of several files. What was there before is written down first, so that
 * whoever finds the change broken off, such as by a crash, puts it back: all of the change is there, or nothing.
 */
export class FolderHold {
  /** What is to be put back should the change be broken off. */
  #files: readonly Kept[] = [];
  readonly #beat: NodeJS.Timeout;

  private constructor(
    private readonly root: string,
    private readonly id: string,
  ) {
    this.#beat = setInterval(() => this.#showLife(), BEAT_MS);
    this.#beat.unref();
  }

  /**
   * Holds the folder `root` once nobody else does; a change that was broken off is undone first.
   * @throws FolderBusyError where somebody else holds it for longer than `within` milliseconds, and the error of Node
   *   where the folder cannot be written.
   */
  static async take(root: string, within = WAIT_MS): Promise<FolderHold> {
    const last = performance.now() + within;
    await removeTemporary(pendingPath(root), BROKEN_OFF_MS);
    const id = randomUUID();
    GOING_ON.set(id, 'change');
    try {
      while (!(await place(root, id))) {
        if (await settleOnce(root, () => false)) continue;
        if (performance.now() > last) throw new FolderBusyError(root);
        await setTimeout(LOOK_MS);
      }
      return new FolderHold(root, id);
    } catch (error) {
      GOING_ON.delete(id);
      throw error;
    }
  }

  /**
   * Makes `changes`, each file whole and on the disk before the next. Rejects where one cannot be made; what was made then is
   * undone.
   */
  async write(changes: readonly FileChange[]): Promise<void> {
    const files = await Promise.all(changes.map((change) => keptOf(this.root, change)));
    this.#mustOwn();
    await replace(this.root, this.id, files);
    this.#files = files;
    try {
      for (const change of changes) {
        this.#mustOwn();
        await writeChange(this.root, change);
      }
    } catch (error) {
      await this.undo();
      throw error;
    }
  }

  /** Puts back what was before. A file that somebody has changed since stays as it is. */
  async undo(): Promise<void> {
    this.#mustOwn();
    await putBack(this.root, this.#files);
    this.#files = [];
  }

  /** Makes the change final. */
  async keep(): Promise<void> {
    this.#mustOwn();
    await rm(pendingPath(this.root));
    this.#files = [];
    await syncFolder(this.root);
  }

  /** Lets the folder go. What was neither kept nor could be undone is undone by whoever comes next. */
  async leave(): Promise<void> {
    clearInterval(this.#beat);
    GOING_ON.delete(this.id);
    if (this.#files.length > 0 || !this.#isOwn) return;
    await rm(pendingPath(this.root), { force: true });
    await syncFolder(this.root);
  }

  get #isOwn(): boolean {
    return readPending(this.root)?.hold === this.id;
  }

  #mustOwn(): void {
    if (!this.#isOwn) throw new HoldLostError(this.root);
  }

  #showLife(): void {
    const now = new Date();
    try {
      if (this.#isOwn) utimesSync(pendingPath(this.root), now, now);
    } catch {
      // Without a sign of life the change is broken off at last, which is what a folder that is gone comes to.
    }
  }
}

/**
 * Undoes a change of the folder `root` that was broken off, and waits for one that another process is at. Then, or where
 * that takes more than `within` milliseconds, its files can be read: each is whole at any time. Rejects with the error of Node
 * where what was broken off cannot be undone.
 */
export async function settlePending(root: string, within = WAIT_MS): Promise<void> {
  const last = performance.now() + within;
  while (!(await settleOnce(root, ({ hold }) => GOING_ON.get(hold) === 'change'))) {
    if (performance.now() > last) return;
    await setTimeout(LOOK_MS);
  }
}

/** True if nobody holds a folder by now, or one whose change `mayBeSeen`. */
async function settleOnce(root: string, mayBeSeen: (pending: Pending) => boolean): Promise<boolean> {
  const pending = readPending(root);
  if (!pending || mayBeSeen(pending)) return true;
  if (isLive(root, pending)) return false;
  const id = randomUUID();
  const mine = await temporary(root, id, pending.files);
  // Looked at once more and taken over in the same breath, so that of several who find it one undoes it.
  if (readPending(root)?.hold !== pending.hold) {
    rmSync(mine, { force: true });
    return false;
  }
  GOING_ON.set(id, 'undoing');
  renameSync(mine, pendingPath(root));
  try {
    await putBack(root, pending.files);
    if (readPending(root)?.hold === id) rmSync(pendingPath(root), { force: true });
  } finally {
    GOING_ON.delete(id);
  }
  await syncFolder(root);
  return true;
}

/** True if the one who holds a folder goes on. */
function isLive(root: string, { pid, host, hold }: Pending): boolean {
  if (GOING_ON.has(hold)) return true;
  if (host === SELF.host && (pid === SELF.pid || !isRunning(pid))) return false;
  const beat = statSync(pendingPath(root), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - beat < BROKEN_OFF_MS;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function pendingPath(root: string): string {
  return path.join(root, PENDING_FILE);
}

/** What is pending in a folder; undefined where nothing is. What is no such file holds nobody up, and is put aside. */
function readPending(root: string): Pending | undefined {
  let text: string;
  try {
    text = readFileSync(pendingPath(root), 'utf8');
  } catch {
    return undefined;
  }
  try {
    return pendingSchema.parse(JSON.parse(text));
  } catch {
    renameSync(pendingPath(root), `${pendingPath(root)}.unread`);
    return undefined;
  }
}

let temporaries = 0;

/** Writes a pending file under a name that nobody reads, and returns that. */
async function temporary(root: string, hold: string, files: readonly Kept[]): Promise<string> {
  const name = `${pendingPath(root)}.${process.pid}${++temporaries}`;
  await writeWhole(name, JSON.stringify({ ...SELF, hold, files } satisfies Pending));
  return name;
}

/** Puts a pending file in its place unless there is one; true if it did. It is there whole or not at all. */
async function place(root: string, id: string): Promise<boolean> {
  const mine = await temporary(root, id, []);
  try {
    linkSync(mine, pendingPath(root));
    await syncFolder(root);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

async function replace(root: string, id: string, files: readonly Kept[]): Promise<void> {
  renameSync(await temporary(root, id, files), pendingPath(root));
  await syncFolder(root);
}
