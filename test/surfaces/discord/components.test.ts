import { describe, expect, it } from 'vitest';
import type { SentMessage } from '../../discord-server/interaction-desk.js';
import { MANAGE_GUILD, Member } from '../../discord-server/member.js';
import { startDiscord, startOn, WAYS } from '../../support/bot.js';
import { folderOf, writeFiles } from '../../support/folder.js';
import { readDiscord } from '../../support/read-discord.js';

const URL = 'https://paper.example/storm';
const folder = () =>
  folderOf({
    'a.txt': 'Rain fell.\n\nThe storm broke the pier of Borg at noon.\n\nBorg wept.\n\nThe end.',
    'b.txt': 'A storm again.',
    'c.txt': 'The last storm.',
    'sources.json': JSON.stringify({ 'a.txt': { outlet: 'The Paper', title: 'Storm', url: URL } }),
  });
const MENU = 'In context, or source…';

const partsOf = ({ components = [] }: SentMessage) => components.flatMap((row) => row.components ?? []);
const labelsOf = (message: SentMessage) =>
  partsOf(message).map(({ label, placeholder }) => label ?? placeholder);
const read = ({ embeds = [] }: SentMessage) =>
  embeds.map(({ description = '' }) => readDiscord(description).text).join('\n');

describe.each(WAYS)('under an answer over %s', (way) => {
  it('one passage has its context and source, for who presses alone, and its address', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: folder(), way });
    const member = new Member(discord);
    const answer = await member.type('quote', { topic: 'pier' });
    expect(labelsOf(answer)).toEqual(['In context', 'Source', 'Open at the source']);
    expect(partsOf(answer)[2]?.url).toBe(`${URL}#:~:text=The%20storm%20broke%20the,of%20Borg%20at%20noon`);

    const context = await new Member(discord, 'server', 0n, '300000000000000002').press(answer, 'In context');
    expect(context.ephemeral).toBe(true);
    expect(context.id).not.toBe(answer.id);
    expect(context.embeds).toHaveLength(1);
    expect(read(context)).toMatch(/Rain fell\..*The storm broke.*Borg wept\..*The end\./s);
    expect(read(context)).toContain('a#2, line 3 · the paragraph you asked for');

    const source = await member.press(answer, 'Source');
    expect(source).toMatchObject({ ephemeral: true, content: 'Document a, paragraph 2 of 4' });
    expect(labelsOf(source)).toEqual(['Cite as…', 'In context', 'Check by hand', 'Open at the source']);
  });

  it('several passages have both in one menu', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: folder(), way });
    const member = new Member(discord);
    const answer = await member.type('quote', { topic: 'storm' });
    expect(labelsOf(answer)).toEqual([MENU]);
    const options = partsOf(answer)[0]?.options?.map(({ label }) => label);
    expect(options?.slice().sort()).toEqual(
      ['a#2', 'b#1', 'c#1'].flatMap((id) => [`In context: ${id}`, `Source: ${id}`]).sort(),
    );
    const [first, second] = options ?? [];
    expect(second?.split(': ')[1]).toBe(first?.split(': ')[1]);
    expect(read(await member.select(answer, MENU, 'In context: a#2'))).toContain('Borg wept.');
    expect((await member.select(answer, MENU, 'Source: b#1')).content).toContain(
      'Document b, paragraph 1 of 1',
    );
  });

  it('a source is cited in each form, and can be checked by hand', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: folder(), way });
    const member = new Member(discord);
    const source = await member.type('source', { id: 'a#2' });
    expect(source.ephemeral).toBe(false);
    for (const { label } of partsOf(source)[0]?.options ?? []) {
      const cited = await member.select(source, 'Cite as…', label);
      expect(cited).toMatchObject({ ephemeral: true, content: 'Citation of a#2, to copy' });
      expect(cited.embeds?.[0]?.description).toMatch(new RegExp(`^${label}\n\`\`\`\n[^]*Storm[^]*\n\`\`\`$`));
    }
    const check = await member.press(source, 'Check by hand');
    expect(check.ephemeral).toBe(true);
    expect(read(check)).toMatch(
      /Outlet: The Paper\n.*SHA-256 of the file: [0-9a-f]{64}\n.*sed -n 3,3p a\.txt$/s,
    );
  });
});

