import { type Client, LimitedCollection } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../../src/surfaces/discord/client.js';
import { keptLog } from '../../support/bot.js';

function client(): { client: Client; logged: Record<string, unknown>[] } {
  const { log, logged } = keptLog();
  const created = createClient(log, 'http://127.0.0.1:9/api');
  onTestFinished(() => created.destroy());
  return { client: created, logged };
}

it('survives an error of its connection, and logs it', () => {
  const { client: created, logged } = client();
  expect(() => created.emit('error', new Error('the line is cut'))).not.toThrow();
  expect(logged).toContainEqual(
    expect.objectContaining({ level: 50, err: expect.objectContaining({ message: 'the line is cut' }) }),
  );
});

it('keeps nobody in memory', () => {
  const { users } = client().client;
  expect(users.cache).toBeInstanceOf(LimitedCollection);
  users.cache.set('1', Object.create(null));
  expect(users.cache.size).toBe(0);
});

it('waits for Discord no longer than its answer is of use', () => {
  const { rest } = client().client.options;
  expect((rest?.timeout ?? 0) * ((rest?.retries ?? 0) + 1)).toBeLessThanOrEqual(10_000);
  expect(rest?.timeout).toBeGreaterThan(0);
});
