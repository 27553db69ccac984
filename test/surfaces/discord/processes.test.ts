import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runProcesses } from '../../../src/surfaces/discord/processes.js';
import type { SentMessage } from '../../discord-server/interaction-desk.js';
import { MANAGE_GUILD, Member } from '../../discord-server/member.js';
import type { LocalDiscord } from '../../discord-server/server.js';
import { keptLog, startDiscord } from '../../support/bot.js';
import { folderOf, writeFiles } from '../../support/folder.js';
import { type Running, start } from '../../support/program.js';

/** Starting a process takes a second or two, on a busy machine several times that. */
const PATIENCE = { timeout: 60_000, interval: 50 };
const LONG = 120_000;

interface Line {
  readonly msg: string;
  readonly process?: number;
  readonly pid?: number;
  readonly pause?: number;
}

interface Processes extends Running {
  readonly discord: LocalDiscord;
  readonly folder: string;
  /** A member of the home server, which shard 0 has, and one of a server that shard 1 has. */
  readonly members: readonly [Member, Member];
  readonly moderator: Member;
  lines(): Line[];
  /** The id, in the system, that the process of this number has now. */
  pidOf(process: number): number;
  isAlive(pid: number): boolean;
}

/** Two processes of the program, with a shard each, that answer. */
async function startTwo(concurrency = 2): Promise<Processes> {
  const discord = await startDiscord();
  discord.gateway.limit.max_concurrency = concurrency;
  const processes = startOn(discord, folderOf({ '1.txt': 'One cat.' }));
  await expect.poll(() => discord.gateway.shards, PATIENCE).toEqual([0, 1]);
  await expect.poll(() => messagesOf(processes, 'A process is ready'), PATIENCE).toHaveLength(2);
  return processes;
}

function startOn(discord: LocalDiscord, folder: string, more: Record<string, string> = {}): Processes {
  const environment = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
  const settings = { DISCORD_GUILD_ID: discord.guildId, ...more };
  const running = start(['--processes', '2', '--seeds', folder], { ...environment, ...settings });
  const lines = () =>
    running
      .err()
      .split('\n')
      .flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line) as Line] : []));
  const started = () => lines().filter(({ msg }) => msg === 'Started a process');
  onTestFinished(() => {
    for (const { pid = 0 } of started()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  });
  const pidOf = (number: number) => started().findLast((line) => line.process === number)?.pid ?? 0;
  const members = [new Member(discord), new Member(discord, 'other server')] as const;
  const moderator = new Member(discord, 'server', MANAGE_GUILD);
  return { ...running, discord, folder, members, moderator, lines, pidOf, isAlive };
}

/** A port of loopback that nobody uses, and nobody the next. */
async function twoFreePorts(): Promise<number> {
  for (;;) {
    const first = createServer().listen(0, '127.0.0.1');
    await once(first, 'listening');
    const { port } = first.address() as AddressInfo;
    const second = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      second.once('error', () => resolve(false));
      second.listen(port + 1, '127.0.0.1', () => resolve(true));
    });
    await Promise.all([first, second].map((server) => new Promise((resolve) => server.close(resolve))));
    if (isFree) return port;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function messagesOf({ lines }: Processes, msg: string): Line[] {
  return lines().filter((line) => line.msg === msg);
}

const text = (message: SentMessage) => JSON.stringify(message);

async function ask(member: Member, topic: string): Promise<string> {
  return text(await member.type('quote', { topic }));
}

/** Tells the program to stop, and holds that nothing of it is left. */
async function expectToLeave(processes: Processes, signal: NodeJS.Signals): Promise<void> {
  const { child, ended, discord, pidOf } = processes;
  const pids = [pidOf(1), pidOf(2)];
  child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, out: '' });
  expect(pids.filter(isAlive)).toEqual([]);
  await expect.poll(() => discord.gateway.shards).toEqual([]);
  expect(messagesOf(processes, 'Disconnected from Discord').map((line) => line.process)).toHaveLength(2);
  expect(messagesOf(processes, 'A process ended and is started again after a pause')).toEqual([]);
  expect(processes.err()).not.toContain(discord.token);
}

