import { expect, it } from 'vitest';
import { AT_ONCE_REMOTELY, Calls } from '../../../src/surfaces/mcp/calls.js';

/** Work that ends when it is told to. */
function gate(): { work: () => Promise<string>; open: () => void } {
  let open = () => {};
  const opened = new Promise<string>((resolve) => {
    open = () => resolve('done');
  });
  return { work: () => opened, open };
}

it('where a cluster is waited for, four calls are worked on at once, and the next as soon as one ends, in order', async () => {
  const calls = new Calls(AT_ONCE_REMOTELY);
  const begun: number[] = [];
  const gates = Array.from({ length: 7 }, gate);
  const all = gates.map(({ work }, at) =>
    calls.inTurn(undefined, () => {
      begun.push(at);
      return work();
    }),
  );
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2, 3]);
  gates[2]?.open();
  await all[2];
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  for (const { open } of gates) open();
  expect(await Promise.all(all)).toEqual(Array(7).fill('done'));
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it('otherwise one call is worked on at a time', async () => {
  const calls = new Calls();
  const begun: number[] = [];
  const gates = Array.from({ length: 3 }, gate);
  const all = gates.map(({ work }, at) =>
    calls.inTurn(undefined, () => {
      begun.push(at);
      return work();
    }),
  );
  await Promise.resolve();
  expect(begun).toEqual([0]);
  gates[1]?.open();
  gates[0]?.open();
  await all[1];
  expect(begun).toEqual([0, 1, 2]);
  gates[2]?.open();
  await all[2];
});

it('a call that fails, or was cancelled before its turn, leaves its place to the next', async () => {
  const calls = new Calls();
  const failing = Array.from({ length: 9 }, () =>
    calls.inTurn(undefined, () => Promise.reject(new Error('broken'))),
  );
  const cancelled = calls.inTurn(AbortSignal.abort(), async () => 'begun');
  for (const one of failing) await expect(one).rejects.toThrow('broken');
  await expect(cancelled).rejects.toThrow(/abort/i);
  expect(await calls.inTurn(undefined, async () => 'done')).toBe('done');
  await calls.ended();
});

it('the end is waited for', async () => {
  const calls = new Calls();
  await calls.ended();
  const { work, open } = gate();
  const call = calls.inTurn(undefined, work);
  let isEnded = false;
  const ended = calls.ended().then(() => {
    isEnded = true;
  });
  await Promise.resolve();
  expect(isEnded).toBe(false);
  open();
  await Promise.all([call, ended]);
  expect(isEnded).toBe(true);
});
