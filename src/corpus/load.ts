import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Pace } from '../text/pace.js';
import { createPace } from '../text/pace.js';
import { Corpus } from './corpus.js';
import { decode } from './decode.js';
import { Document, documentId } from './document.js';
import type { Fault } from './fault.js';
import { readSeedFiles, type SeedFile, SOURCES_FILE } from './files.js';
import { readSources } from './sources.js';

/** A whole corpus, or everything that keeps the folder from being one. */
export type LoadResult = { readonly corpus: Corpus } | { readonly faults: readonly Fault[] };

/**
 * Reads, checks and indexes the seeds folder `root`. All faults are collected before it gives up. It rests
 * often, so that a bot that is answering meanwhile goes on answering.
 */
export async function loadCorpus(root: string): Promise<LoadResult> {
  const pace = createPace();
  const read = await readDocuments(root, pace);
  if ('faults' in read) return read;
  return { corpus: await Corpus.build(read.documents, read.revision, pace) };
}

/** The documents of `root` and the revision of its files, without an index; or all faults. */
export async function readDocuments(
  root: string,
  pace: Pace = createPace(),
): Promise<{ documents: Document[]; revision: string } | { faults: Fault[] }> {
  const { files, names, faults } = await readSeedFiles(root);
  const texts = files.filter(({ name }) => name !== SOURCES_FILE);
  const sourceBytes = files.find(({ name }) => name === SOURCES_FILE)?.bytes;
  const sources = readSources(root, sourceBytes, names);
  faults.push(...sources.faults, ...idFaults(root, texts));

  const documents: Document[] = [];
  const revision = createHash('sha256');
  for (const { name, bytes } of files) {
    await pace();
    // The length keeps a byte from wandering between a name and a content unnoticed.
    revision.update(`${name}\0${bytes.length}\0`).update(bytes);
    if (name === SOURCES_FILE) continue;
    const decoded = decode(bytes);
    if ('faults' in decoded) {
      faults.push(...decoded.faults.map((fault) => ({ file: path.join(root, name), ...fault })));
    } else {
      documents.push(Document.of(name, bytes, decoded.text, sources.byFile.get(name) ?? {}));
    }
  }
  return faults.length > 0 ? { faults: inOrder(faults) } : { documents, revision: revision.digest('hex') };
}

function idFaults(root: string, files: readonly SeedFile[]): Fault[] {
  const faults: Fault[] = [];
  const holders = new Map<string, string>();
  for (const { name } of files) {
    const id = documentId(name);
    const holder = holders.get(id);
    const file = path.join(root, name);
    if (id === '') {
      faults.push({
        file,
        line: 1,
        problem: 'a file name that begins with an underscore or dot gives no id',
        remedy: 'rename the file',
      });
    } else if (holder !== undefined) {
      faults.push({
        file,
        line: 1,
        problem: `its id "${id}" is also that of ${path.join(root, holder)}`,
        remedy: 'give one of the two another name before its first underscore or dot',
      });
    } else {
      holders.set(id, name);
    }
  }
  return faults;
}

function inOrder(faults: Fault[]): Fault[] {
  return faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
