import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { toVector } from '../../src/embeddings/vector.js';
import { VECTORS_BYTES, Vectors, WORTH_SAVING } from '../../src/embeddings/vectors.js';
import { folderOf } from '../support/folder.js';

const MODEL = 'ab'.repeat(32);
const VECTOR = toVector(Float32Array.of(0.5, -0.25));

function options(bytes?: number) {
  return { file: path.join(folderOf({}), 'vectors.bin'), model: MODEL, ...(bytes && { bytes }) };
}

it('keeps vectors by their texts, and in a file for the next time', () => {
  const where = options();
  const vectors = new Vectors(where);
  vectors.set('one', VECTOR);
  expect(vectors.get('one')).toEqual(VECTOR);
  expect(vectors.get('two')).toBeUndefined();
  vectors.save();
  const again = new Vectors(where);
  expect(again.size).toBe(1);
  expect(again.get('one')).toEqual(VECTOR);
});

it('writes no file where nothing is new', () => {
  const where = options();
  new Vectors(where).save();
  expect(existsSync(where.file)).toBe(false);
});

it('keeps no more than the bytes that it may, and lets go first of what was not asked for longest', () => {
  const where = options(3 * 402);
  const vectors = new Vectors(where);
  for (const text of ['a', 'b', 'c']) vectors.set(text, VECTOR);
  vectors.get('a');
  vectors.set('d', VECTOR);
  expect(['a', 'b', 'c', 'd'].map((text) => vectors.get(text) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ]);
  vectors.save();
  const again = new Vectors(where);
  again.set('e', VECTOR);
  expect(['a', 'c', 'd', 'e'].map((text) => again.get(text) !== undefined)).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

it('has room for 300,000 passages by a small model', () => {
  expect(Math.floor(VECTORS_BYTES / (384 + 400))).toBeGreaterThan(300_000);
  expect(VECTORS_BYTES).toBe(268_435_456);
});

it('is worth saving with 500 new vectors, and with a quarter of all', () => {
  const vectors = new Vectors(options());
  const add = (count: number) => {
    for (let at = 0; at < count; at++) vectors.set(`${vectors.size}`, VECTOR);
  };
  expect(WORTH_SAVING).toBe(500);
  add(499);
  expect(vectors.isWorthSaving).toBe(false);
  add(1);
  expect(vectors.isWorthSaving).toBe(true);
  add(2500);
  vectors.save();
  add(999);
  expect(vectors.isWorthSaving).toBe(false);
  add(1);
  expect(vectors.isWorthSaving).toBe(true);
});
