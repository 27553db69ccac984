import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../../src/library/load.js';
import { ADMINISTRATOR, MANAGE_GUILD, Member, type Place } from '../../discord-server/member.js';
import { startDiscord, startOn } from '../../support/bot.js';
import { folderOf, writeFiles } from '../../support/folder.js';
import { readDiscord } from '../../support/read-discord.js';

describe('who may move the corpus', () => {
  it('is shown the command: those who manage the operator’s server, and nobody else', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const sees = (place: Place, permissions: bigint) =>
      new Member(discord, place, permissions).visibleCommands.includes('corpus');
    expect(sees('server', MANAGE_GUILD)).toBe(true);
    expect(sees('server', ADMINISTRATOR)).toBe(true);
    expect(sees('server', 0n)).toBe(false);
    expect(sees('other server', ADMINISTRATOR)).toBe(false);
    expect(sees('direct message', MANAGE_GUILD)).toBe(false);
    expect(sees('installed by user', MANAGE_GUILD)).toBe(false);
  });

  it.each<[string, Place, bigint]>([
    ['a member without the permission', 'server', 0n],
    ['a manager of another server', 'other server', MANAGE_GUILD],
    ['an administrator of another server', 'other server', ADMINISTRATOR],
    ['anybody in a direct message', 'direct message', MANAGE_GUILD],
  ])('is not %s, even if Discord let them ask', async (_, place, permissions) => {
    const discord = await startDiscord();
    const folder = folderOf({ '1.txt': 'Old.' });
    const { live } = await startOn(discord, { folder });
    writeFiles(folder, { '2.txt': 'New.' });
    for (const name of ['corpus reload', 'corpus status']) {
      const message = await new Member(discord, place, permissions).force(name);
      expect(message.ephemeral).toBe(true);
      expect(message.content).toContain('Only members with the Manage Server permission can do that');
      expect(message.embeds).toEqual([]);
    }
    expect(live.serving.library.engine.size.documents).toBe(1);
  });

  it('is nobody on Discord where no server is set up for it', async () => {
    const discord = await startDiscord();
    await startOn(discord, { guildId: null });
    const message = await new Member(discord, 'server', ADMINISTRATOR).force('corpus reload');
    expect(readDiscord(message.content ?? '').text).toContain('Ask one of them, or whoever runs the bot.');
  });
});

describe('/corpus status', () => {
  it('says what is loaded, since when and by whom', async () => {
    const discord = await startDiscord();
    const { live } = await startOn(discord);
    const message = await new Member(discord, 'server', MANAGE_GUILD).type('corpus status');
    const description = message.embeds?.[0]?.description ?? '';
    expect(description).toMatch(/^Documents: 2\nPassages: 20\n/);
    expect(description).toContain(`\nRevision: ${live.serving.library.revision.slice(0, 8)}\n`);
    const { loadedAt } = live.serving;
    expect(description).toContain(`\nLoaded: <t:${Math.floor(loadedAt / 1000)}:R> at startup\n`);
    expect(description).toMatch(/\nMemory: \d+ MiB.*\nUptime: \d+/);
    expect(message.ephemeral).toBe(true);
  });
});

describe('/corpus reload', () => {
  it('swaps the corpus in whole and says what it changed', async () => {
    const discord = await startDiscord();
    const folder = folderOf({ '1.txt': 'Rain.', '2.txt': 'Sun.' });
    const { live, logged } = await startOn(discord, { folder });
    const before = live.serving.library.revision;
    writeFiles(folder, { '2.txt': 'Snow.', '3.txt': 'Hail.' });
    const moderator = new Member(discord, 'server', MANAGE_GUILD);
    const message = await moderator.type('corpus reload');
    const description = message.embeds?.[0]?.description ?? '';
    expect(message.content).toBe('Reloaded.');
    expect(description).toMatch(/^Added: 3.txt\nChanged: 2.txt\nRemoved: none\nTook: \d+ ms\n/);
    expect(description).toContain(`\nRevision: ${live.serving.library.revision.slice(0, 8)}\n`);
    expect(description).toContain('by member (300000000000000001)');
    expect(live.serving.library.revision).not.toBe(before);
    expect((await moderator.type('quote', { topic: 'hail' })).embeds).toHaveLength(1);
    expect(logged).toContainEqual(expect.objectContaining({ command: 'corpus', outcome: 'answered' }));
  });

  it('leaves the old corpus serving where there is a fault, and lists the faults', async () => {
    const discord = await startDiscord();
    const folder = folderOf({ '1.txt': 'Rain.' });
    const { logged } = await startOn(discord, { folder });
    writeFiles(folder, { '2.txt': '', 'sources.json': '{"4.txt": {}}' });
    const moderator = new Member(discord, 'server', MANAGE_GUILD);
    const message = await moderator.type('corpus reload');
    expect(message.content).toContain('the seeds have 2 faults, and the previous documents stay in use');
    const id = /\(id (\w+)\)$/.exec(message.content ?? '')?.[1];
    expect(logged).toContainEqual(
      expect.objectContaining({ errorId: id, by: 'member (300000000000000001)', lines: expect.any(Array) }),
    );
    expect(message.embeds?.[0]?.description).toContain('the file is empty; add text, or remove the file');
    expect((await moderator.type('quote', { topic: 'rain' })).embeds).toHaveLength(1);
  });

  it('hands many faults over as a file, the first of them and how many more there are', async () => {
    const discord = await startDiscord();
    const folder = folderOf({ '1.txt': 'Rain.' });
    await startOn(discord, { folder });
    // With names so long that the first twenty do not fit a message.
    const name = 'long'.repeat(50);
    writeFiles(folder, Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}-${name}.txt`, ''])));
    const message = await new Member(discord, 'server', MANAGE_GUILD).type('corpus reload');
    expect(message.content).toContain('the seeds have 100 faults');
    expect(message.files.map(({ name }) => name)).toEqual(['faults.txt']);
    const lines = message.files[0]?.text.trim().split('\n') ?? [];
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toContain('and 80 more');
  });

  it('runs once at a time, and others are answered meanwhile', async () => {
    const discord = await startDiscord();
    const folder = folderOf({ '1.txt': 'Rain.' });
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await startOn(discord, { folder, load: () => held.then(() => loadLibrary(folder)) });
    const moderator = new Member(discord, 'server', MANAGE_GUILD);
    const first = moderator.type('corpus reload');
    await expect.poll(() => discord.requests.some(({ path }) => path.endsWith('/callback'))).toBe(true);
    expect((await moderator.type('corpus reload')).content).toContain('A reload is already running');
    expect((await new Member(discord).type('quote', { topic: 'rain' })).embeds).toHaveLength(1);
    finish();
    expect((await first).content).toBe('Reloaded.');
  });
});
