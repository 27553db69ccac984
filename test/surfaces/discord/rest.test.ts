import { REST } from '@discordjs/rest';
import { expect, it, vi } from 'vitest';
import { restOptions } from '../../../src/surfaces/discord/rest.js';

it('what is kept of the way of each answer is let go of within five minutes', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const fetched = vi.fn(
      async () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
    );
    const rest = new REST({ ...restOptions(undefined, undefined), makeRequest: fetched as never });
    for (const token of ['first', 'second'])
      await rest.patch(`/webhooks/100000000000000001/${token}/messages/@original`, { body: {}, auth: false });
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(rest.handlers.size).toBe(2);
    vi.advanceTimersByTime(5 * 60_000 - 1);
    expect(rest.handlers.size).toBe(2);
    vi.advanceTimersByTime(1);
    expect(rest.handlers.size).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
