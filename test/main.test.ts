import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../commands/index.js';
import { schemaDocument } from '../src/surfaces/terminal/schema-document.js';
import { Member } from './discord-server/member.js';
import type { LocalDiscord } from './discord-server/server.js';
import { startDiscord } from './support/bot.js';
import { folderOf, writeFiles } from './support/folder.js';
import { type Ended, start } from './support/program.js';

/** A clock on which, once the program is told to stop, ten seconds have passed at once, and longer times have not. */
const TEN_SECONDS_AT_ONCE = `data:text/javascript,${encodeURIComponent(`
  process.once('SIGTERM', () => {
    const later = globalThis.setTimeout;
    globalThis.setTimeout = (then, ms, ...rest) => later(then, ms === 10_000 ? 0 : ms, ...rest);
  });
`)}`;

/** A clock on which the minute of a start is over after 300 ms, and the first pause after it at once. */
const A_MINUTE_AT_ONCE = `data:text/javascript,${encodeURIComponent(`
  import { syncBuiltinESMExports } from 'node:module';
  import timers from 'node:timers/promises';
  const later = timers.setTimeout;
  timers.setTimeout = (ms, ...rest) => later(ms >= 2_500 && ms <= 5_000 ? 0 : ms, ...rest);
  const then = globalThis.setTimeout;
  globalThis.setTimeout = (call, ms, ...rest) => then(call, ms === 60_000 ? 300 : ms, ...rest);
  syncBuiltinESMExports();
`)}`;

/** What the program needs to go on a local Discord. */
const on = ({ token, url }: LocalDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API_URL: url });

/** A port of loopback that nobody uses, and the server that uses it until it is closed. */
async function takePort(): Promise<{ port: number; free(): Promise<unknown> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return {
    port: (server.address() as AddressInfo).port,
    free: () => new Promise((resolve) => server.close(resolve)),
  };
}

function run(
  args: readonly string[],
  input: string,
  environment: Record<string, string> = {},
): Promise<Ended> {
  const { child, ended } = start(args, environment);
  child.stdin?.end(input);
  return ended;
}

