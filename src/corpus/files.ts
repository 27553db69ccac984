import { type Dirent, promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import type { Fault } from './fault.js';

/** The largest file that is read, in bytes. News articles are a thousandth of it; more is a mistake. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** A file of the seeds folder: its path inside it, parted by `/`, and its bytes. */
export interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files that were read, in order of their names, and the faults of those that were not. */
export interface SeedFiles {
  readonly files: SeedFile[];
  /** The names of all documents that were seen, those that could not be read too. */
  readonly names: Set<string>;
  readonly faults: Fault[];
}

/** The file that states the sources. */
export const SOURCES_FILE = 'sources.json';
const WANTED = /\.txt$/i;

/** Reads the documents of the folder `root`, those of its subfolders too, and `sources.json`. */
export async function readSeedFiles(root: string): Promise<SeedFiles> {
  const reader = new FolderReader(root);
  try {
    reader.base = await fs.realpath(root);
    await reader.readFolder('');
  } catch (error) {
    reader.fault(
      '',
      `the seeds folder cannot be read (${code(error)})`,
      'create it, or name another with SEEDS_DIR or --seeds',
    );
  }
  if (reader.faults.length === 0 && !reader.files.some(({ name }) => WANTED.test(name))) {
    reader.fault('', 'the seeds folder holds no document', 'put a .txt file into it');
  }
  reader.files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return reader;
}

/** Walks one folder; holds what it has found so far. */
class FolderReader implements SeedFiles {
  readonly files: SeedFile[] = [];
  readonly names = new Set<string>();
  readonly faults: Fault[] = [];
  /** The folder's real path, to which links are held. */
  base = '';

  constructor(private readonly root: string) {}

  fault(name: string, problem: string, remedy: string): void {
    this.faults.push({ file: path.join(this.root, name), line: 1, problem, remedy });
  }

  async readFolder(folder: string): Promise<void> {
    const entries = await fs.readdir(path.join(this.root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      try {
        await this.readEntry(name, entry);
      } catch (error) {
        this.fault(
          name,
          `it cannot be read (${code(error)})`,
          'mend its permissions or the link, or take it out',
        );
      }
    }
  }

  private async readEntry(name: string, entry: Dirent): Promise<void> {
    if (entry.isDirectory()) return this.readFolder(name);
    const wanted = WANTED.test(name) || name === SOURCES_FILE;
    if (!wanted && !entry.isSymbolicLink()) return;
    if (WANTED.test(name)) this.names.add(name);
    if (entry.isSymbolicLink() && !(await this.staysInside(name))) {
      return this.fault(name, 'a link that leads out of the seeds folder', 'copy the file in instead');
    }
    const stats = await fs.stat(path.join(this.root, name));
    // A link to a folder inside is passed over, since that folder is read where it stands.
    if (wanted && !stats.isDirectory()) await this.readFile(name, stats);
  }

  private async staysInside(name: string): Promise<boolean> {
    const target = path.relative(this.base, await fs.realpath(path.join(this.root, name)));
    return target !== '..' && !target.startsWith(`..${path.sep}`) && !path.isAbsolute(target);
  }

  private async readFile(name: string, stats: Stats): Promise<void> {
    if (!stats.isFile()) return this.fault(name, 'it is no regular file', 'take it out');
    if (stats.size > MAX_FILE_BYTES) {
      return this.fault(name, `a file of ${stats.size} bytes, over the 5 MiB that one may have`, 'split it');
    }
    this.files.push({ name, bytes: await fs.readFile(path.join(this.root, name)) });
  }
}

/** The system's name for what failed, such as ENOENT; never a message, which would repeat the path. */
function code(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
