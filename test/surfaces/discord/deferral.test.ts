import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { defineCommand } from '../../../src/command/command.js';
import { say } from '../../../src/reply/reply.js';
import { Refusal } from '../../discord-server/errors.js';
import { Member } from '../../discord-server/member.js';
import type { LocalDiscord } from '../../discord-server/server.js';
import { startDiscord, startOn, WAYS, type Way } from '../../support/bot.js';
import { folderOf } from '../../support/folder.js';

/** Discord's numbers of what an interaction may be answered with first. */
const [MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE] = [4, 5, 6, 7];
const EPHEMERAL = 64;

/** The kinds of the first responses so far, and the flags of deferrals. */
const firstResponses = ({ requests }: LocalDiscord) =>
  requests.flatMap(({ path, body }) => {
    if (!path.endsWith('/callback')) return [];
    const { type, data } = body as { type: number; data?: { flags?: number } };
    return [{ type, flags: data?.flags ?? 0 }];
  });

/** The command /quote, which answers only once Discord was given so many first responses. */
function waiting(discord: LocalDiscord, responses: number, outcome: 'answered' | 'nothing' = 'answered') {
  return commands.map((command) =>
    command.name === 'quote'
      ? defineCommand({
          ...command,
          async answer() {
            while (firstResponses(discord).length < responses)
              await new Promise((resolve) => setTimeout(resolve, 1));
            return say(outcome, 'Found at last.');
          },
        })
      : command,
  );
}

describe.each<Way>(WAYS)('an answer that takes long, over %s', (way) => {
  it('is deferred, and then put in its place for all to see', async () => {
    const discord = await startDiscord();
    await startOn(discord, { way, commands: waiting(discord, 1), deferAfter: 1 });
    const message = await new Member(discord).type('quote', { topic: 'dams' });
    expect(firstResponses(discord)).toEqual([{ type: DEFERRED, flags: 0 }]);
    expect(message).toMatchObject({ content: 'Found at last.', ephemeral: false });
  });

  it('is deferred for the asker alone where it is theirs alone', async () => {
    const discord = await startDiscord();
    await startOn(discord, { way, commands: waiting(discord, 1), deferAfter: 1 });
    const message = await new Member(discord).type('quote', { topic: 'dams', private: true });
    expect(firstResponses(discord)).toEqual([{ type: DEFERRED, flags: EPHEMERAL }]);
    expect(message.ephemeral).toBe(true);
  });

  it('is seen by all even where it says that nothing was found', async () => {
    const discord = await startDiscord();
    await startOn(discord, { way, commands: waiting(discord, 1, 'nothing'), deferAfter: 1 });
    expect(await new Member(discord).type('quote', { topic: 'dams' })).toMatchObject({
      content: 'Found at last.',
      ephemeral: false,
    });
  });

  it('is not deferred where it is there in time', async () => {
    const discord = await startDiscord();
    await startOn(discord, { way, commands: waiting(discord, 0), deferAfter: 60_000 });
    await new Member(discord).type('quote', { topic: 'dams' });
    // Over HTTP it is the response to the request of Discord.
    expect(firstResponses(discord)).toEqual(way === 'HTTP' ? [] : [{ type: MESSAGE, flags: 0 }]);
  });

  it('is given up where Discord no longer takes a deferral', async () => {
    const discord = await startDiscord();
    const { logged } = await startOn(discord, { way, commands: waiting(discord, 1), deferAfter: 1 });
    discord.intercept = ({ path }) => {
      if (path.endsWith('/callback')) throw new Refusal(404, 10062, 'Unknown interaction');
    };
    const member = new Member(discord);
    member.open(2, { id: '1', name: 'quote', type: 1, options: [{ name: 'topic', type: 3, value: 'x' }] });
    await expect.poll(() => logged).toContainEqual(expect.objectContaining({ level: 40 }));
    expect(discord.requests.filter(({ path }) => path.startsWith('/webhooks'))).toEqual([]);
  });
});

describe.each<Way>(WAYS)('a page that takes long to turn to, over %s', (way) => {
  const report = 'Mayor Ilse Varga opened the ferry landing of Lindholm on Tuesday.';
  const other = 'Fishermen of Marvale complained to the harbour board about diesel prices.';
  const folder = () => folderOf({ 'a.txt': `${report}\n\n${other}`, 'b.txt': `${report}\n\n${other}` });

  /** /compare, which after its first answer waits until Discord was given so many first responses. */
  const waitingToTurn = (discord: LocalDiscord, responses: number) =>
    commands.map((command) =>
      command.name === 'compare'
        ? defineCommand({
            ...command,
            async answer(options, context) {
              while ((context.window?.from ?? 0) > 0 && firstResponses(discord).length < responses)
                await new Promise((resolve) => setTimeout(resolve, 1));
              return command.answer(options, context);
            },
          })
        : command,
    );

  it('takes the place of the page before, its picture too', async () => {
    const discord = await startDiscord();
    const { live } = await startOn(discord, {
      way,
      folder: folder(),
      commands: waitingToTurn(discord, 2),
      deferAfter: 200,
    });
    await live.serving.library.common.upTo(9, () => undefined);
    const member = new Member(discord);
    const first = await member.type('compare');
    const second = await member.press(first, 'More');
    expect(firstResponses(discord)[1]?.type).toBe(DEFERRED_UPDATE);
    expect(second.embeds?.[0]?.description).toContain('In 2 of 2 documents');
    expect(second.embeds?.[0]?.description).toContain('diesel prices');
    expect(second.files).toHaveLength(1);
  });

  it('stays as it is where the next cannot be sent, and the one who pressed is told', async () => {
    const discord = await startDiscord();
    await startOn(discord, { way, folder: folder(), commands: waitingToTurn(discord, 2), deferAfter: 200 });
    const member = new Member(discord);
    const first = await member.type('compare');
    discord.intercept = ({ method }) => {
      if (method === 'PATCH') throw new Refusal(400, 50035, 'Invalid Form Body');
    };
    const told = await member.press(first, 'More');
    expect(told).toMatchObject({ ephemeral: true, content: expect.stringContaining('Something went wrong') });
  });

  it('is turned at once where it is there in time, one statement after the other and back', async () => {
    const discord = await startDiscord();
    await startOn(discord, { way, folder: folder(), deferAfter: 60_000 });
    const member = new Member(discord);
    const first = await member.type('compare');
    const second = await member.press(first, 'More');
    expect(firstResponses(discord).map(({ type }) => type)).toEqual([MESSAGE, UPDATE]);
    const labels = second.components?.flatMap(({ components = [] }) => components.map(({ label }) => label));
    expect(labels?.filter((label) => label)).toEqual(['Back', '2 of 2', 'More']);
    await expect(member.press(second, 'More')).rejects.toThrow('cannot be pressed');
    const back = await member.press(second, 'Back');
    expect(back.embeds).toEqual(first.embeds);
  });
});
