import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Vector } from './vector.js';

/*
 * A file of vectors: `MAGIC`, the model's SHA-256, the number of dimensions (32 bits, little-endian), then for each
 * text its SHA-256, the vector's scale (a 32-bit float, little-endian) and its steps, a byte each; at the end the
 * SHA-256 of all that. It can be thrown away at any time.
 */

const MAGIC = Buffer.from('VERBVEC1', 'latin1');
const HASH = 32;
const NUMBER = 4;
const HEAD = MAGIC.length + HASH + NUMBER;

/** Vectors by the SHA-256 of their texts, in hexadecimal. */
type Entries = Iterable<readonly [string, Vector]>;

/**
 * The vectors in `file` of the model with this SHA-256 (hexadecimal), in the order in which they were written; none
 * where there is no such file, or it is of another model, damaged, or larger than `most` bytes.
 */
export function readVectorFile(file: string, model: string, most: number): [string, Vector][] {
  let bytes: Buffer;
  try {
    if (statSync(file).size > most) return [];
    bytes = readFileSync(file);
  } catch {
    return [];
  }
  const end = bytes.length - HASH;
  if (end < HEAD || !bytes.subarray(0, HEAD - NUMBER).equals(headOf(model))) return [];
  if (!createHash('sha256').update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end))) return [];
  const dimensions = bytes.readUInt32LE(HEAD - NUMBER);
  const entries: [string, Vector][] = [];
  for (let at = HEAD; at < end; at += HASH + NUMBER + dimensions) {
    const steps = at + HASH + NUMBER;
    entries.push([
      bytes.toString('hex', at, at + HASH),
      {
        scale: bytes.readFloatLE(at + HASH),
        steps: Int8Array.from(bytes.subarray(steps, steps + dimensions)),
      },
    ]);
  }
  return entries;
}

/**
 * Writes vectors, all of as many dimensions, so that `file` has either what it had or all of them.
 * @throws Error of the file system; then `file` is as it was.
 */
export function writeVectorFile(file: string, model: string, entries: Entries): void {
  const parts: Uint8Array[] = [headOf(model)];
  let dimensions: number | undefined;
  for (const [hash, { scale, steps }] of entries) {
    if (dimensions === undefined) parts.push(uint32(steps.length));
    dimensions ??= steps.length;
    const number = Buffer.alloc(NUMBER);
    number.writeFloatLE(scale);
    parts.push(Buffer.from(hash, 'hex'), number, Buffer.from(steps.buffer, steps.byteOffset, steps.length));
  }
  if (dimensions === undefined) parts.push(uint32(0));
  const bytes = Buffer.concat(parts);
  // Of its own name, since another program may write the same file.
  const aside = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(aside, 'w');
    try {
      writeFileSync(handle, bytes);
      writeFileSync(handle, createHash('sha256').update(bytes).digest());
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

function headOf(model: string): Buffer {
  return Buffer.concat([MAGIC, Buffer.from(model, 'hex')]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(NUMBER);
  bytes.writeUInt32LE(value);
  return bytes;
}
