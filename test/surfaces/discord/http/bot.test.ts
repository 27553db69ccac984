import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../../../commands/index.js';
import { defineCommand } from '../../../../src/command/command.js';
import { LiveLibrary } from '../../../../src/library/live.js';
import { loadLibrary } from '../../../../src/library/load.js';
import { Drawing } from '../../../../src/picture/drawing.js';
import { say } from '../../../../src/reply/reply.js';
import {
  type HttpBot,
  type HttpBotParts,
  StartError,
  startHttpBot,
} from '../../../../src/surfaces/discord/http/bot.js';
import { Refusal } from '../../../discord-server/errors.js';
import { FIRST_RESPONSE_MS } from '../../../discord-server/interaction-desk.js';
import { Member } from '../../../discord-server/member.js';
import type { LocalDiscord } from '../../../discord-server/server.js';
import { keptLog, startDiscord, startOn } from '../../../support/bot.js';
import { libraryIn, SEEDS } from '../../../support/folder.js';
import { watching } from '../../../support/observer.js';

const forMembers = commands.flatMap(({ name, moderation }) => (moderation ? [] : name));

interface Started {
  readonly bot: HttpBot;
  readonly logged: Record<string, unknown>[];
}

/** Starts a bot as it is set up for `discord`, but for `changed`, without entering its address anywhere. */
async function start(discord: LocalDiscord, changed: Partial<HttpBotParts> = {}): Promise<Started> {
  const { log, logged } = keptLog();
  const live = new LiveLibrary(await libraryIn(SEEDS), (loading) => loadLibrary(SEEDS, loading));
  const { token, url: apiUrl, guildId, endpoint } = discord;
  const parts = { token, apiUrl, guildId, publicKey: endpoint.publicKey, port: 0 };
  const drawing = new Drawing({ log });
  onTestFinished(() => drawing.close());
  const bot = await startHttpBot({ ...parts, commands, live, log, drawing, ...changed });
  onTestFinished(() => bot.stop());
  return { bot, logged };
}

const addressOf = ({ port }: HttpBot) => `http://127.0.0.1:${port}/`;

/** /quote, which answers once `until` resolves. */
const quoteAfter = (until: Promise<void>) =>
  commands.map((command) =>
    command.name === 'quote'
      ? defineCommand({ ...command, answer: () => until.then(() => say('answered', 'Found at last.')) })
      : command,
  );

