import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { defineCommand } from '../../../src/command/command.js';
import type { Excerpt } from '../../../src/corpus/excerpt.js';
import { say } from '../../../src/reply/reply.js';
import { isTokenRefused } from '../../../src/surfaces/discord/start.js';
import { Refusal } from '../../discord-server/errors.js';
import { FIRST_RESPONSE_MS, type SentMessage } from '../../discord-server/interaction-desk.js';
import { MANAGE_GUILD, Member, type Place } from '../../discord-server/member.js';
import { startDiscord, startOn } from '../../support/bot.js';
import { folderOf } from '../../support/folder.js';
import { watching } from '../../support/observer.js';
import { readDiscord } from '../../support/read-discord.js';
import { BROKEN_MODULE } from '../../support/thread-module.js';
import { THREE_OUTLETS } from '../../support/three-outlets.js';

/** All that a message shows, as a reader sees it. */
function shown(message: SentMessage): string {
  const embeds = (message.embeds ?? []).flatMap(({ author, description, footer }) => [
    author?.name ?? '',
    readDiscord(description ?? '').text,
    footer?.text ?? '',
  ]);
  return [readDiscord(message.content ?? '').text, ...embeds].join('\n');
}

const MODERATOR = MANAGE_GUILD;
/** What is told of an answer to /quote that Discord did not take. */
const UNDELIVERED = expect.objectContaining({ command: 'quote', outcome: 'undelivered', by: 'command' });
const forMembers = commands.flatMap(({ name, moderation }) => (moderation ? [] : name));

describe('at its start the bot', () => {
  it('tells Discord of its commands, those for moderators in their server alone', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    expect(discord.commandsIn(null).map(({ name }) => name)).toEqual(forMembers);
    expect(discord.commandsIn(discord.guildId).map(({ name }) => name)).toEqual([...forMembers, 'corpus']);
    expect(discord.registrations).toBe(2);
  });

  it('tells it nothing when nothing has changed, and only what has', async () => {
    const discord = await startDiscord();
    await (await startOn(discord)).bot.stop();
    await (await startOn(discord)).bot.stop();
    expect(discord.registrations).toBe(2);

    const [first] = commands;
    if (!first) throw new Error('no command to change');
    const changed = { ...first, description: 'Something else' };
    const others = commands.filter((command) => command !== first && !command.moderation);
    await startOn(discord, { commands: [changed, ...others] });
    expect(discord.commandsIn(null)[0]?.description).toBe('Something else');
    expect(discord.registrations).toBe(4);
  });

  it('leaves moderators’ commands out where no server is set up for them', async () => {
    const discord = await startDiscord();
    const { logged } = await startOn(discord, { guildId: null });
    expect(discord.commandsIn(discord.guildId).map(({ name }) => name)).toEqual(forMembers);
    expect(logged).toContainEqual(
      expect.objectContaining({ msg: expect.stringContaining('DISCORD_GUILD_ID') }),
    );
  });

  it('answers even where Discord does not take the commands', async () => {
    const discord = await startDiscord();
    const { logged } = await startOn(discord, { guildId: '999999999999999999' });
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 50, err: expect.objectContaining({ code: 50001 }) }),
    );
    const message = await new Member(discord).type('quote', { topic: 'NGOs' });
    expect(message.embeds).toHaveLength(3);
  });

  it('says that a token is wrong, and does not repeat it', async () => {
    const discord = await startDiscord();
    const refused = await startOn(discord, { token: 'not.the.token' }).catch((error: unknown) => error);
    expect(isTokenRefused(refused)).toBe(true);
    expect(String(refused)).not.toContain('not.the.token');
  });

  it('asks for no intent', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    expect(discord.gateway.lastIdentify).toMatchObject({ intents: 0, shard: [0, 1] });
  });
});

describe.each<Place>(['server', 'other server', 'direct message', 'installed by user'])(
  'in a %s',
  (place) => {
    it('every command for members answers', async () => {
      const discord = await startDiscord();
      await startOn(discord);
      const member = new Member(discord, place);
      expect(member.visibleCommands).toEqual(forMembers);
      const quote = await member.type('quote', { topic: 'NGOs' });
      expect(shown(quote)).toContain('000#6');
      const compare = await member.type('compare', { topic: 'cyberattacks' });
      expect(shown(compare)).toContain('We have not engaged in any cyberattacks');
    });
  },
);

