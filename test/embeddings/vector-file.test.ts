import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { toVector, type Vector } from '../../src/embeddings/vector.js';
import { readVectorFile, writeVectorFile } from '../../src/embeddings/vector-file.js';
import { folderOf } from '../support/folder.js';

const MODEL = 'ab'.repeat(32);
const ENTRIES: readonly [string, Vector][] = [
  ['01'.repeat(32), toVector(Float32Array.of(0.5, -0.25, 0))],
  ['ff'.repeat(32), toVector(Float32Array.of(-1, 0, 0.125))],
];

function written(entries = ENTRIES): string {
  const file = path.join(folderOf({}), 'vectors.bin');
  writeVectorFile(file, MODEL, entries);
  return file;
}

it('gives back what was written, in order', () => {
  expect(readVectorFile(written(), MODEL, 1000)).toEqual(ENTRIES);
  expect(readVectorFile(written([]), MODEL, 1000)).toEqual([]);
});

it('has nothing where it is not there, of another model, or too large', () => {
  const file = written();
  expect(readVectorFile(`${file}.not`, MODEL, 1000)).toEqual([]);
  expect(readVectorFile(file, 'cd'.repeat(32), 1000)).toEqual([]);
  expect(readVectorFile(file, MODEL, readFileSync(file).length)).toEqual(ENTRIES);
  expect(readVectorFile(file, MODEL, readFileSync(file).length - 1)).toEqual([]);
});

it('has nothing where any byte of it is missing or another', () => {
  const file = written();
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at++) {
    writeFileSync(file, bytes.subarray(0, at));
    expect(readVectorFile(file, MODEL, 1000)).toEqual([]);
    const other = Buffer.from(bytes);
    other.writeUInt8(other.readUInt8(at) ^ 1, at);
    writeFileSync(file, other);
    expect(readVectorFile(file, MODEL, 1000)).toEqual([]);
  }
});

it('stays as it was where it cannot be written, and nothing is left beside it', () => {
  const file = written();
  const before = readFileSync(file);
  const breaking = function* (): Generator<[string, Vector]> {
    yield* ENTRIES;
    throw new Error('Broken off');
  };
  expect(() => writeVectorFile(file, MODEL, breaking())).toThrow('Broken off');
  expect(readFileSync(file)).toEqual(before);
  const folder = path.dirname(file);
  mkdirSync(path.join(folder, 'taken'));
  expect(() => writeVectorFile(path.join(folder, 'taken'), MODEL, ENTRIES)).toThrow(
    /EISDIR|ENOTEMPTY|EEXIST/,
  );
  expect(readdirSync(folder).sort()).toEqual(['taken', 'vectors.bin']);
});