describe('with a folder for an embedding model', () => {
  it('the program does not start where there is no model, and says what to put there', async () => {
    const { code, out, err } = await run([], '', { EMBEDDINGS_DIR: 'nowhere' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe('EMBEDDINGS_DIR: no model in nowhere; put one there as onnx/model.onnx or model.onnx\n');
  });
});

describe('without a token', () => {
  it('the program chats in the terminal, and says so and how to connect', async () => {
    const { code, out, err } = await run([], '/quote topic:Showtime\n');
    expect(out).toMatch(/^Verbatim: 2 documents, 20 passages\.\nDISCORD_TOKEN is not set, so this is a chat/);
    expect(out).toContain('copy .env.example to .env');
    expect(out).toContain('001#2, line 3');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('it writes JSON alone where that is asked', async () => {
    const { code, out, err } = await run(['--json'], '/quote topic:NGOs\nnonsense\n/corpus status\n');
    const outcomes = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { outcome: string }).outcome);
    expect(outcomes).toEqual(['answered', 'invalid', 'answered']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('it answers from another folder, named by option or by environment', async () => {
    const folder = folderOf({ 'x.txt': 'Only this.' });
    for (const { out } of [
      await run(['--json', '--seeds', folder], '/corpus status\n'),
      await run(['--json'], '/corpus status\n', { SEEDS_DIR: folder }),
    ]) {
      expect(JSON.parse(out)).toMatchObject({ facts: { documents: 1, passages: 1 } });
    }
  });

  it('it prints what its commands and answers look like, whatever the documents', async () => {
    const { code, out, err } = await run(['--schema', '--seeds', '/nowhere'], '');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(schemaDocument(commands))));
  });

  it('it prints no colour into a pipe', async () => {
    expect((await run([], '/compare\n', { FORCE_COLOR: '1' })).out).not.toContain('\x1b[');
  });
});

it('the program ends quietly where nobody reads its answers any more', async () => {
  const { child, ended } = start(['--json']);
  child.stdout?.destroy();
  child.stdin?.end('/quote topic:Putin\n'.repeat(2_000));
  expect(await ended).toMatchObject({ code: 0, err: '' });
});

describe('the program ends with status 1 and says what to do', () => {
  it('where the seeds are faulty, all of them', async () => {
    const folder = folderOf({ '1.txt': '', '2.txt': 'a\0' });
    const { code, err, out } = await run(['--seeds', folder], '');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toEqual([
      `${folder}/1.txt:1: the file is empty; add text, or remove the file`,
      `${folder}/2.txt:1: a control character (U+0000); remove it, or save the file as plain text`,
    ]);
  });

  it('where the configuration is wrong, without repeating it', async () => {
    const { code, err } = await run([], '', { DISCORD_TOKEN: 'Bot s3cret', DISCORD_GUILD_ID: 'x' });
    expect(code).toBe(1);
    expect(err).toContain('DISCORD_TOKEN is not a bot token');
    expect(err).toContain('DISCORD_GUILD_ID is not a server id');
    expect(err).not.toContain('s3cret');
  });

  it('where an argument is unknown', async () => {
    const { code, err } = await run(['--sedes', 'x'], '');
    expect(code).toBe(1);
    expect(err).toContain("'--sedes'");
    expect(err).toContain('Usage: npm start');
  });

  it('where Discord does not know the token', async () => {
    const discord = await startDiscord();
    const token = 'not.the.token';
    const { ended } = start([], { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url });
    const { code, err } = await ended;
    expect(code).toBe(1);
    expect(err).toContain('Discord does not accept this token. Copy it again');
    expect(err).not.toContain(token);
  });

  it('where interactions cannot be received', async () => {
    const discord = await startDiscord();
    const { ended } = start([], {
      DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
      INTERACTIONS_PORT: new URL(discord.url).port,
    });
    const { code, err } = await ended;
    expect(code).toBe(1);
    expect(err).toMatch(/^INTERACTIONS_PORT: port \d+ is already in use; choose another/m);
  });

  it('where Discord cannot be reached', async () => {
    const discord = await startDiscord();
    const { url } = discord;
    await discord.stop();
    const { ended } = start([], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: url });
    const { code, err } = await ended;
    expect(code).toBe(1);
    expect(err).toContain('Discord cannot be reached: ');
    expect(err).toContain('Check the connection and the address in DISCORD_API_URL, then start again.');
  });
});

describe('where Discord closes the connection for good', () => {
  it.each([
    [4004, 'Discord no longer accepts the token of this bot. Copy the new one'],
    [4011, 'The bot is in too many servers for this number of shards. Start again'],
    [4014, 'Discord has not allowed the privileged intents that this program asks for.'],
  ])('with %i, the program ends with status 1 and says what to do', async (code, text) => {
    const discord = await startDiscord();
    const { ended, err } = start([], on(discord));
    await expect.poll(err).toContain('Registered the commands');
    discord.gateway.drop(code);
    const { code: status, err: said } = await ended;
    expect(status).toBe(1);
    expect(said).toContain(text);
    expect(said).toContain(`for good with ${code}`);
    expect(said).toContain('Disconnected from Discord');
  });

  it('at the start, it says so instead of that Discord cannot be reached', async () => {
    const discord = await startDiscord();
    discord.gateway.refuseWith = 4013;
    const { code, err } = await start([], on(discord)).ended;
    expect(code).toBe(1);
    expect(err).toContain('Discord does not know the intents that this program asks for.');
    expect(err).not.toContain('cannot be reached');
  });
});

describe('where Discord lets the start hang', () => {
  it('the program gives up after a minute, says so, and tries again until it is let in', async () => {
    const discord = await startDiscord();
    discord.gateway.greets = false;
    const { err } = start([], { ...on(discord), NODE_OPTIONS: `--import=${A_MINUTE_AT_ONCE}` });
    await expect
      .poll(err)
      .toMatch(/Discord was not ready within 60000 ms.+Discord did not let the bot in; trying again/);
    discord.gateway.greets = true;
    await expect.poll(err, { timeout: 20_000 }).toContain('Registered the commands');
    expect((await new Member(discord).type('quote', { topic: 'NGOs' })).embeds).toHaveLength(3);
  });

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('the program still stops on %s', async (signal) => {
    const discord = await startDiscord();
    discord.gateway.greets = false;
    const { child, ended } = start([], on(discord));
    await expect.poll(() => discord.gateway.connections).toBe(1);
    child.kill(signal);
    expect((await ended).code).toBe(0);
  });
});

describe('with HEALTH_PORT', () => {
  it('the program says over HTTP how it is, on this machine alone, until it stops', async () => {
    const discord = await startDiscord();
    discord.gateway.greets = false;
    const { port, free } = await takePort();
    await free();
    const { child, ended } = start([], { ...on(discord), HEALTH_PORT: String(port) });
    const ready = () =>
      fetch(`http://127.0.0.1:${port}/ready`).then(
        (response) => response.json(),
        () => undefined,
      );
    await expect
      .poll(ready)
      .toEqual({ ready: false, checks: { corpus: 'ok', gateway: 'not connected to Discord yet' } });
    discord.gateway.greets = true;
    discord.gateway.cut();
    await expect.poll(ready).toEqual({ ready: true, checks: { corpus: 'ok', gateway: 'ok' } });
    await expect.poll(() => discord.registrations).toBe(1);
    await new Member(discord).type('quote', { topic: 'NGOs' });
    const metrics = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await expect
      .poll(metrics)
      .toContain('verbatim_commands_total{command="quote",outcome="answered",by="command"} 1');
    expect(await metrics()).toContain('\nverbatim_passages 20\n');
    await expect(fetch(`http://[::1]:${port}/live`)).rejects.toThrow();
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, out: '' });
    expect(await ready()).toBeUndefined();
  });

  it('the program that takes interactions over HTTP is ready without a gateway, and its answers are counted', async () => {
    const discord = await startDiscord();
    const { child, ended, err } = start([], {
      ...on(discord),
      DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
      INTERACTIONS_PORT: '0',
      HEALTH_PORT: '0',
    });
    const portOf = (message: string) => {
      const line = err()
        .split('\n')
        .find((one) => one.includes(message));
      return line === undefined ? undefined : (JSON.parse(line) as { port: number }).port;
    };
    await expect.poll(err).toContain('Registered the commands');
    await discord.endpoint.register(`http://127.0.0.1:${portOf('Waiting for interactions over HTTP')}/`);
    await new Member(discord).type('quote', { topic: 'NGOs' });
    const page = async (name: string) =>
      (await fetch(`http://127.0.0.1:${portOf('Serving health and metrics')}/${name}`)).text();
    expect(JSON.parse(await page('ready'))).toEqual({
      ready: true,
      checks: { corpus: 'ok', interactions: 'ok' },
    });
    await expect
      .poll(() => page('metrics'))
      .toContain('verbatim_commands_total{command="quote",outcome="answered",by="command"} 1');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('the program is not ready once it is told to stop, while it gives the answers under way', async () => {
    const discord = await startDiscord();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    discord.intercept = ({ path: asked }) => (asked.endsWith('/callback') ? held : undefined);
    const { port, free } = await takePort();
    await free();
    const { child, ended, err } = start([], { ...on(discord), HEALTH_PORT: String(port) });
    await expect.poll(err).toContain('Registered the commands');
    const answer = new Member(discord).type('quote', { topic: 'NGOs' });
    await expect.poll(() => discord.requests.some(({ path: at }) => at.endsWith('/callback'))).toBe(true);
    child.kill('SIGTERM');
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).json();
    await expect
      .poll(ready)
      .toMatchObject({ ready: false, checks: { stopping: 'the program was told to stop' } });
    release();
    expect((await answer).embeds).toHaveLength(3);
    expect((await ended).code).toBe(0);
  });

  it('that is in use it does not start, and says what to do', async () => {
    const discord = await startDiscord();
    const { port } = await takePort();
    const { code, err } = await start([], { ...on(discord), HEALTH_PORT: String(port) }).ended;
    expect({ code, err }).toEqual({
      code: 1,
      err: `HEALTH_PORT: port ${port} is already in use; choose another, or stop the program that uses it\n`,
    });
  });

  it('at an address that is not this machine’s it does not start either', async () => {
    const discord = await startDiscord();
    const environment = { ...on(discord), HEALTH_PORT: '9464', HEALTH_HOST: '192.0.2.1' };
    const { code, err } = await start([], environment).ended;
    expect(code).toBe(1);
    expect(err).toMatch(
      /^HEALTH_PORT, HEALTH_HOST: cannot listen there: .*EADDRNOTAVAIL.*; choose another port, or an address of this machine\n$/,
    );
  });

  it('a chat in the terminal serves nothing', async () => {
    const { port } = await takePort();
    const { code, err } = await run(['--chat'], '', { HEALTH_PORT: String(port) });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('with a token', () => {
  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
    'the program answers on Discord, and leaves on %s',
    async (signal) => {
      const discord = await startDiscord();
      const { child, ended, err } = start([], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url });
      await expect.poll(err).toContain('Registered the commands');
      const message = await new Member(discord).type('quote', { topic: 'NGOs' });
      expect(message.embeds).toHaveLength(3);
      child.kill(signal);
      const { code, out } = await ended;
      expect({ code, out }).toEqual({ code: 0, out: '' });
      const lines = err()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { msg: string });
      expect(lines.map(({ msg }) => msg)).toEqual(
        expect.arrayContaining(['Connected to Discord', 'Answered', 'Disconnected from Discord']),
      );
      expect(err()).not.toContain(discord.token);
      expect(err()).not.toContain('NGOs');
    },
  );

  it('the program leaves ten seconds after it is told to, whatever is still under way', async () => {
    const discord = await startDiscord();
    discord.intercept = ({ path: asked }) =>
      asked.endsWith('/callback') ? new Promise<void>(() => {}) : undefined;
    const environment = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
    const { child, ended, err } = start([], {
      ...environment,
      NODE_OPTIONS: `--import=${TEN_SECONDS_AT_ONCE}`,
    });
    await expect.poll(err).toContain('Registered the commands');
    // It is never answered, so nobody waits for it.
    void new Member(discord).type('quote', { topic: 'NGOs' }).catch(() => {});
    await expect
      .poll(() => discord.requests.some(({ path: asked }) => asked.endsWith('/callback')))
      .toBe(true);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(1);
    expect(err()).not.toContain('Left Discord');
  });

  it('the program answers over HTTP where a port is set, and leaves on SIGTERM', async () => {
    const discord = await startDiscord();
    const { child, ended, err } = start([], {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
      INTERACTIONS_PORT: '0',
    });
    await expect.poll(err).toContain('Registered the commands');
    const port = /"port":(\d+)/.exec(err())?.[1];
    await discord.endpoint.register(`http://127.0.0.1:${port}/`);
    const message = await new Member(discord).type('quote', { topic: 'NGOs' });
    expect(message.embeds).toHaveLength(3);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, out: '' });
    expect(discord.gateway.identified).toBe(0);
    expect(err()).not.toMatch(new RegExp(`${discord.token}|NGOs`));
  });

  it('it chats in the terminal all the same where that is asked', async () => {
    const { code, out } = await run(['--chat'], '/quote topic:Showtime\n', { DISCORD_TOKEN: 'a.b.c' });
    expect(code).toBe(0);
    expect(out).toContain('This is a chat in the terminal, because of --chat.');
  });
});

