import { createHash } from 'node:crypto';
import path from 'node:path';
import { messages } from '../messages/index.js';
import { createPace, type Pace } from '../text/pace.js';
import { sha256Of } from '../text/sha256.js';
import { type Document, documentId } from './document.js';
import { DocumentReader, type FileContent } from './document-reader.js';
import { type Fault, faultsTold } from './fault.js';
import { type FileStamp, type ListedFile, listSeedFiles, readSeedFile, SOURCES_FILE } from './files.js';
import { type Noted, type Notes, notesOn, warningsOf } from './notes.js';
import { orphanedTexts } from './orphaned-texts.js';
import type { Source } from './source.js';
import { readSources, type Sources } from './sources.js';

/** What is known of a file that was read. */
interface ReadFile {
  readonly stamp: FileStamp;
  /** When it was read, in nanoseconds since the epoch. */
  readonly at: bigint;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** What `sources.json` states of it. */
  readonly stated: Source;
  /** Undefined for `sources.json`, and for a file that is passed over. */
  readonly document: Document | undefined;
  /** What is worth knowing of how it was read. */
  readonly warnings: readonly Fault[];
  /** What is worth knowing of the document. */
  readonly notes?: Notes | undefined;
}

/** A sound seeds folder, as it was read. */
export interface Seeds {
  /** In order of their files' names. */
  readonly documents: readonly Document[];
  /** A hash of the files' names and contents, in hexadecimal: equal contents, equal revision. */
  readonly revision: string;
  /** What is worth knowing of it, by file and line, in the words of faults. */
  readonly warnings: readonly Fault[];
  /** What the next reading need not read again. */
  readonly memory: SeedsMemory;
}

/** What was read of a folder, by the files' names. */
export interface SeedsMemory {
  readonly files: ReadonlyMap<string, ReadFile>;
  readonly sources: Sources;
}

/** How a folder is read. */
export interface SeedsOptions {
  /** What was read before: documents that are the same are taken over as they are. */
  readonly previous?: SeedsMemory | undefined;
  /** True to read every file, those too that have the size and the time of the last reading. */
  readonly full?: boolean | undefined;
  readonly pace?: Pace | undefined;
  /** Is told before each file how many of all that is, counted from 1. */
  readonly onRead?: ((done: number, all: number) => void) | undefined;
}

/**
 * A file that was modified so shortly before it was read may have been written again within the same tick of the
 * file system's clock, in nanoseconds: two seconds is the coarsest in use (FAT).
 */
const TICK = 2_000_000_000n;

/** Reads and checks the seeds folder `root`; all faults are collected before it gives up. */
export async function readSeeds(
  root: string,
  { previous, full = false, pace = createPace(), onRead }: SeedsOptions = {},
): Promise<Seeds | { readonly faults: readonly Fault[] }> {
  const { files, names, faults, passed } = await listSeedFiles(root, pace);
  const reader = new SeedsReader(root, full ? undefined : previous, previous);
  const sources = await reader.sources(files, names, pace);
  faults.push(...sources.faults, ...idFaults(root, files));
  const revision = createHash('sha256');
  try {
    for (const [at, file] of files.entries()) {
      await pace();
      onRead?.(at + 1, files.length);
      const read = await reader.read(file, sources.byFile.get(file.name) ?? {});
      if ('faults' in read) faults.push(...read.faults);
      else revision.update(partOfRevision(file.name, read));
    }
  } finally {
    await reader.close();
  }
  const read = [...reader.done.values()];
  const noted = read.flatMap(({ document, notes }): Noted[] =>
    document && notes ? [{ document, notes }] : [],
  );
  const documents = noted.map(({ document }) => document);
  if (faults.length === 0 && documents.length === 0) {
    return { faults: [{ file: root, line: 1, ...messages.seeds.noDocuments }] };
  }
  if (faults.length > 0) return { faults: faultsTold(faults, root, sources.untold) };
  const others = [...reader.warnings, ...(await orphanedTexts(root, names, pace))];
  const warnings = await warningsOf(root, { passed, noted, others }, pace);
  return { documents, revision: revision.digest('hex'), warnings, memory: { files: reader.done, sources } };
}

/**
 * What a file of the folder is to the hash of a revision, under the name by which it is cited: nothing where it is
 * passed over.
 */
export function partOfRevision(
  name: string,
  { sha256, document }: { readonly sha256: string; readonly document: Document | undefined },
  file = name,
): string {
  if (document) return inRevision(file, document.contentHash);
  return name === SOURCES_FILE ? inRevision(file, sha256) : '';
}

/** The length keeps a character from wandering between a name and a hash unnoticed. */
function inRevision(name: string, sha256: string): string {
  return `${name.length}\0${name}\0${sha256}\0`;
}

