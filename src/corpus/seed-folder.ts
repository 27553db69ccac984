import { createHash } from 'node:crypto';
import { messages } from '../messages/index.js';
import type { Pace } from '../text/pace.js';
import type { Document } from './document.js';
import type { Fault } from './fault.js';
import { listSeedFiles, readSeedFile, SOURCES_FILE } from './files.js';
import { documentIn, idFaults } from './seeds.js';
import type { Source } from './source.js';
import { readSources } from './sources.js';

/** A file of a seeds folder, and what is stated of it. */
export interface SeedFile {
  /** Its path inside the folder, parted by `/`. */
  readonly name: string;
  readonly source: Source;
}

/** What stands in a seeds folder, without the texts: for corpora that are too large to hold. */
export interface SeedFolder {
  readonly root: string;
  /** In order of their names, `sources.json` among them. */
  readonly files: readonly SeedFile[];
  readonly faults: readonly Fault[];
}

/** Lists a seeds folder and reads what is stated of its files. Rests as `pace` says. */
export async function openSeedFolder(root: string, pace: Pace): Promise<SeedFolder> {
  const { files, names, faults } = await listSeedFiles(root, pace);
  const listed = files.find(({ name }) => name === SOURCES_FILE);
  const read = listed && readSeedFile(root, SOURCES_FILE);
  const sources = await readSources(root, read && 'bytes' in read ? read.bytes : undefined, names, pace);
  const { untold: more } = sources;
  const untold = more > 0 ? [{ file: root, line: 1, ...messages.sources.moreFaults(more) }] : [];
  return {
    root,
    files: files.map(({ name }) => ({ name, source: sources.byFile.get(name) ?? {} })),
    faults: [...faults, ...sources.faults, ...untold, ...idFaults(root, files)],
  };
}

/** A file that was read: its hash, and its document unless it is `sources.json`. */
export interface ReadSeed {
  readonly sha256: string;
  readonly document: Document | undefined;
}

/** Reads one file of a folder, which is cited as `file`, or says what is wrong with it. */
export function readSeed(
  root: string,
  { name, source }: SeedFile,
  file = name,
): ReadSeed | { faults: readonly Fault[] } {
  const content = readSeedFile(root, name);
  if ('fault' in content) return { faults: [content.fault] };
  const sha256 = createHash('sha256').update(content.bytes).digest('hex');
  if (name === SOURCES_FILE) return { sha256, document: undefined };
  const document = documentIn(root, name, content.bytes, source, file);
  return 'faults' in document ? document : { sha256, document };
}