describe('what a button asks about', () => {
  it('is answered after a restart, and says where the documents were reloaded', async () => {
    const discord = await startDiscord();
    const documents = folder();
    const { bot } = await startOn(discord, { folder: documents });
    const member = new Member(discord);
    const answer = await member.type('quote', { topic: 'pier' });
    await bot.stop();
    writeFiles(documents, { 'd.txt': 'New.' });
    const { live } = await startOn(discord, { folder: documents });
    const source = await member.press(answer, 'Source');
    expect(source.content).toContain('The documents were reloaded after this answer was given');
    expect(source.content).toContain(live.serving.library.revision.slice(0, 8));
    expect(read(source)).toContain('The storm broke');
  });

  it('that is gone is said to be', async () => {
    const discord = await startDiscord();
    const { bot } = await startOn(discord, { folder: folder() });
    const member = new Member(discord);
    const answer = await member.type('quote', { topic: 'pier' });
    await bot.stop();
    await startOn(discord, { folder: folderOf({ '1.txt': 'One.' }) });
    const gone = await member.press(answer, 'In context');
    expect(gone).toMatchObject({ ephemeral: true, embeds: [] });
    expect(readDiscord(gone.content ?? '').text).toContain('There is no document a#2.');
  });

  it('has no button where its id is too long for one, and the words are shown all the same', async () => {
    const discord = await startDiscord();
    const id = 'x'.repeat(90);
    await startOn(discord, { folder: folderOf({ [`${id}.txt`]: 'Rain.' }) });
    const answer = await new Member(discord).type('quote', { topic: 'rain' });
    expect(read(answer)).toContain('Rain.');
    expect(partsOf(answer)).toEqual([]);
  });

  it.each([
    ['context:12345678:', 2, undefined],
    [`context:12345678:${'a'.repeat(200)}`, 2, undefined],
    ['context:nothex!!:a#2', 2, undefined],
    ['cite:12345678:a#2', 2, undefined],
    ['cite:12345678:a#2', 3, ['nothing']],
    ['cite:12345678:a#2', 3, []],
    ['open:12345678:passage', 3, ['cite:12345678:a#2']],
    ['open:12345678:passage', 3, ['open:12345678:passage']],
    ['constructor:12345678:a#2', 2, undefined],
    ['__proto__', 2, undefined],
    ['', 2, undefined],
  ])('is nothing where %s is forged', async (custom_id, component_type, values) => {
    const discord = await startDiscord();
    const { logged } = await startOn(discord, { folder: folder() });
    const member = new Member(discord);
    const answer = await member.type('quote', { topic: 'pier' });
    const outcome = await member.send(3, { custom_id, component_type, ...(values && { values }) }, answer);
    expect(outcome).toMatchObject({
      message: { ephemeral: true, content: expect.stringContaining('another version of the bot') },
    });
    expect(logged.filter(({ level }) => level === 50)).toEqual([]);
  });
});

describe('what moderators do', () => {
  it('is not done again by a button, whoever presses it', async () => {
    const discord = await startDiscord();
    const documents = folder();
    const { live } = await startOn(discord, { folder: documents });
    const moderator = new Member(discord, 'server', MANAGE_GUILD);
    const status = await moderator.type('corpus status');
    expect(partsOf(status)).toEqual([]);
    const before = live.serving.library.revision;
    writeFiles(documents, { 'd.txt': 'New.' });
    for (const options of [
      { subcommand: 'reload' },
      { subcommand: 'remove', document: 'd', confirm: true },
    ]) {
      const custom_id = `0.0.1|${JSON.stringify(['corpus', before.slice(0, 8), options])}`;
      const forged = {
        ...status,
        components: [{ type: 1, components: [{ type: 2, label: 'Go', custom_id }] }],
      };
      expect((await moderator.press(forged, 'Go')).content).toContain('another version of the bot');
    }
    expect(live.serving.library.revision).toBe(before);
  });
});
