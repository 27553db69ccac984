import fc from 'fast-check';
import { expect, it } from 'vitest';
import { densest } from '../../src/search/densest.js';

it('is the most weight of any stretch and the key after it, each key once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      (keys, size) => {
        const weights = new Map([0, 1, 2, 3, 4].map((key) => [key, 2 ** key]));
        const stretches = keys.map((_, at) => new Set(keys.slice(at, at + size + 1)));
        const sums = stretches.map((stretch) =>
          [...stretch].reduce((sum, key) => sum + (weights.get(key) ?? 0), 0),
        );
        expect(densest(keys, weights, size)).toBe(Math.max(0, ...sums));
      },
    ),
  );
});
