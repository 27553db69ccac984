import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { sha256Of } from '../text/sha256.js';
import { codeOf } from './system-code.js';

/** What is to become of a file of a seeds folder. */
export interface FileChange {
  /** Its path inside the folder, parted by `/`. */
  readonly file: string;
  /** What it is to hold; null where it is to go. */
  readonly bytes: Uint8Array | null;
  /** True of what loading the documents writes by itself: it is put back whatever it holds by then. */
  readonly ofLoading?: boolean | undefined;
}

/** What a file that is changed held before, and is to hold. */
export interface Kept {
  readonly file: string;
  /** In base64; null where there was no such file. */
  readonly before: string | null;
  /** SHA-256, in hexadecimal; null where it is to go. */
  readonly after: string | null;
  readonly ofLoading?: boolean | undefined;
}

/** A file was written and does not have its size, as on a disk that is full. */
export class NotWholeError extends Error {
  override readonly name = 'NotWholeError';
}

/** The longest name, in bytes: the 255 that most file systems take, without the full stop and ten digits of a file that is being written. */
const MAX_NAME_BYTES = 244;

/** What has to be known of a change to undo it. Rejects with ENAMETOOLONG where the name leaves no room to write the file again. */
export async function keptOf(root: string, { file, bytes, ofLoading }: FileChange): Promise<Kept> {
  if (Buffer.byteLength(path.basename(file)) > MAX_NAME_BYTES)
    throw Object.assign(new Error(`The name of ${file} is too long`), { code: 'ENAMETOOLONG' });
  const before = await bytesOf(path.join(root, file));
  return { file, before: before?.toString('base64') ?? null, after: bytes && sha256Of(bytes), ofLoading };
}

/** Makes one change: the file is there whole or as it was at any time, and on the disk when this resolves. */
export async function writeChange(root: string, { file, bytes }: FileChange): Promise<void> {
  const name = path.join(root, file);
  if (bytes === null) await remove(name);
  else {
    await makeFolder(root, path.dirname(file));
    // A view of the bytes, which is what the library asks for.
    await writeFileAtomic(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const { size } = await stat(name);
    if (size !== bytes.length) throw new NotWholeError(name);
  }
  await syncFolder(path.dirname(name));
}

/**
 * Puts files back as they were before a change, however much of it was made. One that holds something else by now stays
 * as it is, unless loading wrote that.
 */
export async function putBack(root: string, files: readonly Kept[]): Promise<void> {
  for (const { file, before, after, ofLoading = false } of files.toReversed()) {
    await removeTemporary(path.join(root, file));
    const bytes = await bytesOf(path.join(root, file));
    const isAsChanged = (bytes ? sha256Of(bytes) : null) === after;
    const wanted = before === null ? null : Buffer.from(before, 'base64');
    if (isAsChanged || ofLoading) await writeChange(root, { file, bytes: wanted });
  }
}

/** Removes what a process that ended while it wrote `file` left beside it; of that, what is older than `age` milliseconds. */
export async function removeTemporary(file: string, age = 0): Promise<void> {
  const [folder, name] = [path.dirname(file), `${path.basename(file)}.`];
  const names = await readdir(folder).catch(() => []);
  for (const one of names) {
    // The name of the file, a full stop and a number is what `write-file-atomic` writes to, and what is written here too.
    if (!one.startsWith(name) || !/^\d+$/.test(one.slice(name.length))) continue;
    const { mtimeMs = 0 } = (await stat(path.join(folder, one)).catch(() => undefined)) ?? {};
    if (Date.now() - mtimeMs >= age) await rm(path.join(folder, one), { force: true });
  }
}

/** Writes a file whole and onto the disk, under a name that nobody reads yet. */
export async function writeWhole(name: string, text: string): Promise<void> {
  const handle = await open(name, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Has the names in a folder written onto the disk, where the system can do so for itself. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  // Windows opens no folder, and some file systems sync none; there the system does as it does.
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** What Node says where a file, or a folder on the way to it, is not there. */
const NOT_THERE: readonly unknown[] = ['ENOENT', 'ENOTDIR'];

async function remove(name: string): Promise<void> {
  try {
    await rm(name, { force: true });
  } catch (error) {
    if (!NOT_THERE.includes(codeOf(error))) throw error;
  }
}

/** What a file holds; undefined where there is none. Rejects with the error of Node where it cannot be read. */
export async function bytesOf(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(name);
  } catch (error) {
    if (NOT_THERE.includes(codeOf(error))) return undefined;
    throw error;
  }
}

async function makeFolder(root: string, folder: string): Promise<void> {
  const first = await mkdir(path.join(root, folder), { recursive: true });
  if (first !== undefined) await syncFolder(path.dirname(first));
}
