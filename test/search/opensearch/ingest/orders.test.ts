import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ordersOf } from '../../../../src/search/opensearch/ingest/orders.js';

const names = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 })
  .map((all) => all.sort((a, b) => a - b).map((one) => String(one).padStart(2, '0')));

it('numbers files 1,024 apart where nothing is known', () => {
  expect(ordersOf(['a', 'b', 'c'], new Map())).toEqual({ orders: [1024, 2048, 3072], kept: false });
});

it('puts files between others, before the first and after the last, and leaves these where they are', () => {
  const known = new Map([
    ['b', 1024],
    ['d', 2048],
  ]);
  expect(ordersOf(['a', 'b', 'c', 'd', 'e'], known)).toEqual({
    orders: [512, 1024, 1536, 2048, 3072],
    kept: true,
  });
  expect(ordersOf(['b', 'c1', 'c2', 'c3', 'd'], known).orders).toEqual([1024, 1280, 1536, 1792, 2048]);
});

it('numbers all anew where those that are known are in another order, or leave no room', () => {
  expect(
    ordersOf(
      ['a', 'b'],
      new Map([
        ['a', 2048],
        ['b', 1024],
      ]),
    ),
  ).toEqual({ orders: [1024, 2048], kept: false });
  const close = new Map([
    ['a', 1],
    ['c', 1 + Number.EPSILON],
  ]);
  expect(ordersOf(['a', 'b', 'c'], close)).toEqual({ orders: [1024, 2048, 3072], kept: false });
});

it('orders files as they come, whatever is added and taken out one time after the other', () => {
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 12 }), (rounds) => {
      let known = new Map<string, number>();
      for (const files of rounds) {
        const before = new Map(
          files.flatMap((file) => (known.has(file) ? [[file, known.get(file) ?? 0]] : [])),
        );
        const { orders, kept } = ordersOf(files, before);
        expect(orders).toEqual(orders.toSorted((a, b) => a - b));
        expect(new Set(orders).size).toBe(files.length);
        if (kept) for (const [file, order] of before) expect(orders[files.indexOf(file)]).toBe(order);
        known = new Map(files.map((file, at) => [file, orders[at] ?? 0]));
      }
    }),
  );
});
