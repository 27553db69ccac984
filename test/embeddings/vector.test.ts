import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cosine, normalised, toVector } from '../../src/embeddings/vector.js';

const DIMENSIONS = 384;
const directions = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => normalised(Float32Array.from(values)));

function exact(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

it('brings a direction to length 1, and leaves nothing as it is', () => {
  expect([...normalised(Float32Array.of(3, 0, 4))]).toEqual([...Float32Array.of(0.6, 0, 0.8)]);
  expect([...normalised(Float32Array.of(0, 0))]).toEqual([0, 0]);
});

it('rounds to 127 steps up to the largest number', () => {
  const { scale, steps } = toVector(Float32Array.of(0.5, -0.2, 0, 0.001));
  expect(scale).toBeCloseTo(0.5 / 127, 8);
  expect([...steps]).toEqual([127, -51, 0, 0]);
});

it('rounds so that no cosine is off by 0.005 or more', () => {
  fc.assert(
    fc.property(directions, directions, (a, b) => {
      expect(Math.abs(cosine(a, toVector(b)) - exact(a, b))).toBeLessThan(0.005);
    }),
    { numRuns: 300, seed: 11 },
  );
});

it('gives 1 for the same direction, 0 for nothing, and never more than 1', () => {
  const one = normalised(Float32Array.of(1, 1, 1));
  expect(cosine(one, toVector(one))).toBeCloseTo(1, 5);
  expect(cosine(one, toVector(Float32Array.of(0, 0, 0)))).toBe(0);
  expect(cosine(Float32Array.of(2), { scale: 1, steps: Int8Array.of(1) })).toBe(1);
});
