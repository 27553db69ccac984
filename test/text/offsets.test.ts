import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastNotAfter } from '../../src/text/offsets.js';

it('finds the last offset that is not after another, as a search from the end does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), (numbers, offset) => {
      const offsets = numbers.sort((a, b) => a - b);
      expect(lastNotAfter(offsets, offset)).toBe(offsets.findLastIndex((one) => one <= offset));
    }),
  );
});
