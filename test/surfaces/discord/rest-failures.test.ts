import { REST } from 'discord.js';
import { expect, it } from 'vitest';
import { watchRequests } from '../../../src/surfaces/discord/rest-failures.js';
import { startDiscord } from '../../support/bot.js';
import { watching } from '../../support/observer.js';

/** A client for requests to `api` that are given up after `timeout` milliseconds, and what is told of them. */
function watched(api: string, timeout: number) {
  const { observer, told } = watching();
  const rest = new REST({ version: '10', api, timeout, retries: 1, ...watchRequests(observer) }).setToken(
    'any.to.ken',
  );
  return { rest, told };
}

it('a request that succeeds is no failure, and one that is refused is, by its status', async () => {
  const discord = await startDiscord();
  const { rest, told } = watched(discord.url, 10_000);
  await rest.setToken(discord.token).get('/gateway/bot');
  expect(told).toEqual([]);
  await expect(rest.put('/nowhere/at/all', { body: {} })).rejects.toMatchObject({ status: 404 });
  expect(told).toEqual([['requestFailed', 'PUT', 404]]);
});

it('each attempt counts that gets no answer in time', async () => {
  const discord = await startDiscord();
  discord.intercept = () => new Promise(() => {});
  const { rest, told } = watched(discord.url, 50);
  await expect(rest.get('/gateway/bot')).rejects.toThrow();
  expect(told).toEqual([
    ['requestFailed', 'GET', 'timeout'],
    ['requestFailed', 'GET', 'timeout'],
  ]);
});

it('and each that finds nobody', async () => {
  const discord = await startDiscord();
  const { url } = discord;
  await discord.stop();
  const { rest, told } = watched(url, 10_000);
  await expect(rest.get('/gateway/bot')).rejects.toThrow();
  expect(new Set(told.map(String))).toEqual(new Set(['requestFailed,GET,unreachable']));
});
