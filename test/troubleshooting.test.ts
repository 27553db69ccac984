import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../src/messages/index.js';
import { MANAGE_GUILD, Member } from './discord-server/member.js';
import { startDiscord } from './support/bot.js';
import { ROOT } from './support/build.js';
import { start } from './support/program.js';

const page = readFileSync(path.join(ROOT, 'docs/hosting.md'), 'utf8');
const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(ROOT, 'src', file), 'utf8'));

/** What stands between a heading and the next one like it. */
function section(heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

/** What the first column of a table names as said, by the words above the table. */
function saidIn(text: string, header: string): string[] {
  const [, table = ''] = text.split(`| ${header} |`);
  const rows = table.split('\n\n')[0]?.split('\n').slice(2) ?? [];
  return rows.flatMap((row) =>
    Array.from(row.split(' | ')[0]?.matchAll(/`([^`]+)`/g) ?? [], ([, said = '']) => said),
  );
}

/** The parts of what is said that never differ. */
const fixed = (said: string) =>
  said
    .split('…')
    .map((part) => part.trim())
    .filter((part) => part.length > 2);
const troubles = section('When something is wrong');
const atStart = saidIn(troubles, 'It says').filter((said) => !said.startsWith('FILE:LINE'));
const inLog = saidIn(troubles, 'Message in the log');

/** Everything that `value` says, however deep: functions as they are written. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value)];
  if (Array.isArray(value)) return [value.join('\n')];
  return typeof value === 'object' && value ? Object.values(value).flatMap(leavesOf) : [];
}

describe('what docs/hosting.md says of messages', () => {
  it('is of messages that there are', () => {
    expect(atStart.length).toBeGreaterThan(40);
    expect(inLog.length).toBeGreaterThan(20);
    const all = sources.join('\n');
    const wanting = [...atStart, ...inLog].filter((said) => !fixed(said).every((part) => all.includes(part)));
    // The code of a file that is not there is the system's.
    expect(wanting).toEqual(['the seeds folder cannot be read (ENOENT)']);
  });

  it('leaves out none that a start may end with', () => {
    const {
      usage: _,
      checkUsage: __,
      greeting: ___,
      chatAsked: ____,
      problem: _____,
      ...others
    } = messages.settings;
    const { faults, withModel } = messages.archive;
    const { unreachable, late, refused, untrusted } = faults;
    const said = [...leavesOf(others), withModel, unreachable, late, refused, untrusted, faults['no corpus']];
    const isNamed = (text: string) => atStart.some((one) => fixed(one).every((part) => text.includes(part)));
    const ofValue = (text: string) => atStart.some((one) => fixed(one).some((part) => text.includes(part)));
    expect(said.filter((text) => !isNamed(text) && !ofValue(text))).toEqual([]);
  });

  it('leaves out none that the log may have at level warn or above', () => {
    const logged = sources.flatMap((source) =>
      Array.from(
        source.matchAll(/\blog\??\.(?:warn|error|fatal)\((?:\s*\{[^']*?\},)?\s*'([^']+)'/gs),
        ([, said = '']) => said,
      ),
    );
    expect(logged.length).toBeGreaterThan(20);
    expect(logged.filter((said) => !inLog.includes(said))).toEqual([]);
  });
});

/** A line of the log. */
type Line = Readonly<Record<string, unknown>> & { readonly msg: string };

describe('what docs/hosting.md says is logged of members', () => {
  const table = section('Privacy').split('| Line | Fields |')[1]?.split('\n\n')[0] ?? '';
  const fields = new Map(
    table.split('\n').flatMap((row) => {
      const [said = '', named = ''] = row.split(' | ');
      const names = Array.from(named.matchAll(/`([^`]+)`/g), ([, name = '']) => name);
      return Array.from(said.matchAll(/`([^`]+)`/g), ([, one = '']) => [one, names] as const);
    }),
  );

  it('is all that is logged where members ask, turn pages, and are refused', async () => {
    const discord = await startDiscord();
    const settings = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      DISCORD_GUILD_ID: discord.guildId,
    };
    const { child, ended, err } = start([], { ...settings, LOG_LEVEL: 'info' });
    await expect.poll(err).toContain('Registered the commands');
    const member = new Member(discord);
    const first = await member.type('quote', { topic: 'opposition' });
    expect(first.embeds?.length).toBeGreaterThan(0);
    await member.press(await member.type('quote', { topic: 'Putin' }), 'More');
    await member.type('quote', { topic: 'zebra crossing' });
    await new Member(discord, 'server', MANAGE_GUILD).type('corpus reload');
    await new Member(discord, 'server').force('corpus reload');
    await expect.poll(() => err().match(/"Answered"/g)?.length).toBe(5);
    child.kill('SIGTERM');
    await ended;
    const lines = err()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const ofAnswers = lines.filter(({ msg }) => fields.has(msg));
    expect(new Set(ofAnswers.map(({ msg }) => msg))).toEqual(
      new Set(['Answered', 'Acted on the documents', 'Turned a page', 'Refused or failed']),
    );
    for (const { msg, level: _, time: __, ...rest } of ofAnswers) {
      expect(
        Object.keys(rest).filter((name) => !fields.get(msg)?.includes(name)),
        msg,
      ).toEqual([]);
    }
    const named = lines.filter((line) => 'by' in line);
    expect(named.map(({ msg, command = 'refused' }) => `${msg}: ${command}`).sort()).toEqual([
      'Acted on the documents: corpus',
      'Answered: corpus',
      'Answered: corpus',
      'Refused or failed: refused',
    ]);
    expect(err()).not.toMatch(/opposition|zebra|Putin/);
  });

  it('names who asked in no other line', () => {
    const withPerson = sources.flatMap((source) =>
      Array.from(
        source.matchAll(/\blog\??\.\w+\(\s*\{([^']*?)\},\s*'([^']+)'/gs),
        ([, given = '', said = '']) => ({
          given,
          said,
        }),
      ).filter(({ given }) => /\bby\b|asker|user/.test(given)),
    );
    expect(withPerson.map(({ said }) => said).sort()).toEqual([
      'Acted on the documents',
      'Refused or failed',
      'Reloaded for another process',
    ]);
    for (const { said } of withPerson) expect(fields.get(said)).toContain('by');
  });
});
