import { expect, it } from 'vitest';
import { median, percentile } from './measure.js';

it('a percentile is the number that its share of the numbers is not above', () => {
  const numbers = Array.from({ length: 200 }, (_, at) => at + 1);
  expect(percentile(numbers, 0.95)).toBe(190);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile(numbers, 1)).toBe(200);
  expect(median([1, 2, 9])).toBe(2);
});
