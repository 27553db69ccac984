import { DefaultWebSocketManagerOptions } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { PAUSES, pauseAfter } from '../../../src/surfaces/discord/pauses.js';
import { START_WITHIN_MS } from '../../../src/surfaces/discord/start.js';

describe('a pause', () => {
  const pauses = { first: 100, longest: 1_000 };
  const all = (random: number) => [1, 2, 3, 4, 5, 500, 5_000].map((n) => pauseAfter(n, pauses, () => random));

  it('doubles with each failure until it is the longest', () => {
    expect(all(1)).toEqual([100, 200, 400, 800, 1_000, 1_000, 1_000]);
  });

  it('is by chance up to half of it shorter', () => {
    expect(all(0)).toEqual([50, 100, 200, 400, 500, 500, 500]);
    expect(all(0.5)).toEqual([75, 150, 300, 600, 750, 750, 750]);
  });
});

describe('the pauses of a start', () => {
  const { helloTimeout, readyTimeout } = DefaultWebSocketManagerOptions;

  it('begin with five seconds, within which Discord takes one identification', () => {
    expect(PAUSES.first).toBe(5_000);
  });

  it('are as long as needed for a day of failures to stay below what Discord allows, and not longer', () => {
    // From what @discordjs/ws does with a connection that is never told READY.
    const identifications = Math.ceil(START_WITHIN_MS / (readyTimeout ?? 0));
    const shortest = (failures: number) => pauseAfter(failures, PAUSES, () => 0);
    let [count, failures] = [0, 0];
    for (let at = 0; at < 24 * 3_600_000; at += START_WITHIN_MS + shortest(++failures))
      count += identifications;
    expect(count).toBeLessThan(1_000);
    expect(count).toBeGreaterThan(950);
  });

  it('follow a minute, which is what discord.js waits for HELLO', () => {
    expect(START_WITHIN_MS).toBe(60_000);
    expect(START_WITHIN_MS).toBe(helloTimeout);
  });
});
