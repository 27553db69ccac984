import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSlip, isTransposed } from '../../src/search/spelling.js';

it.each([
  ['govrenment', 'government', true],
  ['ab', 'ba', true],
  ['abcd', 'badc', false],
  ['aa', 'aa', false],
  ['abc', 'cba', false],
  ['ab', 'abc', false],
  ['', '', false],
])('%s and %s differ by two letters that changed places: %s', (a, b, expected) => {
  expect(isTransposed(a, b)).toBe(expected);
  expect(isTransposed(b, a)).toBe(expected);
});

it('is a slip to type a letter more, less, another, or two in the other order; two slips are none', () => {
  for (const typed of ['rainn', 'ran', 'rein', 'rian', 'xrain', 'rai'])
    expect(isSlip(typed, 'rain')).toBe(true);
  for (const typed of ['rain', 'rn', 'rein in', 'iran']) expect(isSlip(typed, 'rain')).toBe(false);
});

it('sees any two letters beside each other that changed places', () => {
  const word = fc.string({ minLength: 2, maxLength: 9, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(word, fc.nat(7), (one, place) => {
      const at = Math.min(place, one.length - 2);
      const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
      expect(isTransposed(one, swapped)).toBe(one !== swapped);
    }),
  );
});