describe('/quote', () => {
  it('shows three passages word for word, each with its source and its place', async () => {
    const discord = await startDiscord();
    const { live } = await startOn(discord);
    const message = await new Member(discord).type('quote', { topic: 'NGOs' });
    const passages = ['000#6', '001#2', '001#6'];
    expect(message.embeds?.map(({ footer }) => footer?.text?.split(',')[0]).sort()).toEqual(passages);
    for (const { description = '', footer } of message.embeds ?? []) {
      const id = footer?.text?.split(',')[0] ?? '';
      const passage = await live.serving.library.passageWith(id);
      expect(readDiscord(description).text.startsWith(passage?.text ?? '?')).toBe(true);
      const titled = id.startsWith('000') && 'Putin Turns Tables With Shocking Accusation';
      expect(readDiscord(description).text.split('\n').at(-1)).toBe(
        `— ${titled || '001_fb275b7cd65c788f.txt'}`,
      );
    }
    expect(message.content?.match(/Outlet not stated: .*/g)).toEqual(['Outlet not stated: 000, 001']);
    expect(message.ephemeral).toBe(false);
    expect(message.allowed_mentions).toEqual({ parse: [] });
  });

  it('shows it to the asker alone where that is asked', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    expect((await new Member(discord).type('quote', { topic: 'NGOs', private: true })).ephemeral).toBe(true);
  });

  it('says that nothing was found, and only to the asker', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const message = await new Member(discord).type('quote', { topic: 'climate change' });
    expect(message).toMatchObject({ ephemeral: true, embeds: [] });
    expect(message.content).toBe(
      'Nothing found on: climate change\nSearched 2 documents.\nIn no document: change',
    );
  });

  it('shows what a member typed as it stands', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const topic = '@everyone **zebra** <@everyone> https://example.com';
    const message = await new Member(discord).type('quote', { topic });
    const read = readDiscord(message.content ?? '');
    expect(read).toMatchObject({ foreign: [], bold: [] });
    expect(read.text).toContain(topic);
  });

  it('refuses what is wrong with a sentence that says what to do', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const member = new Member(discord);
    expect((await member.force('quote')).content).toBe('\\`topic\\` is required.');
    expect((await member.force('quote', { topic: '  ' })).content).toContain('must not be empty');
    expect((await member.force('quote', { topic: 'x'.repeat(4001) })).content).toContain(
      'at most 4,000 characters',
    );
    expect((await member.force('quote', { topic: 'x', outlets: 'y' })).content).toContain(
      'no option \\`outlets\\`',
    );
    const unknown = await member.type('quote', { topic: 'NGOs', outlet: 'The Paper' });
    expect(unknown).toMatchObject({ ephemeral: true });
    expect(unknown.content).toContain('There is no outlet The Paper here');
    expect((await member.force('gone')).content).toContain('The command /gone no longer exists');
  });

  it('offers no choice that is longer than Discord takes', async () => {
    const discord = await startDiscord();
    const folder = folderOf({ '1.txt': `${'a'.repeat(120)} ${'b'.repeat(60)} ${'b'.repeat(61)}.` });
    await startOn(discord, { folder });
    const member = new Member(discord);
    expect(await member.complete('quote', 'topic', 'aa')).toEqual([]);
    expect(await member.complete('quote', 'topic', 'bb')).toHaveLength(2);
  });

  it('completes a topic with what finds something, and an outlet', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const member = new Member(discord);
    const topics = await member.complete('quote', 'topic', 'opp');
    expect(topics).toContain('opposition');
    for (const topic of topics) expect((await member.type('quote', { topic })).embeds).not.toEqual([]);
    expect(await member.complete('quote', 'topic', 'zzz')).toEqual([]);
    expect(await member.complete('quote', 'topic', 'Showt', { outlet: '000' })).toEqual([]);
    expect((await member.complete('quote', 'topic', '')).length).toBeGreaterThan(5);
    expect(await member.complete('quote', 'outlet', '0')).toEqual(['000', '001']);
  });

  it('shows of an id what it is of, and of a topic where it stands', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const member = new Member(discord);
    const title = 'Putin Turns Tables With Shocking Accusation';
    const [first, second] = await member.choices('source', 'id', '');
    expect(first).toEqual({ name: `000 — ${title}`, value: '000' });
    expect(second?.name).toMatch(/^001 — \S.*…$/);
    expect((await member.choices('source', 'id', '000#6'))[0]?.name).toMatch(/^000#6 — \S.*…$/);
    expect(await member.choices('quote', 'topic', 'rallies', { outlet: '000' })).toEqual([
      { name: `rallies — ${title}`, value: 'rallies' },
    ]);
  });

  it('looks for nothing to offer when its time is over', async () => {
    const discord = await startDiscord();
    await startOn(discord, { completeWithin: 0 });
    expect(await new Member(discord).complete('quote', 'topic', 'opp', { said: true })).toEqual([]);
  });
});

