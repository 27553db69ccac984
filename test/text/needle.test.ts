import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Needle } from '../../src/text/needle.js';

describe('a needle', () => {
  it('finds every place, its first letter large or small, as a plain search does', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '😀', ' '), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(part, fc.array(part, { maxLength: 30 }), fc.boolean(), (wanted, parts, long) => {
        // A long text that repeats itself is looked for by another algorithm.
        const sought = long ? wanted.repeat(200) : wanted;
        const text = parts.join(wanted) + (long ? sought + sought : '');
        const first = String.fromCodePoint(sought.codePointAt(0) ?? 0);
        const expected: number[] = [];
        for (let at = 0; at + sought.length <= text.length; at++) {
          const here = text.slice(at, at + sought.length);
          const same = here.slice(0, first.length).toLowerCase() === first.toLowerCase();
          if (same && here.slice(first.length) === sought.slice(first.length)) expected.push(at);
        }
        expect([...new Needle(sought).placesIn(text)]).toEqual(expected);
      }),
    );
  });
});
