import { expect, it } from 'vitest';
import { GatewayRefusedError } from '../../../src/surfaces/discord/refusal.js';
import { Refusal } from '../../discord-server/errors.js';
import { Member } from '../../discord-server/member.js';
import { keptLog, startDiscord, startOn } from '../../support/bot.js';
import { watching } from '../../support/observer.js';

/** What discord.js takes for another connection at most: half a second, and five to seven until it identifies itself. */
const RECONNECT_MS = 15_000;
/** Pauses that no test waits for. */
const AT_ONCE = { first: 1, longest: 1 };
const lines = (logged: readonly Record<string, unknown>[], msg: string) =>
  logged.filter((line) => line.msg === msg);

it('a start is told, with the sessions that may still be started', async () => {
  const discord = await startDiscord();
  const { observer, told } = watching();
  const { logged } = await startOn(discord, { observer });
  expect(lines(logged, 'Session started')).toMatchObject([{ shard: 0, level: 30 }]);
  await expect
    .poll(() => lines(logged, 'Session starts left'))
    .toMatchObject([{ remaining: 999, total: 1000, resetsIn: 0 }]);
  expect(told).toEqual([['shardUp', 0, 'started'], ['connected'], ['sessionStartsLeft', 999]]);
});

it.each([4000, 1006])(
  'a connection that is lost with %i is taken up again, and both is told',
  async (code) => {
    const discord = await startDiscord();
    const { observer, told } = watching();
    const { logged } = await startOn(discord, { observer });
    if (code === 1006) discord.gateway.cut();
    else discord.gateway.drop(code);
    await expect.poll(() => lines(logged, 'Session resumed'), { timeout: RECONNECT_MS }).toHaveLength(1);
    expect(lines(logged, 'Lost the connection to Discord')).toMatchObject([{ shard: 0, code, level: 40 }]);
    const [{ away } = {}] = lines(logged, 'Session resumed');
    // discord.js waits for half a second before it connects again.
    expect(away).toBeGreaterThanOrEqual(490);
    expect(told.slice(-2)).toEqual([
      ['shardLost', 0, code],
      ['shardUp', 0, 'resumed'],
    ]);
    expect((await new Member(discord).type('quote', { topic: 'NGOs' })).embeds).toHaveLength(3);
  },
);

it('a request of Discord to connect again is followed, and told', async () => {
  const discord = await startDiscord();
  const { logged } = await startOn(discord);
  discord.gateway.askToReconnect();
  await expect.poll(() => lines(logged, 'Session resumed'), { timeout: RECONNECT_MS }).toHaveLength(1);
  expect(lines(logged, 'Lost the connection to Discord')).toMatchObject([{ shard: 0, code: 4200 }]);
});

it('a session that is gone is replaced by a new one, and what is left of starts is told again', async () => {
  const discord = await startDiscord();
  const { observer, told } = watching();
  const { logged } = await startOn(discord, { observer });
  discord.gateway.resumes = false;
  discord.gateway.drop(4000);
  await expect
    .poll(() => lines(logged, 'Reconnected with a new session'), { timeout: RECONNECT_MS })
    .toMatchObject([{ shard: 0 }]);
  expect(lines(logged, 'Lost the connection to Discord')).toHaveLength(1);
  await expect.poll(() => lines(logged, 'Session starts left')).toHaveLength(2);
  expect(told).toContainEqual(['shardUp', 0, 'reconnected']);
});

it('an outage is told once, however often discord.js tries', async () => {
  const discord = await startDiscord();
  const { logged } = await startOn(discord);
  discord.gateway.greets = false;
  discord.gateway.drop(4000);
  const before = discord.gateway.connections;
  for (let tries = 1; tries <= 3; tries++) {
    await expect.poll(() => discord.gateway.connections, { timeout: RECONNECT_MS }).toBe(before + tries);
    discord.gateway.drop(4000);
  }
  expect(lines(logged, 'Lost the connection to Discord')).toHaveLength(1);
  await expect.poll(() => lines(logged, 'Connecting to Discord failed').length).toBeGreaterThanOrEqual(2);
  expect(lines(logged, 'Connecting to Discord failed')[0]).toMatchObject({ level: 20, shard: 0, code: 4000 });
});

