import path from 'node:path';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { z } from 'zod';
import { messages } from '../messages/index.js';
import type { Pace } from '../text/pace.js';
import type { Fault } from './fault.js';
import { SOURCES_FILE } from './files.js';
import { decode } from './forms/decode.js';
import { SOURCE_FIELDS, type Source, sourceSchema } from './source.js';

/** What `sources.json` states, by file name, and the faults in it. */
export interface Sources {
  readonly byFile: ReadonlyMap<string, Source>;
  readonly faults: Fault[];
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
  if (bytes === undefined) return { byFile, faults: [] };
  const file = path.join(root, SOURCES_FILE);
  const decoded = decode(bytes);
  if ('faults' in decoded) return { byFile, faults: decoded.faults.map((fault) => ({ file, ...fault })) };

  const { text } = decoded;
  const faults: Fault[] = [];
  const report: Report = (offset, fault) =>
    faults.push({ file, line: text.slice(0, offset).split('\n').length, ...fault });

  const tree = parse(text, report);
  const seen = new Set<string>();
  for (const entry of tree?.children ?? []) {
    await pace();
    const [key, value] = entry.children ?? [];
    if (!key || !value) continue;
    const name = String(key.value);
    if (seen.has(name)) report(key.offset, messages.seeds.duplicateEntry(name));
    seen.add(name);
    if (!files.has(name)) report(key.offset, messages.seeds.noSuchFile(name));
    const result = sourceSchema.safeParse(getNodeValue(value));
    if (result.success) byFile.set(name, result.data);
    else for (const issue of result.error.issues) reportIssue(issue, value, report);
    reportRepeats(value, report);
  }
  return { byFile, faults };
}

type Report = (offset: number, fault: Pick<Fault, 'problem' | 'remedy'>) => void;

/** The object that `text` holds in strict JSON; where it is none, that is reported. */
function parse(text: string, report: Report): Node | undefined {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first) {
    // The errors that follow are mostly the first one's doing.
    report(first.offset, messages.seeds.notJson(printParseErrorCode(first.error)));
    return undefined;
  }
  if (tree?.type === 'object') return tree;
  report(0, messages.seeds.notObject);
  return undefined;
}

function reportIssue(issue: z.core.$ZodIssue, entry: Node, report: Report): void {
  if (issue.code === 'unrecognized_keys') {
    for (const field of issue.keys) {
      const node = findNodeAtLocation(entry, [field]);
      report(node?.offset ?? entry.offset, messages.seeds.unknownField(field, SOURCE_FIELDS));
    }
    return;
  }
  const field = issue.path.map(String);
  const node = findNodeAtLocation(entry, field) ?? entry;
  const { fix, ofField, ofEntry } = messages.seeds;
  const [problem = issue.message, remedy = fix] = issue.message.split('; ');
  const fault = { problem, remedy };
  report(node.offset, field.length > 0 ? ofField(field.join('.'), fault) : ofEntry(fault));
}

function reportRepeats(entry: Node, report: Report): void {
  const seen = new Set<string>();
  for (const [key] of (entry.type === 'object' ? entry.children : undefined)?.map(
    (field) => field.children ?? [],
  ) ?? []) {
    if (key && seen.has(String(key.value)))
      report(key.offset, messages.seeds.duplicateField(String(key.value)));
    if (key) seen.add(String(key.value));
  }
}
