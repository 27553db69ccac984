import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { documentId } from './document.js';
import { withSource } from './edit-sources.js';
import { bytesOf, type FileChange } from './file-changes.js';
import { SOURCES_FILE } from './files.js';
import { REMOVED_FOLDER } from './folder-hold.js';
import { keptFiles } from './kept-text.js';
import type { SeedFile, SeedFolder } from './seed-folder.js';
import type { Source } from './source.js';

/** A document that is to be put into a seeds folder. */
export interface NewDocument {
  /** The name of its file. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly source: Source;
  /** True to put it in the place of the document that has its id. */
  readonly replace: boolean;
}

/** Who changes documents and when, in milliseconds since the epoch. */
export interface Changing {
  readonly by: string;
  readonly at: number;
}

/** The changes that make one change of the documents. */
export interface ChangePlan {
  readonly changes: readonly FileChange[];
  /** The path of the document inside the folder. */
  readonly file: string;
  /** What was stated of the document, or of the one in whose place it comes. */
  readonly before: Source | undefined;
  readonly after: Source | undefined;
  /** Where what is removed or replaced is kept, as a path inside the folder. */
  readonly keptAs: string | undefined;
}

/** The file of the folder that has the id of the file `name`, or its name; case apart, as some systems read names. */
export function holderOf({ files }: SeedFolder, name: string): SeedFile | undefined {
  const id = caseless(documentId(name));
  return files.find((file) => file.name !== SOURCES_FILE && caseless(documentId(file.name)) === id);
}

/** Puts a document into a folder; undefined where its id is taken and is not to be replaced. */
export async function planAdd(
  folder: SeedFolder,
  { name, bytes, source, replace }: NewDocument,
  changing: Changing,
): Promise<ChangePlan | undefined> {
  const held = holderOf(folder, name);
  if (!held) {
    const { keptAs, changes } = await withoutKeptText(folder, name, changing);
    const sources = await sourcesWith(folder, [[name, emptyAsNone(source)]]);
    return {
      changes: [...changes, { file: name, bytes }, ...sources],
      file: name,
      before: undefined,
      after: source,
      keptAs,
    };
  }
  if (!replace) return undefined;
  // The id stays as it is, since answers were given under it.
  const isSameEnding = path.extname(held.name).toLowerCase() === path.extname(name).toLowerCase();
  const file = isSameEnding
    ? held.name
    : path.posix.join(path.posix.dirname(held.name), `${stemOf(held.name)}${path.extname(name)}`);
  const { keptAs, copies } = await keptCopies(folder, held, changing);
  const isSameFile =
    isSameEnding && copies.some((copy) => copy.bytes && Buffer.compare(copy.bytes, bytes) === 0);
  // An encoding is that of the bytes that go.
  const { encoding } = held.source;
  const kept = isSameFile && encoding !== undefined && { encoding };
  const after = { ...kept, ...withoutOld(held.source, source) };
  const texts = await withoutKeptText(folder, held.name, changing);
  // What was taken out of the same file stays, too, since a later version may not make the same text again.
  const isSameText = isSameFile && after.encoding === encoding;
  const textChanges = isSameText ? texts.changes.filter((change) => change.bytes !== null) : texts.changes;
  const others = isSameEnding ? [] : (await withoutKeptText(folder, file, changing)).changes;
  const gone = isSameEnding ? [] : [{ file: held.name, bytes: null }];
  const entries: [string, Source | undefined][] = isSameEnding ? [] : [[held.name, undefined]];
  const sources = await sourcesWith(folder, [...entries, [file, emptyAsNone(after)]]);
  return {
    changes: [...copies, ...textChanges, ...others, { file, bytes }, ...gone, ...sources],
    file,
    before: held.source,
    after,
    keptAs,
  };
}

/**
 * What is stated of a document that comes in the place of another: who wrote it in one way only, and nothing of how the
 * characters of the other file were written.
 */
function withoutOld({ encoding: _, ...held }: Source, source: Source): Source {
  const { author, authors, ...others } = held;
  const isNamed = source.author !== undefined || source.authors !== undefined;
  return { ...(isNamed ? others : held), ...source };
}

/** States `source` of a document, and nothing else. */
export async function planEdit(
  folder: SeedFolder,
  held: SeedFile,
  source: Source,
  changing: Changing,
): Promise<ChangePlan> {
  const { name: file, source: before } = held;
  // With another encoding, its text is taken out of it anew.
  const texts =
    before.encoding === source.encoding
      ? { keptAs: undefined, changes: [] }
      : await withoutKeptText(folder, file, changing);
  const sources = await sourcesWith(folder, [[file, emptyAsNone(source)]]);
  return { changes: [...texts.changes, ...sources], file, before, after: source, keptAs: texts.keptAs };
}