it.each([
  [4004, 'token'],
  [4010, 'shard'],
  [4011, 'sharding'],
  [4012, 'version'],
  [4013, 'intents'],
  [4014, 'privileged intents'],
])('a close with %i is for good, and says that it is about: %s', async (code, refused) => {
  const discord = await startDiscord();
  const { bot } = await startOn(discord);
  discord.gateway.drop(code);
  expect(await bot.refused).toMatchObject({ refused, code, message: expect.stringContaining('shard 0') });
});

it('a close for good ends the start too', async () => {
  const discord = await startDiscord();
  discord.gateway.refuseWith = 4014;
  const error: unknown = await startOn(discord).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(GatewayRefusedError);
  expect(error).toMatchObject({ code: 4014 });
});

it.each(['greets', 'admits'] as const)(
  'a start that Discord lets hang (%s: false) is given up, and tried again until it goes through',
  async (step) => {
    const discord = await startDiscord();
    discord.gateway[step] = false;
    const kept = keptLog();
    const { logged } = kept;
    const starting = startOn(discord, { kept, startWithin: 300, pauses: AT_ONCE });
    await expect
      .poll(() => lines(logged, 'Discord did not let the bot in; trying again').length)
      .toBeGreaterThanOrEqual(2);
    expect(lines(logged, 'Discord did not let the bot in; trying again').slice(0, 2)).toMatchObject([
      { level: 40, attempt: 1, err: { message: 'Discord was not ready within 300 ms' } },
      { level: 40, attempt: 2 },
    ]);
    discord.gateway[step] = true;
    discord.gateway.passIdentifyTime();
    await starting;
    const { connections } = discord.gateway;
    expect((await new Member(discord).type('quote', { topic: 'NGOs' })).embeds).toHaveLength(3);
    // What was given up does not come back: discord.js would after half a second.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(discord.gateway.connections).toBe(connections);
    expect(discord.gateway.open).toBe(1);
  },
);

it('a start that is tried again goes on where Discord cannot even be asked', async () => {
  const discord = await startDiscord();
  discord.gateway.greets = false;
  const kept = keptLog();
  const starting = startOn(discord, { kept, startWithin: 300, pauses: AT_ONCE });
  const failed = () => lines(kept.logged, 'Discord did not let the bot in; trying again');
  await expect.poll(() => failed().length).toBe(1);
  discord.intercept = ({ path }) => {
    if (path === '/gateway/bot') throw new Refusal(503, 0, 'Service Unavailable');
  };
  await expect.poll(() => failed().some(({ err }) => (err as { status?: number }).status === 503)).toBe(true);
  discord.intercept = () => {};
  discord.gateway.greets = true;
  await starting;
});

it('a start waits where Discord allows no more sessions, and where it is out of order', async () => {
  const discord = await startDiscord();
  discord.gateway.limit.remaining = 0;
  const kept = keptLog();
  const starting = startOn(discord, { kept, pauses: AT_ONCE });
  const failed = () => lines(kept.logged, 'Discord did not let the bot in; trying again');
  await expect.poll(failed).toContainEqual(
    expect.objectContaining({
      err: expect.objectContaining({
        message: expect.stringContaining('Discord allows no more sessions for 0 ms'),
      }),
    }),
  );
  expect(discord.gateway.identified).toBe(0);
  discord.intercept = ({ path }) => {
    if (path === '/gateway/bot') throw new Refusal(503, 0, 'Service Unavailable');
  };
  discord.gateway.limit.remaining = 1;
  await expect.poll(() => failed().some(({ err }) => (err as { status?: number }).status === 503)).toBe(true);
  discord.intercept = () => {};
  await starting;
  expect(discord.gateway.identified).toBe(1);
});