describe('pages', () => {
  const many = () =>
    folderOf(
      Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.txt`, `Rain on day ${n}.\n\nSun.`])),
    );

  it('turn, forth and back', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: many() });
    const member = new Member(discord);
    const first = await member.type('quote', { topic: 'rain' });
    expect(shown(first)).toContain('day 0');
    const second = await member.press(first, 'More');
    expect(shown(second)).toContain('day 3');
    expect(second.id).toBe(first.id);
    const third = await member.press(second, 'More');
    expect(shown(third)).toContain('day 7');
    await expect(member.press(third, 'More')).rejects.toThrow('cannot be pressed');
    expect(shown(await member.press(third, 'Back'))).toBe(shown(second));
  });

  it('turn after the bot was restarted', async () => {
    const discord = await startDiscord();
    const folder = many();
    const { bot } = await startOn(discord, { folder });
    const member = new Member(discord, 'direct message');
    const first = await member.type('quote', { topic: 'rain' });
    await bot.stop();
    await startOn(discord, { folder });
    expect(shown(await member.press(first, 'More'))).toContain('day 3');
  });

  it('of an older revision say so', async () => {
    const discord = await startDiscord();
    const { bot } = await startOn(discord, { folder: many() });
    const member = new Member(discord);
    const first = await member.type('quote', { topic: 'rain' });
    await bot.stop();
    const folder = folderOf({ 'new.txt': 'Rain at last.' });
    const { live } = await startOn(discord, { folder });
    const second = await member.press(first, 'More');
    expect(shown(second)).toContain('The documents were reloaded after this answer was given');
    expect(shown(second)).toContain(live.serving.library.revision.slice(0, 8));
    expect(shown(second)).toContain('Rain at last.');
  });

  it('are turned for others in a copy that only they see', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: many() });
    const first = await new Member(discord).type('quote', { topic: 'rain' });
    const other = new Member(discord, 'server', 0n, '300000000000000002');
    const copy = await other.press(first, 'More');
    expect(copy.id).not.toBe(first.id);
    expect(copy.ephemeral).toBe(true);
    expect(shown(await other.press(copy, 'More'))).toContain('day 7');
  });

  it('that no button can carry come whole as a file', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: many() });
    const topic = 'rain '.repeat(200).trim();
    const message = await new Member(discord).type('quote', { topic });
    const labels = message.components?.flatMap(({ components = [] }) => components.map(({ label }) => label));
    expect(labels).not.toContain('More');
    expect(message.files.map(({ name }) => name)).toEqual(['answer.txt']);
    for (let day = 0; day < 8; day++) expect(message.files[0]?.text).toContain(`Rain on day ${day}.`);
  });

  it('hold a passage longer than a message, whole and in order', async () => {
    const discord = await startDiscord();
    const passage = Array.from({ length: 900 }, (_, n) => `Sentence number ${n} *is* here.`).join(' ');
    await startOn(discord, { folder: folderOf({ '1.txt': passage }) });
    const member = new Member(discord);
    let message = await member.type('quote', { topic: 'sentence' });
    let read = '';
    for (;;) {
      for (const { description = '' } of message.embeds ?? []) {
        const [quote = ''] = description.split('\n— ');
        read += readDiscord(quote).text;
      }
      const buttons = message.components?.flatMap(({ components = [] }) => components) ?? [];
      if (buttons.find(({ label }) => label === 'More')?.disabled) break;
      message = await member.press(message, 'More');
    }
    expect(read).toBe(passage);
  });

  it('of a button that this version did not make are refused', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const member = new Member(discord);
    const message = await member.type('quote', { topic: 'Putin' });
    const old = {
      ...message,
      components: [{ type: 1, components: [{ type: 2, label: 'Old', custom_id: 'page:2' }] }],
    };
    expect(await member.press(old, 'Old')).toMatchObject({
      ephemeral: true,
      content: expect.stringContaining('another version of the bot'),
    });
  });
});

describe('/compare', () => {
  it('shows a statement as one block, the words that outlets print differently in bold', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: folderOf(THREE_OUTLETS) });
    const { embeds = [] } = await new Member(discord).type('compare', { topic: 'closed bridge' });
    expect(embeds).toHaveLength(1);
    expect(readDiscord(embeds[0]?.description ?? '').bold).toEqual(['a', 'any']);
  });

  it('says of a passage that stands in one document where something like it may stand', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const message = await new Member(discord).type('compare', { topic: 'intelligence report' });
    expect(shown(message)).toContain('In 001; perhaps also in 000');
  });

  it('brings a picture with words for those who cannot see it, unless told not to', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const member = new Member(discord);
    const [file] = (await member.type('compare', { topic: 'opposition rallies' })).files;
    expect(file?.name).toBe('comparison.png');
    expect(file?.description).toContain('They gathered opposition forces and financed them');
    const without = await member.type('compare', { topic: 'opposition rallies', picture: false });
    expect(without.files).toEqual([]);
  });

  it('answers without a picture, and says so, where drawing it breaks', async () => {
    const discord = await startDiscord();
    const { logged } = await startOn(discord, {
      drawn: { module: BROKEN_MODULE },
    });
    const message = await new Member(discord).type('compare', { topic: 'opposition rallies' });
    expect(message.files).toEqual([]);
    expect(message.content).toContain('No picture: drawing it failed.');
    expect(message.embeds).not.toEqual([]);
    expect(logged).toContainEqual(expect.objectContaining({ msg: 'Drawing a picture failed' }));
  });

  it('walks through all that outlets have in common without a topic', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const member = new Member(discord);
    const first = await member.type('compare');
    expect(shown(first)).toContain('6 statements in more than one document');
    expect(shown(await member.press(first, 'More'))).toContain('In 2 of 2 documents');
  });
});

describe('/verify', () => {
  it('says the verdict, and marks what was given and what the document has', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const message = await new Member(discord).type('verify', {
      quote: 'They gathered opposition forces and funded them',
    });
    expect(message.content).toMatch(/^Altered: not what any document says/);
    const bold = message.embeds?.map(({ description = '' }) => readDiscord(description).bold);
    expect(bold).toEqual([['funded', 'financed']]);
    expect(readDiscord(message.embeds?.[0]?.description ?? '').text).toBe(
      [
        'As given:\nThey gathered opposition forces and funded them\n',
        'As printed:\nThey gathered opposition forces and financed them',
        '— Putin Turns Tables With Shocking Accusation\nSaid there by: he',
        '000#5, line 9 of 000_18fad831f6d1eeb5.txt— 001_fb275b7cd65c788f.txt',
        'Said there by: the Russia leader\n001#5, line 9',
      ].join('\n'),
    );
    expect(message.ephemeral).toBe(false);
  });

  it('shows what a member gave as it stands', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const quote = '**They** gathered @everyone <@1> and [funded](https://example.com) > them';
    const message = await new Member(discord).type('verify', { quote });
    const read = readDiscord(message.embeds?.[0]?.description ?? '');
    expect(read.foreign).toEqual([]);
    expect(read.text).toContain(quote);
  });

  it('verifies the quotations of a message, forwarded ones and embeds too, for the asker alone', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const member = new Member(discord, 'direct message');
    const answer = await member.choose('Verify quotes', {
      content: 'Look: “They gathered **opposition** forces”',
      embeds: [{ type: 'rich', description: '> We have engaged in any cyberattacks' }],
      message_reference: { type: 1, channel_id: '400000000000000001', message_id: '500000000000000001' },
      message_snapshots: [
        {
          message: {
            content: '"I will not go into details"',
            embeds: [],
            attachments: [],
            type: 0,
            timestamp: new Date().toISOString(),
            edited_timestamp: null,
            flags: 0,
            mentions: [],
            mention_roles: [],
          },
        },
      ],
    });
    expect(answer.content).toBe('3 quotations: 1 altered, 2 exact');
    expect(answer.ephemeral).toBe(true);
    expect(shown(answer)).toContain(
      'Altered: “We have engaged in any cyberattacks”\nExact: “They gathered opposition forces”',
    );
    const worst = await member.press(answer, 'More');
    expect(shown(worst)).toContain('Altered: not what any document says.');
    expect(shown(await member.press(worst, 'More'))).toContain(
      'Exact: character for character in 2 documents.',
    );
  });
});

describe('Verify quotes on a message that is too long for buttons', () => {
  const content = `${'Words that nobody looks for. '.repeat(40)}“They gathered opposition forces” and “We have engaged in any cyberattacks”`;

  it('turns its pages by reading the message again, and says that it was edited', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const member = new Member(discord, 'direct message');
    const answer = await member.choose('Verify quotes', { content });
    expect(answer.files).toEqual([]);
    expect(shown(await member.press(answer, 'More'))).toContain('Altered: not what any document says.');
    const [id, message] = [...discord.messages][0] ?? [];
    discord.messages.set(id ?? '', { ...message, content: `${content} “I will not go into details”` });
    const edited = await member.press(answer, 'More');
    expect(edited.content).toContain('The message has been edited since.');
    discord.messages.clear();
    expect((await member.press(answer, 'More')).content).toContain('can no longer be read');
  });

  it('is handed over whole as a file where the bot may not read it', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const answer = await new Member(discord).choose('Verify quotes', { content });
    expect(answer.components ?? []).toEqual([]);
    expect(answer.files[0]?.text).toContain('Exact: character for character in 2 documents.');
  });
});

describe('/source', () => {
  it('shows a passage and its plain citation, and the rest on request', async () => {
    const discord = await startDiscord();
    await startOn(discord);
    const message = await new Member(discord).type('source', { id: '000#6' });
    expect(message.embeds).toHaveLength(1);
    expect(message.content).toBe('Document 000, paragraph 6 of 9\nOutlet not stated: 000');
    expect(readDiscord(message.embeds?.[0]?.description ?? '').text).toMatch(
      /\n\n— “Putin Turns Tables With Shocking Accusation”, 000#6\n000#6, line 11 of 000_18fad831f6d1eeb5\.txt$/,
    );
  });

  it('hands the whole document over as a file, with its first page', async () => {
    const discord = await startDiscord();
    const { live } = await startOn(discord);
    const member = new Member(discord);
    const message = await member.type('source', { id: '000' });
    expect(message.files.map(({ name, text }) => [name, text])).toEqual([
      ['000_18fad831f6d1eeb5.txt', (await live.serving.library.catalogue.document('000'))?.text],
    ]);
    expect((await member.press(message, 'More')).files).toEqual([]);
  });
});

describe('what goes wrong', () => {
  const broken = (answer: () => never) =>
    commands.map((command) => (command.name === 'quote' ? { ...command, answer } : command));

  it('in a command is told with an id that the log has, and the next command is answered', async () => {
    const discord = await startDiscord();
    const { logged } = await startOn(discord, {
      commands: broken(() => {
        throw new Error('disk on fire');
      }),
    });
    const member = new Member(discord);
    const message = await member.type('quote', { topic: 'a private thought' });
    const id = /: (\w+)$/.exec(message.content ?? '')?.[1];
    expect(message.ephemeral).toBe(true);
    expect(message.content).not.toContain('disk on fire');
    expect(logged).toContainEqual(expect.objectContaining({ errorId: id, level: 50 }));
    expect((await member.type('compare', { topic: 'NGOs' })).embeds).not.toEqual([]);
    expect(JSON.stringify(logged)).not.toContain('a private thought');
    expect(JSON.stringify(logged)).not.toContain(discord.token);
  });

  it('between a command and Discord, where a quotation is tampered with, is not sent', async () => {
    const discord = await startDiscord();
    const tampering = commands.map((command) => {
      if (command.name !== 'quote') return command;
      return defineCommand({
        ...command,
        async answer(options, context) {
          const reply = await command.answer(options, context);
          const sections = reply.sections.map((section) => {
            if (section.kind !== 'passage') return section;
            const { excerpt } = section.quoted;
            const forged = Object.create(excerpt, { text: { value: 'words that nobody said' } }) as Excerpt;
            return { ...section, quoted: { ...section.quoted, excerpt: forged } };
          });
          return { ...reply, sections };
        },
      });
    });
    const { logged } = await startOn(discord, { commands: tampering });
    const message = await new Member(discord).type('quote', { topic: 'NGOs' });
    expect(message.embeds).toEqual([]);
    expect(message.content).toContain('Something went wrong');
    expect(logged).toContainEqual(
      expect.objectContaining({ err: expect.objectContaining({ type: 'UnfaithfulReplyError' }) }),
    );
  });

  it('where Discord refuses a message is told to the member', async () => {
    const discord = await startDiscord();
    const { observer, told } = watching();
    const { logged } = await startOn(discord, { observer });
    let refusals = 0;
    discord.intercept = ({ path }) => {
      if (path.endsWith('/callback') && refusals++ === 0) throw new Refusal(400, 50035, 'Invalid Form Body');
    };
    const message = await new Member(discord).type('quote', { topic: 'NGOs' });
    expect(message.content).toContain('Something went wrong');
    expect(logged).toContainEqual(expect.objectContaining({ err: expect.objectContaining({ code: 50035 }) }));
    await expect.poll(() => told).toContainEqual(['answered', UNDELIVERED]);
  });

  it('where an answer comes too late is logged, and the bot goes on', async () => {
    const discord = await startDiscord();
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = commands.map((command) =>
      command.name === 'quote'
        ? defineCommand({
            ...command,
            async answer() {
              await finished;
              return say('answered', 'Late.');
            },
          })
        : command,
    );
    const { observer, told } = watching();
    const { logged } = await startOn(discord, { commands: slow, deferAfter: 60_000, observer });
    const member = new Member(discord);
    member.open(2, { id: '1', name: 'quote', type: 1, options: [{ name: 'topic', type: 3, value: 'x' }] });
    expect((await member.type('compare', { topic: 'NGOs' })).embeds).not.toEqual([]);
    discord.desk.pass(FIRST_RESPONSE_MS + 1);
    finish();
    await expect
      .poll(() => logged)
      .toContainEqual(expect.objectContaining({ level: 40, err: expect.objectContaining({ code: 10062 }) }));
    await expect.poll(() => told).toContainEqual(['answered', UNDELIVERED]);
  });

  it('offers as many choices as Discord takes where a command has more, and none that is too long', async () => {
    const discord = await startDiscord();
    const long = 'a'.repeat(101);
    const many = commands.map((command) => ({
      ...command,
      complete: () =>
        [long, '', ...Array.from({ length: 40 }, (_, at) => `choice ${at}`)].map((value) => ({
          name: value,
          value,
        })),
    }));
    await startOn(discord, { commands: many });
    const offered = await new Member(discord).complete('quote', 'topic', 'a');
    expect(offered).toEqual(Array.from({ length: 25 }, (_, at) => `choice ${at}`));
  });

  it('in a completion shows no choices', async () => {
    const discord = await startDiscord();
    const failing = commands.map((command) => ({
      ...command,
      complete() {
        throw new Error('disk on fire');
      },
    }));
    const { logged } = await startOn(discord, { commands: failing });
    await expect(new Member(discord).complete('quote', 'topic', 'a')).resolves.toEqual([]);
    expect(logged).toContainEqual(expect.objectContaining({ level: 40 }));
  });
});

describe('when it is told to stop, the bot', () => {
  it('gives the answers under way first', async () => {
    const discord = await startDiscord();
    let finish = () => {};
    const loading = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { bot } = await startOn(discord, {
      load: async () => {
        await loading;
        return { faults: [{ file: 'a.txt', line: 1, problem: 'it is empty', remedy: 'fill it' }] };
      },
    });
    const moderator = new Member(discord, 'server', MODERATOR);
    const answer = moderator.type('corpus reload');
    await expect.poll(() => discord.requests.some(({ path }) => path.endsWith('/callback'))).toBe(true);
    let stopped = false;
    const stopping = bot.stop().then(() => {
      stopped = true;
    });
    await expect.poll(() => discord.gateway.connected).toBe(false);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect((await answer).content).toContain('Nothing changed');
  });
});