/** Takes a document out of a folder, and keeps it, what is stated of it and the text that was taken out of it under `.removed/`. */
export async function planRemove(
  folder: SeedFolder,
  held: SeedFile,
  changing: Changing,
): Promise<ChangePlan> {
  const { keptAs, copies } = await keptCopies(folder, held, changing);
  const texts = await withoutKeptText(folder, held.name, changing);
  const sources = await sourcesWith(folder, [[held.name, undefined]]);
  return {
    changes: [...copies, ...texts.changes, { file: held.name, bytes: null }, ...sources],
    file: held.name,
    before: held.source,
    after: undefined,
    keptAs,
  };
}

/** How much of a name is kept, in bytes: most file systems take 255 in all, and the time and what is stated have names around it. */
const MAX_KEPT_NAME = 180;

/** Copies of a document and of what is stated of it, under a name that no other has. */
async function keptCopies(
  { root }: SeedFolder,
  { name, source }: SeedFile,
  changing: Changing,
): Promise<{ readonly keptAs: string; readonly copies: readonly FileChange[] }> {
  const keptAs = keptName(name, changing);
  const removedAt = new Date(changing.at).toISOString();
  const stated = { file: name, source, removedAt, removedBy: changing.by };
  const copies = [
    { file: keptAs, bytes: await readFile(path.join(root, name)) },
    { file: `${keptAs}.source.json`, bytes: Buffer.from(`${JSON.stringify(stated, null, 2)}\n`) },
  ];
  return { keptAs, copies };
}

/**
 * Takes the text that was taken out of a document away, with its record, and copies both, since a later version may not make the
 * same text again. What loading writes in their place goes if the change is undone.
 */
async function withoutKeptText(
  { root }: SeedFolder,
  name: string,
  changing: Changing,
): Promise<{ readonly keptAs: string | undefined; readonly changes: readonly FileChange[] }> {
  const files = keptFiles(name);
  const keptAs = keptName(name, changing);
  const copies: FileChange[] = [];
  for (const kind of ['text', 'record'] as const) {
    const bytes = await bytesOf(path.join(root, files[kind]));
    const file = `${keptAs}.extracted${path.extname(files[kind])}`;
    if (bytes) copies.push({ file, bytes });
  }
  // The record goes first, so that none stands beside the text of another file.
  const gone = [files.record, files.text].map((file) => ({ file, bytes: null, ofLoading: true }));
  return { keptAs: copies[0]?.file, changes: [...copies, ...gone] };
}

/** The path in the folder under which a document is kept that is removed at that time. */
function keptName(name: string, { at }: Changing): string {
  // Colons are in no file's name on Windows.
  const time = new Date(at).toISOString().replaceAll(':', '-');
  return `${REMOVED_FOLDER}/${time}_${endWithin(name.replaceAll('/', '_'), MAX_KEPT_NAME)}`;
}

/** The end of a name that takes at most `bytes` in UTF-8. */
function endWithin(name: string, bytes: number): string {
  const characters = [...name];
  let size = Buffer.byteLength(name);
  while (size > bytes) size -= Buffer.byteLength(characters.shift() ?? '');
  return characters.join('');
}

/**
 * `sources.json` with other entries; nothing where it stays as it is.
 * @throws SyntaxError where it is no object in JSON.
 */
async function sourcesWith(
  { root, files }: SeedFolder,
  entries: readonly (readonly [file: string, source: Source | undefined])[],
): Promise<readonly FileChange[]> {
  const has = files.some(({ name }) => name === SOURCES_FILE);
  const before = has ? await readFile(path.join(root, SOURCES_FILE), 'utf8') : undefined;
  if (before === undefined && entries.every(([, source]) => source === undefined)) return [];
  const after = entries.reduce<string | undefined>(
    (text, [file, source]) => withSource(text, file, source),
    before,
  );
  if (after === undefined || after === before) return [];
  return [{ file: SOURCES_FILE, bytes: Buffer.from(after) }];
}

function emptyAsNone(source: Source): Source | undefined {
  return Object.keys(source).length === 0 ? undefined : source;
}

function stemOf(file: string): string {
  return path.basename(file, path.extname(file));
}

function caseless(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
