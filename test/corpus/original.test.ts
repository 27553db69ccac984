import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Original } from '../../src/corpus/original.js';

describe('the original of a document', () => {
  it('says at every place what the whole says there, with a byte order mark or without', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '“', '😀', '\uFEFF', '語'),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.boolean(), fc.nat(), fc.nat(), (one, marked, a, b) => {
        // Long enough to be read from several places.
        const whole = one.repeat(400);
        const bytes = Buffer.from((marked ? '\uFEFF' : '') + whole);
        const expected = marked || !whole.startsWith('\uFEFF') ? whole : whole.slice(1);
        const [start, end] = [a % expected.length, b % expected.length].sort((x, y) => x - y) as [
          number,
          number,
        ];
        expect(new Original(bytes).read(start, end + 1)).toBe(expected.slice(start, end + 1));
      }),
    );
  });
});
