import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../commands/index.js';
import { schemaDocument } from '../src/surfaces/terminal/schema-document.js';
import { Member } from './discord-server/member.js';
import { startDiscord } from './support/bot.js';
import { ROOT } from './support/build.js';
import { folderOf, SEEDS, writeFiles } from './support/folder.js';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  err(): string;
}

/** Starts the program as `npm start` does, in a folder of its own without a .env. */
function start(
  args: readonly string[],
  environment: Record<string, string> = {},
  script = 'main.js',
): Running {
  const cwd = folderOf({});
  cpSync(SEEDS, path.join(cwd, 'seeds'), { recursive: true });
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/src', script), ...args], { cwd, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { child, ended, err: () => err };
}

/** A clock on which, once the program is told to stop, ten seconds have passed at once, and longer times have not. */
const TEN_SECONDS_AT_ONCE = `data:text/javascript,${encodeURIComponent(`
  process.once('SIGTERM', () => {
    const later = globalThis.setTimeout;
    globalThis.setTimeout = (then, ms, ...rest) => later(then, ms === 10_000 ? 0 : ms, ...rest);
  });
`)}`;

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

describe('with a token', () => {
  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
    'the program answers on Discord, and leaves on %s',
    async (signal) => {
      const discord = await startDiscord();
      const { child, ended, err } = start([], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url });
      await expect.poll(err, { timeout: 10_000 }).toContain('Registered the commands');
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
    await expect.poll(err, { timeout: 10_000 }).toContain('Registered the commands');
    // It is never answered, so nobody waits for it.
    void new Member(discord).type('quote', { topic: 'NGOs' }).catch(() => {});
    await expect
      .poll(() => discord.requests.some(({ path: asked }) => asked.endsWith('/callback')))
      .toBe(true);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(1);
    expect(err()).not.toContain('Left Discord');
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
});
