import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Document, documentId } from '../../../corpus/document.js';
import { type Fault, faultsInOrder } from '../../../corpus/fault.js';
import { SOURCES_FILE } from '../../../corpus/files.js';
import { openSeedFolder, type SeedFile, SeedReader } from '../../../corpus/seed-folder.js';
import { partOfRevision } from '../../../corpus/seeds.js';
import { messages } from '../../../messages/index.js';
import type { Pace } from '../../../text/pace.js';
import { fingerprintOf, type KnownDocument } from './known-documents.js';
import { ordersOf } from './orders.js';

/** A document that a revision is to have. */
export interface PlannedDocument {
  readonly root: string;
  readonly seed: SeedFile;
  /** The name under which it is cited: with that of its folder where there are several. */
  readonly file: string;
  readonly contentHash: string;
  readonly fingerprint: string;
  readonly order: number;
  /** True if the revision that serves has it as it is. */
  readonly isSame: boolean;
}

/** What is to be done so that a cluster has what stands in some folders. */
export interface Plan {
  readonly revision: string;
  readonly documents: readonly PlannedDocument[];
  /** What the revision that serves has and the next one has not, or has otherwise. */
  readonly gone: readonly KnownDocument[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** What is worth knowing of sound folders, by file and line. */
  readonly warnings: readonly Fault[];
}

/** Beyond this share of documents that are not the same, or so many, all are put in anew, since counting out costs as much. */
const MOST_CHANGED = 0.2;
const MOST_GONE = 50_000;

/** Hears how many files were read, of how many. */
export type FilesRead = (files: number, of: number) => void;

/** Reads and checks some folders whole, and says what has to be done; or everything that keeps them from being a corpus. */
export async function planFor(
  roots: readonly string[],
  known: ReadonlyMap<string, KnownDocument>,
  { pace, heard = () => {} }: { pace: Pace; heard?: FilesRead },
): Promise<Plan | { readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const files: { root: string; seed: SeedFile; file: string }[] = [];
  for (const root of roots) {
    const folder = await openSeedFolder(root, pace);
    faults.push(...folder.faults);
    const prefix = roots.length > 1 ? `${path.basename(path.resolve(root))}/` : '';
    for (const seed of folder.files) files.push({ root, seed, file: `${prefix}${seed.name}` });
  }
  const revision = createHash('sha256');
  const reader = new SeedReader();
  const warnings: Fault[] = [];
  const read: ReadFile[] = [];
  try {
    for (const [at, one] of files.entries()) {
      const seed = await reader.read(one.root, one.seed, one.file);
      if ('faults' in seed) faults.push(...seed.faults);
      else {
        revision.update(partOfRevision(one.seed.name, seed, one.file));
        warnings.push(...seed.warnings);
        if (seed.document) read.push(readFileOf(one, seed.document));
      }
      heard(at + 1, files.length);
      await pace();
    }
  } finally {
    await reader.close();
  }
  if (roots.length > 1) faults.push(...sameIds(files));
  if (faults.length > 0) return { faults };
  return {
    ...planned(read, known, revision.digest('hex')),
    warnings: faultsInOrder([...warnings, ...reader.warnings]),
  };
}

type ReadFile = Omit<PlannedDocument, 'order' | 'isSame'>;

function readFileOf(one: Pick<ReadFile, 'root' | 'seed' | 'file'>, { contentHash }: Document): ReadFile {
  return { ...one, contentHash, fingerprint: fingerprintOf(contentHash, one.seed.source) };
}

/** The faults of files of different folders that have one id. */
function sameIds(files: readonly { root: string; seed: SeedFile; file: string }[]): Fault[] {
  const holders = new Map<string, string>();
  return files.flatMap(({ root, seed: { name } }) => {
    const id = documentId(name);
    const file = path.join(root, name);
    const holder = holders.get(id);
    if (id === '' || name === SOURCES_FILE) return [];
    if (holder === undefined) holders.set(id, file);
    else if (path.dirname(holder) !== path.dirname(file))
      return { file, line: 1, ...messages.seeds.sameId(id, holder) };
    return [];
  });
}

function planned(
  read: readonly ReadFile[],
  known: ReadonlyMap<string, KnownDocument>,
  revision: string,
): Omit<Plan, 'warnings'> {
  const names = new Set(read.map(({ file }) => file));
  const unchanged = new Set(
    read.flatMap(({ file, fingerprint }) => (known.get(file)?.fingerprint === fingerprint ? file : [])),
  );
  const places = new Map(
    [...known].flatMap(([file, { order }]) => (unchanged.has(file) ? [[file, order]] : [])),
  );
  const { orders, kept } = ordersOf(
    read.map(({ file }) => file),
    places,
  );
  const other = read.length + known.size - 2 * unchanged.size;
  const most = Math.min(MOST_GONE, MOST_CHANGED * Math.max(read.length, known.size));
  const anew = !kept || other > most;
  return {
    revision,
    documents: read.map((one, at) => ({
      ...one,
      order: orders[at] ?? 0,
      isSame: !anew && unchanged.has(one.file),
    })),
    gone: anew ? [] : [...known].flatMap(([file, one]) => (unchanged.has(file) ? [] : one)),
    added: read.flatMap(({ file }) => (known.has(file) ? [] : file)),
    changed: read.flatMap(({ file }) => (known.has(file) && !unchanged.has(file) ? file : [])),
    removed: [...known.keys()].filter((file) => !names.has(file)),
  };
}

/** A file that changed while it was put in. */
export class ChangedMeanwhileError extends Error {
  override readonly name = 'ChangedMeanwhileError';

  constructor(readonly file: string) {
    super(`${file} changed while it was read`);
  }
}

/** A planned document, read anew. @throws ChangedMeanwhileError where it is not what was planned */
export async function readPlanned(
  { root, seed, file, contentHash }: PlannedDocument,
  reader: SeedReader,
): Promise<Document> {
  const read = await reader.read(root, seed, file);
  if ('faults' in read || read.document?.contentHash !== contentHash) throw new ChangedMeanwhileError(file);
  return read.document;
}
