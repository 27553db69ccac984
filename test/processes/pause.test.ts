import { expect, it } from 'vitest';
import { nextPause } from '../../src/processes/pause.js';

it('the pause before a process is started again doubles from a second to five minutes', () => {
  const pauses = [nextPause(0, 0)];
  while (pauses.length < 11) pauses.push(nextPause(pauses.at(-1) ?? 0, 299_999));
  expect(pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(pauses.slice(-3)).toEqual([256_000, 300_000, 300_000]);
});

it('the pause is a second again once the process has run for longer than the longest one', () => {
  expect(nextPause(300_000, 300_000)).toBe(1_000);
});

it('a process that Discord does not let in waits for the longest pause at once, since trying soon is of no use', () => {
  expect(nextPause(0, 0, true)).toBe(300_000);
  expect(nextPause(1_000, 10, true)).toBe(300_000);
});
