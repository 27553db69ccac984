import { messages } from '../messages/index.js';
import type { Pace } from '../text/pace.js';
import { sha256Of } from '../text/sha256.js';
import { DocumentReader, type ReadDocument } from './document-reader.js';
import type { Fault } from './fault.js';
import { listSeedFiles, readSeedFile, SOURCES_FILE } from './files.js';
import { Extractor } from './forms/extractor.js';
import { idFaults } from './seeds.js';
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
  const untold = more > 0 ? [{ file: root, line: 1, more, ...messages.sources.moreFaults(more) }] : [];
  return {
    root,
    files: files.map(({ name }) => ({ name, source: sources.byFile.get(name) ?? {} })),
    faults: [...faults, ...sources.faults, ...untold, ...idFaults(root, files)],
  };
}

/** A file that was read: its hash, its document unless it is `sources.json` or passed over, and what is worth knowing of it. */
export interface ReadSeed extends ReadDocument {
  readonly sha256: string;
}

/** Reads files of seeds folders one by one. */
export class SeedReader {
  readonly #extractor = new Extractor();
  readonly #documents = new Map<string, DocumentReader>();

  /** Reads one file of the folder `root`, which is cited as `file`, or says what is wrong with it. */
  async read(
    root: string,
    { name, source }: SeedFile,
    file = name,
  ): Promise<ReadSeed | { faults: readonly Fault[] }> {
    const content = readSeedFile(root, name);
    if ('fault' in content) return { faults: [content.fault] };
    const sha256 = sha256Of(content.bytes);
    if (name === SOURCES_FILE) return { sha256, document: undefined, warnings: [] };
    const read = await this.#readerOf(root).read({ name, bytes: content.bytes, sha256, source, file });
    return 'faults' in read ? read : { sha256, ...read };
  }

  /** What is worth knowing of the folders, once their files were read. */
  get warnings(): Fault[] {
    return [...this.#documents.values()].flatMap(({ warnings }) => warnings);
  }

  /** Lets go of what took texts out of files. */
  close(): Promise<void> {
    return this.#extractor.close();
  }

  #readerOf(root: string): DocumentReader {
    const known = this.#documents.get(root) ?? new DocumentReader(root, this.#extractor);
    this.#documents.set(root, known);
    return known;
  }
}
