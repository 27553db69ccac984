import { REST } from '@discordjs/rest';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../../commands/index.js';
import { defineCommand } from '../../../../src/command/command.js';
import { LiveLibrary } from '../../../../src/library/live.js';
import { loadLibrary } from '../../../../src/library/load.js';
import { Drawing } from '../../../../src/picture/drawing.js';
import { say } from '../../../../src/reply/reply.js';
import { createEndpoint, MAX_BODY_BYTES } from '../../../../src/surfaces/discord/http/endpoint.js';
import { SignatureCheck } from '../../../../src/surfaces/discord/http/signature.js';
import { Interactions } from '../../../../src/surfaces/discord/interactions.js';
import { UnderWay } from '../../../../src/surfaces/discord/under-way.js';
import { Endpoint, type SignedRequest } from '../../../discord-server/endpoint.js';
import { InteractionDesk } from '../../../discord-server/interaction-desk.js';
import { keptLog } from '../../../support/bot.js';
import { libraryIn, SEEDS } from '../../../support/folder.js';
import { forgedFrom } from './forged.js';

/** A whole second, in milliseconds since 1970. */
const NOW = 1_800_000_000_000;
const PING = JSON.stringify({ type: 1, version: 1 });

const interaction = (type: number, data: object) =>
  JSON.stringify({
    ...{ id: '1', application_id: '2', token: 'a token', version: 1, type, data },
    ...{ user: { id: '3', username: 'member' }, channel: { id: '4' }, context: 1, entitlements: [] },
  });
const options = [{ name: 'topic', type: 3, value: 'NGOs', focused: true }];
const QUOTE = interaction(2, { id: '1', name: 'quote', type: 1, options });
const COMPLETE = interaction(4, { id: '1', name: 'quote', type: 1, options });

interface Started {
  /** What signs as Discord does. */
  readonly discord: Endpoint;
  readonly endpoint: Hono;
  readonly logged: Record<string, unknown>[];
  /** Sets the clock. */
  at(now: number): void;
}

/** An endpoint with all of the bot behind it, and a clock that stands still. */
async function start(ofBot = commands): Promise<Started> {
  const discord = new Endpoint(new InteractionDesk());
  const { log, logged } = keptLog();
  let clock = NOW;
  const rest = new REST({ api: 'http://127.0.0.1:9/api', retries: 0 });
  const live = new LiveLibrary(await libraryIn(SEEDS), (loading) => loadLibrary(SEEDS, loading));
  const parts = { commands: ofBot, live, log, guildId: undefined, drawing: new Drawing({ log }) };
  const endpoint = createEndpoint({
    check: new SignatureCheck(discord.publicKey, () => clock),
    interactions: new Interactions(parts, { rest, userId: undefined }),
    underWay: new UnderWay(log),
    rest,
    log,
  });
  return {
    discord,
    endpoint,
    logged,
    at: (now) => {
      clock = now;
    },
  };
}

function post({ headers, body }: SignedRequest, init: RequestInit = {}): Request {
  return new Request('http://bot.test/', { method: 'POST', headers, body, ...init });
}

