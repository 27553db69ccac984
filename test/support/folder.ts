import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { describeFault } from '../../src/corpus/fault.js';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { loadLibrary } from '../../src/library/load.js';
import { ROOT } from './build.js';

/** The documents that the project comes with. */
export const SEEDS = path.join(ROOT, 'seeds');

/** What goes into a file: text, or bytes as they are. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes `files` into `folder`, subfolders too. */
export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A new folder with these files, gone when the test is over. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** The corpus of `folder`; fails with its faults where it has any. */
export async function libraryIn(folder: string): Promise<EmbeddedLibrary> {
  const result = await loadLibrary(folder);
  if ('faults' in result) throw new Error(result.faults.map(describeFault).join('\n'));
  return result.library;
}

/** The corpus of these files. */
export function libraryOf(files: Files): Promise<EmbeddedLibrary> {
  return libraryIn(folderOf(files));
}
