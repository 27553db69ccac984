import path from 'node:path';
import {
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  type Node,
  printParseErrorCode,
} from 'jsonc-parser';
import { messages } from '../messages/index.js';
import { lineStartsOf } from '../text/lines.js';
import { lastNotAfter } from '../text/offsets.js';
import type { Pace } from '../text/pace.js';
import { type Fault, MAX_FAULTS } from './fault.js';
import { SOURCES_FILE } from './files.js';
import { decode } from './forms/decode.js';
import { type JsonProblem, jsonTree } from './json-tree.js';
import type { Source } from './source.js';
import { type FieldPath, readSource } from './source-faults.js';

/** What `sources.json` states, by file name, and the faults in it. */
export interface Sources {
  readonly byFile: ReadonlyMap<string, Source>;
  /** The first ones, at most `MAX_FAULTS`. */
  readonly faults: readonly Fault[];
  /** How many more there are. */
  readonly untold: number;
}

/**
 * Reads `sources.json` of the folder `root`. `files` are the names of the documents there, which each entry
 * must be one of. Rests as `pace` says.
 */
export async function readSources(
  root: string,
  bytes: Uint8Array | undefined,
  files: ReadonlySet<string>,
  pace: Pace,
): Promise<Sources> {
  const byFile = new Map<string, Source>();
  if (bytes === undefined) return { byFile, faults: [], untold: 0 };
  const file = path.join(root, SOURCES_FILE);
  const decoded = decode(bytes);
  if ('faults' in decoded)
    return { byFile, faults: decoded.faults.map((fault) => ({ file, ...fault })), untold: 0 };
  const reader = new SourcesReader(file, decoded.text);
  const seen = new Set<string>();
  for (const entry of reader.entries()) {
    await pace();
    const [key, value] = entry.children ?? [];
    if (!key || !value) continue;
    const name = String(key.value);
    if (seen.has(name)) reader.report(key.offset, messages.seeds.duplicateEntry(name));
    seen.add(name);
    if (!files.has(name)) reader.report(key.offset, messages.seeds.noSuchFile(name));
    const source = reader.source(value);
    if (source) byFile.set(name, source);
  }
  return { byFile, faults: reader.faults, untold: reader.untold };
}

/** Reads one text; holds the faults that it found. */
class SourcesReader {
  readonly faults: Fault[] = [];
  untold = 0;
  #lineStarts: readonly number[] | undefined;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  report(offset: number, fault: Pick<Fault, 'problem' | 'remedy'>): void {
    this.#add({ line: this.#lineAt(offset), ...fault });
  }

  /** The entries of the object that the text holds; none where it holds none, which is reported. */
  entries(): readonly Node[] {
    const parsed = jsonTree(this.text);
    if (!('tree' in parsed)) this.#reportProblem(parsed);
    else if (parsed.tree?.type === 'object') return parsed.tree.children ?? [];
    else this.report(0, messages.seeds.notObject);
    return [];
  }

  /** The source that an entry states; undefined where something is wrong with it, which is reported. */
  source(entry: Node): Source | undefined {
    const fields = new Map<PropertyKey, Node | undefined>();
    for (const { children = [] } of entry.type === 'object' ? (entry.children ?? []) : []) {
      const [key, value] = children;
      if (!key) continue;
      const name = String(key.value);
      if (fields.has(name)) this.report(key.offset, messages.seeds.duplicateField(name));
      else fields.set(name, value);
    }
    const lineOf = ([field, ...inside]: FieldPath) => {
      const node = field === undefined ? entry : fields.get(field);
      const at = (node && findNodeAtLocation(node, inside as JSONPath)) ?? node ?? entry;
      return this.#lineAt(at.offset);
    };
    const read = readSource(getNodeValue(entry), lineOf);
    if ('source' in read) return read.source;
    for (const fault of read.faults) this.#add(fault);
    return undefined;
  }

  #reportProblem({ offset, error }: JsonProblem): void {
    const { json, tooDeep, notJson } = messages.sources;
    const code = error === undefined ? '' : printParseErrorCode(error);
    const known: Readonly<Record<string, Pick<Fault, 'problem' | 'remedy'>>> = json;
    // What is missing belongs behind what stands before, which may be on an earlier line.
    const place = code.endsWith('Expected') ? this.text.slice(0, offset).trimEnd().length : offset;
    this.report(place, code === '' ? tooDeep : (known[code] ?? notJson));
  }

  #add(fault: Omit<Fault, 'file'>): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ file: this.file, ...fault });
    else this.untold++;
  }

  #lineAt(offset: number): number {
    this.#lineStarts ??= lineStartsOf(this.text);
    return lastNotAfter(this.#lineStarts, offset) + 1;
  }
}