describe('two processes with two shards', () => {
  it('go on when one is killed, and its shard comes back, whichever it is', { timeout: LONG }, async () => {
    const processes = await startTwo();
    const { discord, members, pidOf } = processes;
    for (const [victim, survivor] of [
      [2, 1],
      [1, 2],
    ] as const) {
      const pid = pidOf(victim);
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => discord.gateway.shards, PATIENCE).toEqual([survivor - 1]);
      // Meanwhile the other answers, again and again.
      let answers = 0;
      while (discord.gateway.shards.length < 2) {
        expect(await ask(members[survivor - 1] as Member, 'cat')).toContain('One cat.');
        answers++;
        await sleep(50);
      }
      expect(answers).toBeGreaterThan(0);
      expect(await ask(members[victim - 1] as Member, 'cat')).toContain('One cat.');
      expect(pidOf(victim)).not.toBe(pid);
    }
    const ended = messagesOf(processes, 'A process ended and is started again after a pause');
    expect(ended).toMatchObject([
      { process: 2, signal: 'SIGKILL', pause: 1_000 },
      { process: 1, signal: 'SIGKILL', pause: 1_000 },
    ]);
    expect(discord.gateway.identifiedShards).toEqual([0, 1, 1, 0]);
    expect(discord.gateway.tooSoon).toBe(0);
  });

  it('identify their shards no faster than Discord allows, also when both are killed', {
    timeout: LONG,
  }, async () => {
    const { discord, pidOf } = await startTwo(1);
    for (const pid of [pidOf(1), pidOf(2)]) process.kill(pid, 'SIGKILL');
    await expect.poll(() => discord.gateway.shards, PATIENCE).toEqual([]);
    await expect.poll(() => discord.gateway.shards, PATIENCE).toEqual([0, 1]);
    expect(discord.gateway.identified).toBe(4);
    expect(discord.gateway.tooSoon).toBe(0);
  });

  it('tell Discord of the commands once, log which of them writes, and leave together', {
    timeout: LONG,
  }, async () => {
    const processes = await startTwo();
    const { discord, members, lines } = processes;
    const told = discord.requests.filter(({ path }) => path.endsWith('/commands'));
    expect(told.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET', 'PUT']);
    for (const member of members) await ask(member, 'cat');
    await expect
      .poll(() => lines().flatMap(({ msg, process }) => (msg === 'Answered' ? process : [])))
      .toEqual([1, 2]);
    await expectToLeave(processes, 'SIGINT');
  });

  it('both read the documents again when one is asked to, and keep them where they have faults', {
    timeout: LONG,
  }, async () => {
    const processes = await startTwo();
    const { folder, members, moderator } = processes;
    writeFiles(folder, { '2.txt': 'Two dogs.' });
    const answer = text(await moderator.type('corpus reload'));
    expect(answer).toContain('Reloaded in 2 of 2 processes.');
    expect(answer).toContain('2 of 2 serve this revision');
    for (const member of members) expect(await ask(member, 'dogs')).toContain('Two dogs.');
    const status = text(await moderator.type('corpus status'));
    expect(status).toContain('1 of 2, shards 0/2');
    expect(status).toContain('2 of 2 serve this revision');

    writeFiles(folder, { '1.txt': 'Another cat.', '3.txt': '' });
    const faulty = text(await moderator.type('corpus reload'));
    expect(faulty).toContain('Nothing changed');
    expect(faulty.match(/the file is empty/g)).toHaveLength(1);
    for (const member of members) expect(await ask(member, 'cat')).toContain('One cat.');
    await expectToLeave(processes, 'SIGTERM');
  });

  it('are told of by the other while one is down, and then have the same documents', {
    timeout: LONG,
  }, async () => {
    const { discord, folder, members, moderator, pidOf } = await startTwo();
    process.kill(pidOf(2), 'SIGKILL');
    await expect.poll(() => discord.gateway.shards, PATIENCE).toEqual([0]);
    writeFiles(folder, { '2.txt': 'Two dogs.' });
    const answer = text(await moderator.type('corpus reload'));
    expect(answer).toContain('Reloaded in 1 of 2 processes.');
    expect(answer).toContain('process 2 is not running and reads the documents when it starts');
    await expect.poll(() => discord.gateway.shards, PATIENCE).toEqual([0, 1]);
    expect(await ask(members[1], 'dogs')).toContain('Two dogs.');
    await expect
      .poll(async () => text(await moderator.type('corpus status')), PATIENCE)
      .toContain('2 of 2 serve this revision');
  });

  it('leave when the one that started them is killed', { timeout: LONG }, async () => {
    const { child, discord, pidOf } = await startTwo();
    const pids = [pidOf(1), pidOf(2)];
    child.kill('SIGKILL');
    await expect.poll(() => pids.filter(isAlive), PATIENCE).toEqual([]);
    await expect.poll(() => discord.gateway.shards).toEqual([]);
  });
});

describe('of two processes', () => {
  it('each says how it is at a port of its own, and one that Discord closes for good is not started at once', {
    timeout: LONG,
  }, async () => {
    const discord = await startDiscord();
    discord.gateway.limit.max_concurrency = 2;
    const port = await twoFreePorts();
    const processes = startOn(discord, folderOf({ '1.txt': 'One cat.' }), { HEALTH_PORT: String(port) });
    await expect.poll(() => messagesOf(processes, 'A process is ready'), PATIENCE).toHaveLength(2);
    const metrics = async (at: number) => (await fetch(`http://127.0.0.1:${at}/metrics`)).text();
    expect(await metrics(port)).toContain('verbatim_gateway_up{shard="0"} 1');
    expect(await metrics(port + 1)).toContain('verbatim_gateway_up{shard="1"} 1');
    await processes.moderator.type('corpus reload');
    for (const at of [port, port + 1]) {
      expect(await metrics(at)).toContain('verbatim_reloads_total{result="reloaded"} 1');
    }
    discord.gateway.drop(4004);
    await expect
      .poll(() => messagesOf(processes, 'A process ended and is started again after a pause'), PATIENCE)
      .toHaveLength(2);
    expect(
      messagesOf(processes, 'A process ended and is started again after a pause').map(({ pause }) => pause),
    ).toEqual([300_000, 300_000]);
    expect(processes.err()).toContain('Discord no longer accepts the token of this bot.');
  });
});