it('the first attempt of a start is tried again where Discord is out of order', async () => {
  const discord = await startDiscord();
  let requests = 0;
  discord.intercept = ({ path }) => {
    // discord.js asks twice.
    if (path === '/gateway/bot' && ++requests <= 2) throw new Refusal(500, 0, 'Internal Server Error');
  };
  const { logged } = await startOn(discord, { pauses: AT_ONCE });
  expect(lines(logged, 'Discord did not let the bot in; trying again')).toMatchObject([
    { attempt: 1, err: { status: 500 } },
  ]);
});

it('a start that hangs can be ended, and leaves nothing behind', async () => {
  const discord = await startDiscord();
  discord.gateway.greets = false;
  const ending = new AbortController();
  const starting = startOn(discord, { signal: ending.signal }).catch((error: unknown) => error);
  await expect.poll(() => discord.gateway.connections).toBe(1);
  ending.abort();
  expect(await starting).toBe(ending.signal.reason);
  await expect.poll(() => discord.gateway.open).toBe(0);
});

it('a bot that stops is not connected any more', async () => {
  const discord = await startDiscord();
  const { observer, told } = watching();
  const { bot, logged } = await startOn(discord, { observer });
  await bot.stop();
  expect(told).toContainEqual(['shardLost', 0, 1000]);
  expect(lines(logged, 'Lost the connection to Discord')).toEqual([]);
});

it('the bot stops while it connects again', async () => {
  const discord = await startDiscord();
  const { bot } = await startOn(discord);
  discord.gateway.opens = false;
  discord.gateway.drop(4000);
  await expect.poll(() => discord.gateway.waiting, { timeout: RECONNECT_MS }).toBe(1);
  await bot.stop();
  await expect.poll(() => discord.gateway.waiting).toBe(0);
});

it('the bot stops while its connection is lost', async () => {
  const discord = await startDiscord();
  const { bot, logged } = await startOn(discord);
  discord.gateway.greets = false;
  discord.gateway.drop(4000);
  await expect.poll(() => discord.gateway.connections, { timeout: RECONNECT_MS }).toBe(2);
  await bot.stop();
  expect(lines(logged, 'Disconnected from Discord')).toHaveLength(1);
  await expect.poll(() => discord.gateway.open).toBe(0);
});

it('commands that Discord cannot take for an error of its own are told again later, while the bot answers', async () => {
  const discord = await startDiscord();
  let outOfOrder = true;
  discord.intercept = ({ path }) => {
    if (outOfOrder && path.endsWith('/commands')) throw new Refusal(500, 0, 'Internal Server Error');
  };
  const { observer, told } = watching();
  const { bot, logged } = await startOn(discord, { observer, pauses: { first: 20, longest: 40 } });
  const failed = () => lines(logged, 'Registering the commands failed; trying again later');
  await expect.poll(() => failed().length).toBeGreaterThanOrEqual(2);
  expect(failed()[0]).toMatchObject({ level: 40, attempt: 1, err: { status: 500 } });
  expect(told).toContainEqual(['requestFailed', 'GET', 500]);
  outOfOrder = false;
  await expect.poll(() => discord.registrations).toBe(2);
  expect((await new Member(discord).type('quote', { topic: 'NGOs' })).embeds).toHaveLength(3);
  await bot.stop();
});

it('a bot that has stopped tells Discord of no commands', async () => {
  const discord = await startDiscord();
  discord.intercept = ({ path }) => {
    if (path.endsWith('/commands')) throw new Refusal(500, 0, 'Internal Server Error');
  };
  const { bot } = await startOn(discord, { pauses: { first: 50, longest: 50 } });
  await bot.stop();
  const asked = discord.requests.length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(discord.requests.length).toBe(asked);
});
