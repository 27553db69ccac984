import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberList } from '../../src/search/number-list.js';

const number = fc.integer({ min: 0, max: 0xffff_ffff });

it('is a list, however long it grows and whatever room was made', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 3_000 }), fc.nat(5_000), (numbers, room) => {
      const list = new NumberList();
      for (const [at, one] of numbers.entries()) {
        if (at === 10) list.reserve(room);
        expect(list.push(one)).toBe(at);
      }
      expect(list.length).toBe(numbers.length);
      expect([...list.toArray()]).toEqual(numbers);
    }),
    { numRuns: 20 },
  );
});

it('changes where it is told to, and has nothing beyond its end', () => {
  const list = new NumberList();
  list.push(1);
  const before = list.toArray();
  list.set(0, 7);
  expect([list.at(0), before[0]]).toEqual([7, 1]);
  expect(() => list.at(1)).toThrow('No entry 1 in a list of 1');
  expect(() => list.set(1, 2)).toThrow('No entry 1 in a list of 1');
});
