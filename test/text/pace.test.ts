import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace, OverBudgetError } from '../../src/text/pace.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
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
