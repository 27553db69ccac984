import { type BigIntStats, type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { messages } from '../messages/index.js';
import type { Pace } from '../text/pace.js';
import type { Fault } from './fault.js';
import { settlePending } from './folder-hold.js';
import { formOf } from './forms/form.js';
import { failureName } from './system-code.js';

/** The largest file that is read, in bytes. News articles are a thousandth of it; more is a mistake. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** A file of the seeds folder, not read yet. */
export interface ListedFile {
  /** Its path inside the folder, parted by `/`. */
  readonly name: string;
  readonly stamp: FileStamp;
}

/** What changes where a file's content does: its size in bytes, and when it was last modified, in nanoseconds since the epoch. */
export interface FileStamp {
  readonly size: bigint;
  readonly modified: bigint;
}

/** The files that are to be read, in order of their names, and the faults of those that cannot be. */
export interface SeedListing {
  readonly files: ListedFile[];
  /** The names of all documents that were seen, those that cannot be read too. */
  readonly names: Set<string>;
  readonly faults: Fault[];
  /** The names of files that are not read, as many as anybody is told of. */
  readonly passed: string[];
}

/** The file that states the sources. */
export const SOURCES_FILE = 'sources.json';
/** Nobody reads of more files that were passed over: a folder with more is that of something else. */
const MOST_PASSED = 1_000;
/** Folders that are not read: texts that were taken out of documents, documents that were removed, and what other programs keep. */
const ASIDE = /(?:^|\/)\.[^/]*$/;

const isDocument = (name: string) => formOf(name) !== undefined;

/**
 * Lists the documents of the folder `root`, those of its subfolders too, and `sources.json`. Files are looked at one
 * by one and at once, with a rest between as `pace` says: asking for each by itself costs ten times the work.
 */
export async function listSeedFiles(root: string, pace: Pace): Promise<SeedListing> {
  const lister = new FolderLister(root, pace);
  try {
    lister.base = realpathSync(root);
    await settlePending(root).catch((error: unknown) =>
      lister.fault('', messages.changing.brokenOff(failureName(error))),
    );
    await lister.readFolder('');
  } catch (error) {
    lister.fault('', messages.seeds.unreadableFolder(failureName(error)));
  }
  if (lister.faults.length === 0 && !lister.files.some(({ name }) => isDocument(name))) {
    lister.fault('', messages.seeds.noDocuments);
  }
  lister.files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return lister;
}

/** The bytes of a file that was listed, or the fault that keeps it from being read. */
export function readSeedFile(root: string, name: string): { bytes: Uint8Array } | { fault: Fault } {
  try {
    return { bytes: readFileSync(path.join(root, name)) };
  } catch (error) {
    return { fault: unreadable(root, name, error) };
  }
}

function unreadable(root: string, name: string, error: unknown): Fault {
  return { file: path.join(root, name), line: 1, ...messages.seeds.unreadable(failureName(error)) };
}

/** Walks one folder; holds what it has found so far. */
class FolderLister implements SeedListing {
  readonly files: ListedFile[] = [];
  readonly names = new Set<string>();
  readonly faults: Fault[] = [];
  readonly passed: string[] = [];
  /** The folder's real path, to which links are held. */
  base = '';

  constructor(
    private readonly root: string,
    private readonly pace: Pace,
  ) {}

  fault(name: string, fault: Pick<Fault, 'problem' | 'remedy'>): void {
    this.faults.push({ file: path.join(this.root, name), line: 1, ...fault });
  }

  async readFolder(folder: string): Promise<void> {
    const entries = readdirSync(path.join(this.root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      try {
        await this.readEntry(name, entry);
      } catch (error) {
        this.faults.push(unreadable(this.root, name, error));
      }
      await this.pace();
    }
  }

  private async readEntry(name: string, entry: Dirent): Promise<void> {
    if (entry.isDirectory()) return ASIDE.test(name) ? undefined : this.readFolder(name);
    const wanted = isDocument(name) || name === SOURCES_FILE;
    if (!wanted && !entry.isSymbolicLink()) {
      if (this.passed.length < MOST_PASSED) this.passed.push(name);
      return;
    }
    if (isDocument(name)) this.names.add(name);
    if (entry.isSymbolicLink() && !this.staysInside(name)) {
      return this.fault(name, messages.seeds.outside);
    }
    const stats = statSync(path.join(this.root, name), { bigint: true });
    // A link to a folder inside is passed over, since that folder is read where it stands.
    if (wanted && !stats.isDirectory()) this.list(name, stats);
  }

  private staysInside(name: string): boolean {
    const target = path.relative(this.base, realpathSync(path.join(this.root, name)));
    return target !== '..' && !target.startsWith(`..${path.sep}`) && !path.isAbsolute(target);
  }

  private list(name: string, stats: BigIntStats): void {
    if (!stats.isFile()) this.fault(name, messages.seeds.notRegular);
    else if (stats.size > MAX_FILE_BYTES) {
      this.fault(name, messages.seeds.tooLarge(stats.size, MAX_FILE_BYTES / 1024 / 1024));
    } else this.files.push({ name, stamp: { size: stats.size, modified: stats.mtimeNs } });
  }
}
