import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAR_ROW } from '../src/surfaces/terminal/progress.js';
import { startDiscord } from './support/bot.js';
import { folderOf } from './support/folder.js';
import { type Ended, start } from './support/program.js';

/** Makes pipes pose as a terminal of 40 places, those that are named. */
const terminal = (...streams: readonly ('stdin' | 'stdout' | 'stderr')[]) => `
  for (const name of ${JSON.stringify(streams)}) {
    Object.assign(process[name], { isTTY: true, columns: 40, setRawMode: () => process[name] });
    Object.defineProperty(process[name], 'isTTY', { value: true });
  }
`;
/** A clock on which a second is over after a millisecond, and how far work is is looked at as often. */
const A_SECOND_AT_ONCE = `
  const now = performance.now.bind(performance);
  performance.now = () => now() * 1_000;
  const every = globalThis.setInterval;
  globalThis.setInterval = (call, ms, ...rest) => every(call, ms === 250 ? 1 : ms, ...rest);
`;

/** What was written, with a sign for each time that the row was taken away. */
const signed = (text: string) => text.replaceAll(CLEAR_ROW, '⌫');

function run(args: readonly string[], input: string, ...before: readonly string[]): Promise<Ended> {
  const preload = `data:text/javascript,${encodeURIComponent(before.join('\n'))}`;
  const { child, ended } = start(args, { NODE_OPTIONS: `--import=${preload}` });
  child.stdin?.end(input);
  return ended;
}

describe('in a terminal', () => {
  it('lines are as long as its window is wide, and in a pipe as long as they are', async () => {
    const longest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
    const narrow = await run([], 'Who financed the opposition?\n', terminal('stdout'));
    expect(narrow.out).toContain('\nDISCORD_TOKEN is not set, so this is a\nchat in the terminal.');
    // The longest word is the name of a file, at the place of a citation.
    expect(longest(narrow.out)).toBeLessThanOrEqual(40);
    const piped = await run([], 'Who financed the opposition?\n');
    expect(longest(piped.out)).toBeGreaterThan(200);
  });

  it('the second Ctrl-C in a row leaves, whatever is still under way, with status 0', async () => {
    const { code, out, err } = await run([], '\x03\x03', terminal('stdin', 'stdout'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('To leave, press Ctrl-C again, or type exit.');
  });

  it.each(['exit', 'quit'])('“%s” leaves', async (word) => {
    const { code, out } = await run([], `${word}\rNGOs\r`, terminal('stdin', 'stdout'));
    expect(code).toBe(0);
    expect(out).not.toContain('000#6');
  });
});

describe('how far the documents are loaded', () => {
  it('is said on standard error where that is a terminal, and taken away before the answers', async () => {
    const { out, err } = await run([], '/quote topic:Showtime\n', terminal('stderr'), A_SECOND_AT_ONCE);
    expect(out).toContain('Verbatim: 2 documents');
    expect(signed(err)).toMatch(/^⌫(?:Working|Loading|Reading|Indexing)/);
    expect(signed(err)).toMatch(/⌫$/);
  });

  it('is not said where it is none', async () => {
    const { err } = await run([], '/quote topic:Showtime\n', A_SECOND_AT_ONCE);
    expect(err).toBe('');
  });

  it('gives way to what is wrong', async () => {
    const { code, err } = await run(['--seeds', folderOf({ 'a.txt': '' })], '', terminal('stderr'));
    expect(code).toBe(1);
    expect(signed(err)).toMatch(/^⌫[^⌫]*a\.txt:1: the file is empty; add text, or remove the file\n$/);
  });
});

describe('how many lines of a batch are answered', () => {
  const lines = '/quote topic:Showtime\n'.repeat(50);

  it('is said on standard error where that alone is a terminal', async () => {
    const { out, err } = await run(['--json'], lines, terminal('stderr'), A_SECOND_AT_ONCE);
    expect(out.trim().split('\n')).toHaveLength(50);
    expect(signed(err)).toMatch(/⌫\d+ lines? answered in /);
    expect(signed(err)).toMatch(/⌫$/);
  });

  it.each([[['stderr', 'stdout']], [['stderr', 'stdin']], [[]]] as const)(
    'is not said where the terminals are %j',
    async (streams) => {
      const { err } = await run(['--json'], lines, terminal(...streams), A_SECOND_AT_ONCE);
      expect(err).toBe('');
    },
  );
});

describe('what is wrong at a start', () => {
  it('with a cluster is said in words alone', async () => {
    for (const args of [['--chat'], ['--json']]) {
      const { ended } = start(args, { ENGINE_URL: 'http://127.0.0.1:1' });
      const { code, err } = await ended;
      expect(code).toBe(1);
      expect(err).toMatch(/^No node of the cluster answers\. Check the addresses in ENGINE_URL/);
    }
  });

  it('with the number of processes comes before what is wrong with the rest', async () => {
    for (const args of [[], ['--chat']]) {
      const { code, err } = await start(['--processes', '0', ...args]).ended;
      expect({ code, err }).toEqual({
        code: 1,
        err: '--processes takes how many processes to run: a whole number from 1 to 64\n',
      });
    }
  });

  it('with the folder names the option for another', async () => {
    const { err } = await start(['--chat', '--seeds', '/nowhere/at all']).ended;
    expect(err).toMatch(/^\/nowhere\/at all:1: the seeds folder cannot be read \(ENOENT\); .+ or --seeds\n$/);
  });

  it('does nothing to the terminal, whatever a file is called', async () => {
    const { err } = await start(['--chat', '--seeds', folderOf({ 'a\x1b[31m.txt': '' })]).ended;
    expect(err).toContain('a\uFFFD[31m.txt:1: the file is empty');
    expect(err).not.toContain('\x1b');
  });
});

describe('a setting without effect', () => {
  it('is named in a terminal, in a line of its own', async () => {
    const { ended, child } = start(['--json'], { ENGINE_NAME: 'other', HEALTH_HOST: '0.0.0.0' });
    child.stdin?.end();
    expect(await ended).toMatchObject({
      code: 0,
      err: 'ENGINE_NAME has no effect without ENGINE_URL\nHEALTH_HOST has no effect without HEALTH_PORT\n',
    });
  });

  it('is logged on Discord', async () => {
    const discord = await startDiscord();
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, ENGINE_NAME: 'other' };
    const { err } = start([], settings);
    await expect.poll(err).toContain('Registered the commands');
    expect(err()).toContain(
      '"setting":"ENGINE_NAME has no effect without ENGINE_URL","msg":"A setting has no effect"',
    );
  });
});

describe('what is refused', () => {
  const file = () => path.join(folderOf({ 'a.txt': Buffer.from([0xe4]) }), 'a.txt');

  it('is said once in a chat, in the answer, which names no id that nothing is logged under', async () => {
    const { out, err } = await run([], `/corpus add file:${file()}\n`);
    expect(out).toContain(
      'Nothing changed: the documents would have 1 fault, so they were put back as they were.\n',
    );
    expect(err).toBe('');
  });

  it('is in the log too where its level is stated, and for a program that reads lines of JSON', async () => {
    const line = `/corpus add file:${file()}\n`;
    for (const { out, err } of [
      await run([], line, "process.env.LOG_LEVEL = 'warn';"),
      await run(['--json'], line),
    ]) {
      const [, id] = /\(id ([0-9a-f]{8})\)/.exec(out) ?? [];
      expect(JSON.parse(err)).toMatchObject({ errorId: id, outcome: 'failed', msg: 'Refused or failed' });
    }
  });
});