describe('a request that Discord signed', () => {
  it('is answered: a PING with a PONG, a command with a message, what is typed with choices', async () => {
    const { discord, endpoint } = await start();
    const ask = async (body: string) => (await endpoint.fetch(post(discord.signed(body, NOW)))).json();
    expect(await ask(PING)).toEqual({ type: 1 });
    expect(await ask(QUOTE)).toMatchObject({ type: 4, data: { allowed_mentions: { parse: [] } } });
    expect(await ask(COMPLETE)).toMatchObject({ type: 8, data: { choices: expect.any(Array) } });
  });

  it('is answered up to five minutes before and after, and not a moment longer', async () => {
    const { discord, endpoint, at } = await start();
    const statusAt = async (now: number) => {
      at(now);
      return (await endpoint.fetch(post(discord.signed(PING, NOW)))).status;
    };
    expect(await statusAt(NOW + 300_000)).toBe(200);
    expect(await statusAt(NOW - 300_000)).toBe(200);
    expect(await statusAt(NOW + 300_001)).toBe(401);
    expect(await statusAt(NOW - 300_001)).toBe(401);
  });

  it('is answered however its headers’ names are written, and under any path', async () => {
    const { discord, endpoint } = await start();
    const { headers, body } = discord.signed(PING, NOW);
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    const request = new Request('http://bot.test/behind/a/proxy?x=1', {
      method: 'POST',
      headers: upper,
      body,
    });
    expect((await endpoint.fetch(request)).status).toBe(200);
  });

  it('and is no interaction, or of a kind that nothing here sends, is refused', async () => {
    const { discord, endpoint, logged } = await start();
    const statusOf = async (body: string) => (await endpoint.fetch(post(discord.signed(body, NOW)))).status;
    for (const body of ['', 'null', '[]', '{}', '"x"', '{"type":1', '\xff'])
      expect(await statusOf(body)).toBe(400);
    for (const body of [interaction(6, {}), interaction(3, { component_type: 5, custom_id: 'x' })]) {
      expect(await statusOf(body)).toBe(500);
    }
    expect(logged.map(({ level, type }) => ({ level, type }))).toEqual([
      { level: 40, type: 6 },
      { level: 40, type: 3 },
    ]);
  });

  it('and cannot be read is a fault that is logged and told, and nothing breaks', async () => {
    const { discord, endpoint, logged } = await start();
    const response = await endpoint.fetch(post(discord.signed('{"type":2,"data":{"type":3}}', NOW)));
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: expect.stringContaining('The log of the bot says why') });
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 50, msg: 'An interaction was not answered' }),
    );
    expect((await endpoint.fetch(post(discord.signed(PING, NOW)))).status).toBe(200);
  });

  it('is not answered where Discord has left meanwhile, which is logged', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = commands.map((command) =>
      command.name === 'quote'
        ? defineCommand({ ...command, answer: () => finished.then(() => say('answered', 'Late.')) })
        : command,
    );
    const { discord, endpoint, logged } = await start(slow);
    const leaving = new AbortController();
    const answer = endpoint.fetch(post(discord.signed(QUOTE, NOW), { signal: leaving.signal }));
    leaving.abort();
    finish();
    expect((await answer).status).not.toBe(200);
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 40, err: expect.objectContaining({ type: 'NotAwaitedError' }) }),
    );
  });
});

describe('a request that Discord did not sign', () => {
  it('is never answered, whatever of it is changed: ten thousand of them', async () => {
    const { discord, endpoint, at, logged } = await start();
    const ping = discord.signed(PING, NOW);
    const quote = discord.signed(QUOTE, NOW);
    const complete = discord.signed(COMPLETE, NOW);
    const forged = fc.oneof(
      forgedFrom(ping, quote, NOW),
      forgedFrom(quote, complete, NOW),
      forgedFrom(complete, ping, NOW),
    );
    const refused = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(forged, async ({ how, now, ...request }) => {
        at(now);
        const { status } = await endpoint.fetch(post(request));
        expect({ how, status }).toEqual({ how, status: 401 });
        refused.set(how, (refused.get(how) ?? 0) + 1);
      }),
      { numRuns: 10_000 },
    );
    expect([...refused.keys()].sort()).toEqual([
      'another key',
      'body',
      'body of another',
      'body written otherwise',
      'digits moved into the body',
      'header left out',
      'replayed',
      'signature',
      'timestamp',
    ]);
    expect(logged.filter(({ msg }) => msg === 'Answered')).toEqual([]);
    at(NOW);
    for (const { headers, body } of [ping, quote, complete]) {
      expect((await endpoint.fetch(post({ headers, body }))).status).toBe(200);
    }
  }, 300_000);

  it('is told what to do, and logged less and less', async () => {
    const { discord, endpoint, logged } = await start();
    const { headers } = discord.signed(PING, NOW);
    for (let times = 0; times < 100; times++) {
      const response = await endpoint.fetch(post({ headers, body: QUOTE }));
      expect(await response.json()).toEqual({
        error: expect.stringContaining('Give the bot the Public Key'),
      });
    }
    expect(logged.map(({ refused }) => refused)).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  it('is not read beyond what an interaction may be, whether it says so or not', async () => {
    const { discord, endpoint } = await start();
    const pad = (bytes: number) => PING + ' '.repeat(bytes - PING.length);
    const signed = (bytes: number) => discord.signed(pad(bytes), NOW);
    expect((await endpoint.fetch(post(signed(MAX_BODY_BYTES)))).status).toBe(200);
    const { headers, body } = signed(MAX_BODY_BYTES + 1);
    expect((await endpoint.fetch(post({ headers, body }))).status).toBe(413);
    const length = { ...headers, 'content-length': String(body.length) };
    expect((await endpoint.fetch(post({ headers: length, body }))).status).toBe(413);
    expect(MAX_BODY_BYTES).toBe(524_288);
  });

  it('and is no POST is told what the address is for', async () => {
    const { endpoint } = await start();
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await endpoint.fetch(new Request('http://bot.test/', { method }));
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
      expect(await response.json()).toEqual({ error: expect.stringContaining('Interactions Endpoint URL') });
    }
  });
});
