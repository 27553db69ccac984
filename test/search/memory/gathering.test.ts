import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Gathering } from '../../../src/search/memory/gathering.js';

const inOrder = (a: number, b: number) => a - b;

it('gives the slots with the largest sums, as if all were sorted', () => {
  const added = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 4 })), { maxLength: 30 });
  fc.assert(
    fc.property(added, fc.nat(12), (amounts, count) => {
      const gathering = new Gathering(10);
      const sums = new Map<number, number>();
      for (const [slot, amount] of amounts) {
        gathering.add(slot, amount);
        sums.set(slot, (sums.get(slot) ?? 0) + amount);
      }
      expect(gathering.slots).toEqual([...sums.keys()]);
      for (const [slot, sum] of sums) expect(gathering.sumOf(slot)).toBe(sum);
      const sorted = [...sums].sort(([x, a], [y, b]) => b - a || x - y).map(([slot]) => slot);
      expect(gathering.largest(count, inOrder)).toEqual(sorted.slice(0, count));
    }),
  );
});

it('forgets what it is told to, and begins anew at nothing', () => {
  const gathering = new Gathering(3);
  gathering.add(0, 1);
  gathering.add(2, 5);
  gathering.keep((slot) => slot === 0);
  expect([gathering.slots, gathering.sumOf(2)]).toEqual([[0], 0]);
  gathering.add(2, 1);
  expect(gathering.largest(9, inOrder)).toEqual([0, 2]);
  gathering.clear();
  expect([gathering.slots, gathering.sumOf(0), gathering.largest(9, inOrder)]).toEqual([[], 0, []]);
});

it('knows no slot beyond its room', () => {
  const gathering = new Gathering(3);
  expect(() => gathering.add(3, 1)).toThrow('No slot 3 of 3');
  expect(() => gathering.sumOf(-1)).toThrow('No slot -1 of 3');
});