/** Reads files, or takes them over from an earlier reading. */
class SeedsReader {
  readonly done = new Map<string, ReadFile>();
  readonly #documents: DocumentReader;

  constructor(
    private readonly root: string,
    /** Whose files need not be read where their stamps are the same. */
    private readonly trusted: SeedsMemory | undefined,
    /** Whose documents are taken over where their bytes and sources are the same. */
    private readonly previous: SeedsMemory | undefined,
  ) {
    this.#documents = new DocumentReader(root);
  }

  /** What is worth knowing of how files were read. */
  get warnings(): readonly Fault[] {
    const ofFiles = [...this.done.values()].flatMap(({ warnings }) => warnings);
    return [...ofFiles, ...this.#documents.warnings];
  }

  close(): Promise<void> {
    return this.#documents.close();
  }

  /** What `sources.json` states; read again only where the file or the list of documents changed. */
  async sources(files: readonly ListedFile[], names: ReadonlySet<string>, pace: Pace): Promise<Sources> {
    const listed = files.find(({ name }) => name === SOURCES_FILE);
    const known = this.previous?.files;
    const sameNames = known !== undefined && [...names].every((name) => known.has(name));
    const count = known ? [...known.keys()].filter((name) => name !== SOURCES_FILE).length : -1;
    if (this.trusted && sameNames && count === names.size && this.#isUnchanged(listed))
      return this.trusted.sources;
    if (!listed) return readSources(this.root, undefined, names, pace);
    const read = readSeedFile(this.root, SOURCES_FILE);
    // What cannot be read is told when the file's turn comes.
    return readSources(this.root, 'bytes' in read ? read.bytes : undefined, names, pace);
  }

  /** Reads one file, whose source is stated to be `source`. */
  async read(
    { name, stamp }: ListedFile,
    source: Source,
  ): Promise<ReadFile | { readonly faults: readonly Fault[] }> {
    const before = this.previous?.files.get(name);
    if (before && this.#isUnchanged({ name, stamp }) && hasSource(before, source)) {
      this.done.set(name, before);
      return before;
    }
    const at = BigInt(Date.now()) * 1_000_000n;
    const content = readSeedFile(this.root, name);
    if ('fault' in content) return { faults: [content.fault] };
    const sha256 = sha256Of(content.bytes);
    const same = before?.sha256 === sha256 && hasSource(before, source) ? before : undefined;
    const made = await this.#made({ name, bytes: content.bytes, sha256, source }, same);
    if ('faults' in made) return made;
    const { document } = made;
    const notes = document && (document === same?.document ? same.notes : notesOn(this.root, document));
    const file = { stamp, at, sha256, stated: source, ...made, notes };
    this.done.set(name, file);
    return file;
  }

  /** What a file makes, or made before where it is the `same` as then. */
  async #made(content: FileContent, same: ReadFile | undefined) {
    if (content.name === SOURCES_FILE) return { document: undefined, warnings: [] };
    // What was taken out of a file is looked at again, since it stands in a file of its own.
    if (same?.document && !same.document.extraction)
      return { document: same.document, warnings: same.warnings };
    const read = await this.#documents.read(content);
    if ('faults' in read) return read;
    const isSame = same?.document && same.document.contentHash === read.document?.contentHash;
    return isSame ? { ...read, document: same.document } : read;
  }

  /** True if a file has the size and time that it had when it was read, and was not written just then. */
  #isUnchanged(file: ListedFile | undefined): boolean {
    const before = this.trusted?.files.get(file?.name ?? SOURCES_FILE);
    if (!file || !before) return file === undefined && before === undefined;
    const { size, modified } = before.stamp;
    return size === file.stamp.size && modified === file.stamp.modified && before.at - modified > TICK;
  }
}

function hasSource({ document, stated }: ReadFile, source: Source): boolean {
  return document === undefined || JSON.stringify(stated) === JSON.stringify(source);
}

/** The faults of files that have no id, or that of another. */
export function idFaults(root: string, files: readonly ListedFile[]): Fault[] {
  const faults: Fault[] = [];
  const holders = new Map<string, string>();
  for (const { name } of files) {
    if (name === SOURCES_FILE) continue;
    const id = documentId(name);
    const holder = holders.get(id);
    const file = path.join(root, name);
    if (id === '') {
      faults.push({ file, line: 1, ...messages.seeds.noId });
    } else if (holder !== undefined) {
      faults.push({ file, line: 1, ...messages.seeds.sameId(id, path.join(root, holder)) });
    } else {
      holders.set(id, name);
    }
  }
  return faults;
}
