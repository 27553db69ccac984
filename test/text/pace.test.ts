import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from '../../src/text/pace.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('waits for nothing while its slice of time lasts', () => {
  const pace = createPace();
  vi.advanceTimersByTime(5);
  expect(pace()).toBeUndefined();
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
