import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWithin } from '../../src/text/word-differences.js';

/** What is done with each word: kept, changed, left out of the second, or put into it. */
function steps(a: string, b: string): string[] {
  const [first, second] = [a.split(' '), b.split(' ')];
  return alignWithin(first, second).map(({ a: i, b: j, same }) => {
    if (same && i !== null) return first[i] ?? '';
    return `${i === null ? '' : first[i]}>${j === null ? '' : second[j]}`;
  });
}

describe('the alignment of words', () => {
  it.each([
    ['the same words', 'a b c', 'x a b c y', ['a', 'b', 'c']],
    ['a word changed', 'a b c', 'a x c', ['a', 'b>x', 'c']],
    ['a word left out', 'a c', 'z a b c z', ['a', '>b', 'c']],
    ['a word added', 'a b c', 'a c', ['a', 'b>', 'c']],
    ['words at the ends that are not there', 'x b c y', 'a b c d', ['x>', 'b', 'c', 'y>']],
    ['nothing in common', 'a b', 'x y', []],
  ])('finds %s', (_, a, b, expected) => {
    expect(steps(a, b)).toEqual(expected);
  });

  it('has every word of the first list, and a stretch of the second, in order', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 9 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const aligned = alignWithin(a, b);
        if (!a.some((word) => b.includes(word))) {
          expect(aligned).toEqual([]);
          return;
        }
        if (aligned.length === 0) return;
        expect(aligned.flatMap(({ a: i }) => i ?? [])).toEqual(a.map((_, at) => at));
        const inB = aligned.flatMap(({ b: j }) => j ?? []);
        expect(inB).toEqual(inB.map((_, at) => (inB[0] ?? 0) + at));
        for (const { a: i, b: j, same } of aligned) {
          expect(same).toBe(i !== null && j !== null && a[i] === b[j]);
        }
      }),
    );
  });
});