describe('check:seeds', () => {
  it('passes over sound seeds, and prints the faults of others', async () => {
    const sound = await start([], {}, 'check-seeds.js').ended;
    expect(sound).toMatchObject({ code: 0, err: '' });
    expect(sound.out).toMatch(/^seeds: 2 documents, 20 passages, no faults, revision [0-9a-f]{64}\n$/);
    const folder = folderOf({ '1.txt': 'Text.' });
    writeFiles(folder, { '2.txt': '' });
    const faulty = await start([folder], {}, 'check-seeds.js').ended;
    expect(faulty).toMatchObject({ code: 1, out: '' });
    expect(faulty.err).toBe(`${folder}/2.txt:1: the file is empty; add text, or remove the file\n`);
    const two = await start(['seeds', folder], {}, 'check-seeds.js').ended;
    expect(two).toMatchObject({ code: 1, err: expect.stringContaining('Usage: npm run check:seeds') });
  });

  it('tells what a page says of its source, and states it in sources.json where it is asked to', async () => {
    const page = `<html lang="en"><head><title>A Dam</title><meta property="og:site_name" content="The Paper"></head>
<body><p>“It was never safe,” she said.</p></body></html>`;
    const sources = '{\n  "2.txt": {},\n  "1.html": { "outlet": "The Post" }\n}\n';
    const folder = folderOf({ '1.html': page, '2.txt': 'Text.', 'sources.json': sources });
    const told = await start([folder], {}, 'check-seeds.js').ended;
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain(`${folder}/1.html: the page says: title “A Dam”\n`);
    expect(told.out).not.toContain('The Paper');
    expect(told.out).toContain('Not stated so far: 2 fields;');
    expect(readFileSync(path.join(folder, 'sources.json'), 'utf8')).toBe(sources);
    const written = await start(['--write', folder], {}, 'check-seeds.js').ended;
    expect(written.out).toContain('Stated in sources.json: 2 fields; check each of them\n');
    const stated = readFileSync(path.join(folder, 'sources.json'), 'utf8');
    expect(JSON.parse(stated)).toEqual({
      '2.txt': {},
      '1.html': { outlet: 'The Post', title: 'A Dam', language: 'en' },
    });
    expect(stated.startsWith('{\n  "2.txt": {},\n  "1.html"')).toBe(true);
    expect((await start([folder], {}, 'check-seeds.js').ended).out).not.toContain('the page says');
  });
});
