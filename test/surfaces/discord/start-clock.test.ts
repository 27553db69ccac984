import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NotReadyError, StartClock } from '../../../src/surfaces/discord/start-clock.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A clock of a minute, and what it rejected with. */
function clockOfAMinute() {
  const clock = new StartClock(60_000);
  const late = vi.fn();
  void clock.late.catch(late);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { clock, late, pass };
}

/** A turn that comes once it is taken. */
function turn() {
  let take = () => {};
  const come = new Promise<void>((resolve) => {
    take = resolve;
  });
  return { come, take };
}

it('a start that comes no further for a minute is late', async () => {
  const { late, pass } = clockOfAMinute();
  await pass(59_999);
  expect(late).not.toHaveBeenCalled();
  await pass(1);
  expect(late.mock.calls).toEqual([[expect.any(NotReadyError)]]);
});

it('one of very many shards is not, where they come one after another', async () => {
  const { clock, late, pass } = clockOfAMinute();
  for (let shard = 0; shard < 64; shard++) {
    await pass(5_000);
    clock.advance();
  }
  await pass(59_999);
  expect(late).not.toHaveBeenCalled();
  await pass(1);
  expect(late).toHaveBeenCalledTimes(1);
});

it('one that waits for other processes is not, however long, and counts anew from its turn', async () => {
  const { clock, late, pass } = clockOfAMinute();
  const [first, second] = [turn(), turn()];
  const waiting = [first, second].map(({ come }) => clock.without(come));
  await pass(600_000);
  first.take();
  await waiting[0];
  clock.advance();
  await pass(600_000);
  expect(late).not.toHaveBeenCalled();
  second.take();
  await waiting[1];
  await pass(59_999);
  expect(late).not.toHaveBeenCalled();
  await pass(1);
  expect(late).toHaveBeenCalledTimes(1);
});

it('one that is over is never late', async () => {
  const { clock, late, pass } = clockOfAMinute();
  clock.stop();
  clock.advance();
  await clock.without(Promise.resolve());
  await pass(600_000);
  expect(late).not.toHaveBeenCalled();
});
