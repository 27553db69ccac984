import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { TickBatch } from '../../../src/search/opensearch/tick-batch.js';

it('asks together for what is asked for in one turn, and once for what is under way', async () => {
  const asked: (readonly string[])[] = [];
  const batch = new TickBatch(async (keys) => {
    asked.push(keys);
    await setImmediate();
    return keys.map((key) => key.toUpperCase());
  });
  const first = [batch.get('a'), batch.get('b'), batch.get('a')];
  await setImmediate();
  const second = [batch.get('b'), batch.get('c')];
  expect(await Promise.all([...first, ...second])).toEqual(['A', 'B', 'A', 'B', 'C']);
  expect(asked).toEqual([['a', 'b'], ['c']]);
  expect(await batch.get('a')).toBe('A');
  expect(asked).toHaveLength(3);
});

it('fails for all who asked together, and asks anew afterwards', async () => {
  let fails = true;
  const batch = new TickBatch(async (keys) => {
    if (fails) throw new Error('gone');
    return keys;
  });
  const results = await Promise.allSettled([batch.get('a'), batch.get('b')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await batch.get('a')).toBe('a');
});