describe('of several machines', () => {
  it('one serves its shards alone, registers only with shard 0, and says whom it does not reach', {
    timeout: LONG,
  }, async () => {
    const discord = await startDiscord();
    discord.gateway.limit.max_concurrency = 16;
    const folder = folderOf({ '1.txt': 'One cat.' });
    const without = startOn(discord, folder, { DISCORD_SHARDS: '2-3/6' });
    await expect.poll(() => messagesOf(without, 'A process is ready'), PATIENCE).toHaveLength(2);
    expect(discord.gateway.shards).toEqual([2, 3]);
    expect(discord.registrations).toBe(0);
    const first = startOn(discord, folder, { DISCORD_SHARDS: '0-1/6' });
    await expect.poll(() => messagesOf(first, 'A process is ready'), PATIENCE).toHaveLength(2);
    expect(discord.gateway.shards).toEqual([0, 1, 2, 3]);
    expect(discord.registrations).toBe(2);
    const answer = text(await first.moderator.type('corpus reload'));
    expect(answer).toContain('Reloaded in 2 of 2 processes.');
    expect(answer).toContain('shards 2-5/6 were not reached; restart the bot there');
  });
});

describe('--processes', () => {
  const shards = { first: 0, last: 1, of: 4 };
  const parts = { script: 'main.js', args: [], token: 'a.b.c', apiUrl: undefined, log: keptLog().log };

  it.each(['0', '65', 'two', '-1', '1.5', '1e1', ''])('%j is not a number of processes', async (number) => {
    const { problems } = (await runProcesses(number, { ...parts, shards })) as { problems: string[] };
    expect(problems).toEqual(['--processes takes how many processes to run: a whole number from 1 to 64']);
  });

  it('are no more than DISCORD_SHARDS names shards', async () => {
    const { problems } = (await runProcesses('3', { ...parts, shards })) as { problems: string[] };
    expect(problems).toEqual([expect.stringMatching(/^--processes is more than .+; write at most 2,/)]);
  });

  it.each([
    [['--processes', '2'], {}, 'set DISCORD_TOKEN'],
    [
      ['--processes', '2', '--json'],
      { DISCORD_TOKEN: 'a.b.c' },
      'cannot be used with --chat, --json or --mcp',
    ],
    [
      ['--processes', '2'],
      { DISCORD_TOKEN: 'a.b.c', INTERACTIONS_PORT: '0', DISCORD_PUBLIC_KEY: '1'.repeat(64) },
      'unset INTERACTIONS_PORT',
    ],
    [
      ['--processes', '3'],
      { DISCORD_TOKEN: 'a.b.c', HEALTH_PORT: '65534' },
      'up to 65536, which there is not',
    ],
    [['--child', '{}'], { DISCORD_TOKEN: 'a.b.c' }, 'Usage: npm start'],
  ])('%j are not taken where %j is set, and it is said why', async (args, environment, reason) => {
    const { code, err } = await start(args, environment as Record<string, string>).ended;
    expect(code).toBe(1);
    expect(err).toContain(reason);
    expect(err).not.toContain('a.b.c');
  });

  it('end with status 1 where Discord does not know the token', async () => {
    const discord = await startDiscord();
    const environment = { DISCORD_TOKEN: 'not.the.token', DISCORD_API_URL: discord.url };
    const { code, err } = await start(['--processes', '2'], environment).ended;
    expect(code).toBe(1);
    expect(err).toContain('Discord does not accept this token. Copy it again');
  });

  it('are not started where Discord lets fewer shards connect, and it is said when it will', async () => {
    const discord = await startDiscord();
    const { limit } = discord.gateway;
    discord.gateway.recommended = 3;
    Object.assign(limit, { remaining: 2, reset_after: 3_600_001 });
    const { problems } = (await runProcesses('2', {
      ...parts,
      token: discord.token,
      apiUrl: discord.url,
      shards: undefined,
    })) as { problems: string[] };
    expect(problems).toEqual([
      expect.stringMatching(/connect 2 more shards for now, and 3 are to be started; start again in 2 hours/),
    ]);
    expect(discord.gateway.identified).toBe(0);
  });

  it('end with status 1 where the first finds faults, which it names once', async () => {
    const processes = startOn(await startDiscord(), folderOf({ '1.txt': '' }));
    const { code, err } = await processes.ended;
    expect(code).toBe(1);
    expect(err.match(/the file is empty/g)).toHaveLength(1);
  });
});
