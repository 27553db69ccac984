import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IdentifyTurns } from '../../src/processes/identify-turns.js';

const NEVER = new AbortController().signal;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** When each of `waiting` comes to its turn, in milliseconds from now; it takes `takes` of them to identify itself. */
async function times(waiting: readonly Promise<() => void>[], takes = 0): Promise<number[]> {
  const began = performance.now();
  const all = Promise.all(
    waiting.map(async (turn) => {
      const identified = await turn;
      const at = performance.now() - began;
      if (takes === 0) identified();
      else setTimeout(identified, takes);
      return at;
    }),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  return all;
}

it('shards of the same number modulo the concurrency wait for each other, and others do not', async () => {
  const turns = new IdentifyTurns(2);
  expect(await times([0, 1, 2, 3, 4].map((shard) => turns.wait(shard, NEVER)))).toEqual([
    0, 0, 5_500, 5_500, 11_000,
  ]);
});

it('the time is counted from when a shard has identified itself', async () => {
  const turns = new IdentifyTurns(1);
  expect(await times([turns.wait(0, NEVER), turns.wait(1, NEVER)], 300)).toEqual([0, 5_800]);
});

it('nobody waits for one that thought better of it', async () => {
  const turns = new IdentifyTurns(1);
  const gone = new AbortController();
  const first = turns.wait(0, NEVER);
  const second = turns.wait(1, gone.signal);
  const third = turns.wait(2, NEVER);
  gone.abort(new Error('gone'));
  const [at] = await Promise.all([times([first, third]), expect(second).rejects.toThrow('gone')]);
  expect(at).toEqual([0, 5_500]);
});
