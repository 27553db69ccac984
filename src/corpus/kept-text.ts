import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { messages } from '../messages/index.js';
import { sha256Of } from '../text/sha256.js';
import type { Fault } from './fault.js';
import { failureName } from './system-code.js';

/** Where texts that were taken out of documents are kept, in the seeds folder; no document is looked for there. */
export const KEPT_FOLDER = '.extracted';
const HASH = z.string().regex(/^[0-9a-f]{64}$/);

/** What stands beside a kept text. */
const recordSchema = z.strictObject({
  /** The document's file, and its SHA-256. */
  file: z.string(),
  sha256: HASH,
  /** SHA-256 of the text's own bytes. */
  textSha256: HASH,
  extractor: z.string(),
  version: z.string(),
  /** What was stated of the file's encoding, without which it would be read anew. */
  encoding: z.string().optional(),
  guessed: z.string().optional(),
  suggestions: z.record(z.string(), z.string()).optional(),
  voices: z.array(z.string()).optional(),
});

/** What is known of a kept text. */
export type KeptRecord = z.infer<typeof recordSchema>;

/** The paths in the seeds folder of the text that was taken out of a document, and of the record of that. */
export function keptFiles(name: string): { text: string; record: string } {
  return { text: `${KEPT_FOLDER}/${name}.txt`, record: `${KEPT_FOLDER}/${name}.json` };
}

/**
 * The text that was taken out of a document with this hash, read as it is stated to be encoded; undefined where there
 * is none. A text that is not what was kept is a fault.
 */
export function readKept(
  root: string,
  name: string,
  { sha256, encoding }: Pick<KeptRecord, 'sha256' | 'encoding'>,
): { bytes: Uint8Array; record: KeptRecord } | { fault: Fault } | undefined {
  const files = keptFiles(name);
  const [written, bytes] = [bytesIn(root, files.record), bytesIn(root, files.text)];
  if (!written || !bytes) return undefined;
  const record = recordIn(written);
  if (!record) {
    return { fault: { file: path.join(root, files.record), line: 1, ...messages.forms.badRecord(name) } };
  }
  // Of the file as it was before, or as it was read before.
  if (record.sha256 !== sha256 || record.encoding !== encoding || record.file !== name) return undefined;
  if (record.textSha256 === sha256Of(bytes)) return { bytes, record };
  return { fault: { file: path.join(root, files.text), line: 1, ...messages.forms.changedText(name) } };
}

/**
 * Keeps a text and its record, each whole or not at all. The record is the last to come and the first to go, so that
 * none stands beside the text of another file. Gives the system's name for what keeps it from being written.
 */
export async function keepText(
  root: string,
  name: string,
  bytes: Uint8Array,
  record: KeptRecord,
): Promise<string | undefined> {
  const files = keptFiles(name);
  const [text, beside] = [path.join(root, files.text), path.join(root, files.record)];
  try {
    mkdirSync(path.dirname(text), { recursive: true });
    rmSync(beside, { force: true });
    await writeFileAtomic(text, Buffer.from(bytes));
    await writeFileAtomic(beside, `${JSON.stringify(record, null, 2)}\n`);
    return undefined;
  } catch (error) {
    return failureName(error);
  }
}

function bytesIn(root: string, name: string): Uint8Array | undefined {
  try {
    return readFileSync(path.join(root, name));
  } catch {
    return undefined;
  }
}

function recordIn(bytes: Uint8Array): KeptRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}