function gate(): { open: () => void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('at its start the bot', () => {
  it('tells Discord of its commands over REST, and never goes to the gateway', async () => {
    const discord = await startDiscord();
    await start(discord);
    expect(discord.commandsIn(discord.guildId).map(({ name }) => name)).toEqual([...forMembers, 'corpus']);
    expect(discord.requests.map(({ path }) => path)).not.toContain('/gateway/bot');
    expect(discord.gateway.identified).toBe(0);
  });

  it('answers without a token too, tells of no commands, and says so', async () => {
    const discord = await startDiscord();
    const { bot, logged } = await start(discord, { token: undefined });
    await discord.endpoint.register(addressOf(bot));
    const message = await new Member(discord).force('compare', { topic: 'opposition rallies' });
    expect(message.files).toHaveLength(1);
    expect(discord.registrations).toBe(0);
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 40, msg: expect.stringContaining('DISCORD_TOKEN is not set') }),
    );
  });

  it('answers even where Discord cannot be asked, or does not take the commands', async () => {
    const discord = await startDiscord();
    discord.intercept = ({ path }) => {
      if (path.startsWith('/applications')) throw new Refusal(403, 50001, 'Missing Access');
    };
    const { bot, logged } = await start(discord);
    await discord.endpoint.register(addressOf(bot));
    expect((await new Member(discord).force('quote', { topic: 'NGOs' })).embeds).toHaveLength(3);
    expect(logged).toContainEqual(expect.objectContaining({ level: 50 }));
    discord.intercept = ({ method }) => {
      if (method === 'PUT') throw new Refusal(403, 50001, 'Missing Access');
    };
    expect((await start(discord)).logged).toContainEqual(
      expect.objectContaining({ level: 50, msg: 'Registering the commands failed' }),
    );
  });

  it('tells Discord of its commands later where Discord is out of order at first', async () => {
    const discord = await startDiscord();
    // Each request is tried twice; the application is asked for, and then the commands are told.
    let failures = 4;
    discord.intercept = ({ path }) => {
      if (path.startsWith('/applications') && failures-- > 0) throw new Refusal(503, 0, 'Unavailable');
    };
    const { logged } = await start(discord, { pauses: { first: 1, longest: 1 } });
    await expect
      .poll(() => discord.commandsIn(discord.guildId).map(({ name }) => name))
      .toEqual([...forMembers, 'corpus']);
    expect(logged).toContainEqual(
      expect.objectContaining({ msg: 'Registering the commands failed; trying again later' }),
    );
  });

  it('tells whoever watches that it listens, of its answers, and of requests that failed', async () => {
    const discord = await startDiscord();
    let failures = 1;
    discord.intercept = ({ path }) => {
      if (path.startsWith('/applications') && failures-- > 0) throw new Refusal(503, 0, 'Unavailable');
    };
    const { observer, told } = watching();
    await startOn(discord, { way: 'HTTP', observer });
    await new Member(discord).type('quote', { topic: 'NGOs' });
    const answer = { command: 'quote', outcome: 'answered', by: 'command', took: expect.any(Number) };
    await expect
      .poll(() => told)
      .toEqual([['requestFailed', 'GET', 503], ['listening'], ['answered', answer]]);
  });

  it.each<[string, (discord: LocalDiscord) => Partial<HttpBotParts>, string]>([
    ['the token', () => ({ token: 'not.the.token' }), 'Discord does not accept this token. Copy it again'],
    [
      'the key',
      () => ({ publicKey: '1'.repeat(64) }),
      'DISCORD_PUBLIC_KEY is not the key of the application',
    ],
    ['the port', ({ url }) => ({ port: Number(new URL(url).port) }), 'is already in use; choose another'],
    // An address for documentation, which no machine has (RFC 5737).
    ['the host', () => ({ host: '192.0.2.1' }), 'INTERACTIONS_HOST: cannot listen there'],
  ])('ends where %s is wrong, and says what to do', async (_, changed, said) => {
    const discord = await startDiscord();
    const error = await start(discord, changed(discord)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartError);
    expect((error as StartError).lines.join(' ')).toContain(said);
    expect(String(error)).not.toContain('not.the.token');
  });
});

describe('an address', () => {
  it('is taken by Discord if what answers there knows its signatures', async () => {
    const discord = await startDiscord();
    const { bot, logged } = await start(discord);
    await expect(discord.endpoint.register(addressOf(bot))).resolves.toBeUndefined();
    expect(logged).toContainEqual(
      expect.objectContaining({ msg: expect.stringContaining('checked the address') }),
    );
  });

  it('is not taken where the key is another, or where all is answered', async () => {
    const discord = await startDiscord();
    const stranger = await start(discord, { token: undefined, publicKey: '1'.repeat(64) });
    await expect(discord.endpoint.register(addressOf(stranger.bot))).rejects.toThrow('could not be verified');
    const trusting = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end('{"type":1}');
    });
    trusting.listen(0, '127.0.0.1');
    onTestFinished(() => void trusting.close());
    await once(trusting, 'listening');
    const { port } = trusting.address() as AddressInfo;
    await expect(discord.endpoint.register(`http://127.0.0.1:${port}/`)).rejects.toThrow(
      'could not be verified',
    );
  });
});

