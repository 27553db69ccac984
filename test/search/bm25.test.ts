import { expect, it } from 'vitest';
import { saturated } from '../../src/search/bm25.js';

it('is worth 1 to have a word once in a passage of the usual length, and more to have it again, up to 2.2', () => {
  expect(saturated(0, 10, 10)).toBe(0);
  expect(saturated(1, 10, 10)).toBeCloseTo(1, 12);
  // By hand: 2 × 2.2 / (2 + 1.2).
  expect(saturated(2, 10, 10)).toBeCloseTo(1.375, 12);
  expect(saturated(1e9, 10, 10)).toBeCloseTo(2.2, 6);
});

it('is worth the less the longer the passage is', () => {
  // By hand: 2.2 / (1 + 1.2 × (0.25 + 0.75 × 2)) and 2.2 / (1 + 1.2 × 0.25).
  expect(saturated(1, 20, 10)).toBeCloseTo(2.2 / 3.1, 12);
  expect(saturated(1, 0, 10)).toBeCloseTo(2.2 / 1.3, 12);
});
