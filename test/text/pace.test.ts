import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDeadline, createPace, NO_DEADLINE, OverBudgetError } from '../../src/text/pace.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

it('waits for nothing while its slice of time lasts', () => {
  const pace = createPace();
  vi.advanceTimersByTime(5);
  expect(pace()).toBeUndefined();
});

it('ends work that has computed for longer than its budget, its rests not counted', async () => {
  const pace = createPace({ budget: 100 });
  vi.advanceTimersByTime(60);
  const rest = pace();
  vi.advanceTimersByTime(10_000);
  await rest;
  vi.advanceTimersByTime(30);
  await pace();
  vi.advanceTimersByTime(30);
  expect(pace).toThrow(OverBudgetError);
});

it('lets others run when its slice is over, and begins a new one', async () => {
  const pace = createPace();
  vi.advanceTimersByTime(50);
  const others: string[] = [];
  setImmediate(() => others.push('ran'));
  await pace();
  expect(others).toEqual(['ran']);
  expect(pace()).toBeUndefined();
});

it('gives what work gives before a deadline, and nothing after it', async () => {
  const deadline = createDeadline(100);
  expect(await deadline.before(Promise.resolve('found'))).toBe('found');
  const late = deadline.before(new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(99);
  expect(deadline.isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(deadline.isOver()).toBe(true);
  expect(await late).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

it('tells of an error in work that a deadline ends', async () => {
  await expect(createDeadline(100).before(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

it('without a deadline waits for as long as work takes', async () => {
  vi.advanceTimersByTime(1_000_000);
  expect(NO_DEADLINE.isOver()).toBe(false);
  expect(await NO_DEADLINE.before(Promise.resolve('found'))).toBe('found');
});