describe('an answer', () => {
  it('is in the response where it has no files, and costs Discord no other request', async () => {
    const discord = await startDiscord();
    await startOn(discord, { way: 'HTTP' });
    const before = discord.requests.length;
    const member = new Member(discord);
    const quote = await member.type('quote', { topic: 'opposition' });
    await member.press(quote, 'More');
    await member.complete('quote', 'topic', 'opp');
    expect(discord.requests.length).toBe(before);
  });

  it('with files goes over the API, since Discord takes none in a response', async () => {
    const discord = await startDiscord();
    await startOn(discord, { way: 'HTTP' });
    const { files } = await new Member(discord).type('compare', { topic: 'opposition rallies' });
    expect(files).toHaveLength(1);
    expect(discord.requests.at(-1)?.path).toMatch(/^\/interactions\/\d+\/[^/]+\/callback$/);
  });

  it('that Discord no longer waits for keeps the bot from nothing', async () => {
    const discord = await startDiscord();
    const { open, opened } = gate();
    const { logged } = await startOn(discord, {
      way: 'HTTP',
      commands: quoteAfter(opened),
      deferAfter: 60_000,
    });
    const member = new Member(discord);
    const late = member.type('quote', { topic: 'x' });
    const failed = expect(late).rejects.toThrow('did not respond');
    expect((await member.type('compare', { topic: 'NGOs' })).embeds).not.toEqual([]);
    discord.desk.pass(FIRST_RESPONSE_MS + 1);
    await failed;
    open();
    expect((await member.type('verify', { quote: 'They gathered opposition forces' })).embeds).not.toEqual(
      [],
    );
    await expect.poll(() => logged.filter(({ msg }) => msg === 'Answered')).toHaveLength(3);
  });
});

it('any of several processes goes on with what another began', async () => {
  const discord = await startDiscord();
  const [one, another] = [await start(discord), await start(discord)];
  await discord.endpoint.register(addressOf(one.bot));
  const member = new Member(discord);
  const first = await member.type('quote', { topic: 'opposition' });
  await discord.endpoint.register(addressOf(another.bot));
  const second = await member.press(first, 'More');
  await discord.endpoint.register(addressOf(one.bot));
  expect((await member.press(second, 'Back')).embeds).toEqual(first.embeds);
  expect(another.logged).toContainEqual(expect.objectContaining({ msg: 'Turned a page' }));
});

describe('when it is told to stop, the bot', () => {
  it('gives the answers under way first, those in responses and those over the API', async () => {
    const discord = await startDiscord();
    const { open, opened } = gate();
    const { bot } = await startOn(discord, { way: 'HTTP', commands: quoteAfter(opened), deferAfter: 60_000 });
    const answer = new Member(discord).type('quote', { topic: 'x' });
    // Whoever comes later is answered later, so the first is under way.
    await new Member(discord).type('verify', { quote: 'They gathered opposition forces' });
    const stopping = bot.stop();
    open();
    expect((await answer).content).toBe('Found at last.');
    await stopping;
  });

  it('takes no more requests', async () => {
    const discord = await startDiscord();
    const { bot } = await start(discord);
    await fetch(addressOf(bot));
    await bot.stop();
    await bot.stop();
    await expect(fetch(addressOf(bot))).rejects.toThrow('fetch failed');
  });
});

describe('the server', () => {
  it('answers on after what is not HTTP, what is cut off, and what has no end', async () => {
    const discord = await startDiscord();
    const { bot, logged } = await start(discord);
    const { headers, body } = discord.endpoint.signed('{"type":1}');
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `POST / HTTP/1.1\r\nhost: bot\r\n${lines.join('')}`;
    const hostile = [
      '\x00\x01\x02\x03',
      'POST / HTTP/1.1\r\n\r\n',
      `${head}content-length: 5000\r\n\r\n${body}`,
      `${head}content-length: -1\r\n\r\n${body}`,
      `${head}content-length: 10\r\ntransfer-encoding: chunked\r\n\r\n${body}`,
      `${head}transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n${body}`,
      `${head}x: ${'y'.repeat(70_000)}\r\n\r\n`,
      `${head}transfer-encoding: chunked\r\n\r\n${`10000\r\n${' '.repeat(0x10000)}\r\n`.repeat(20)}`,
    ];
    for (const bytes of hostile) {
      const socket = connect(bot.port, '127.0.0.1');
      // A server that cuts it off may reset it, which is as good an end as any.
      socket.on('error', () => {});
      socket.on('data', () => {});
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.end(bytes);
      await closed;
    }
    const twice = [
      ...Object.entries(headers),
      ['x-signature-timestamp', headers['x-signature-timestamp'] ?? ''],
    ];
    const repeated = new Headers(twice as [string, string][]);
    expect((await fetch(addressOf(bot), { method: 'POST', headers: repeated, body })).status).toBe(401);
    expect((await fetch(addressOf(bot), { method: 'POST', headers, body })).status).toBe(200);
    expect(logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
