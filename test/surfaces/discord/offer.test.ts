import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { defineCommand } from '../../../src/command/command.js';
import type { SentMessage } from '../../discord-server/interaction-desk.js';
import { Member } from '../../discord-server/member.js';
import type { LocalDiscord } from '../../discord-server/server.js';
import { startDiscord, startOn } from '../../support/bot.js';
import { folderOf } from '../../support/folder.js';
import { readDiscord } from '../../support/read-discord.js';

const SHOW = 'Show the nearest passages';
const QUESTION = 'What did Borg say about the harbour?';

const folder = () =>
  folderOf({
    '1.txt':
      'The harbour that Borg built froze in January.\n\nBorg left the harbour.\n\nNobody skated on the lake.',
  });

const labelsOf = ({ components = [] }: SentMessage) =>
  components.flatMap(({ components: buttons = [] }) => buttons.map(({ label }) => label));

const contentOf = ({ content }: SentMessage) => readDiscord(content ?? '').text;
const quotesOf = ({ embeds = [] }: SentMessage) =>
  embeds.map(({ description = '' }) => readDiscord(description).text);

/** /ask, which answers only once Discord was told that it takes longer, and so for all to see. */
function slowAsk({ requests }: LocalDiscord) {
  const isDeferred = () => requests.some(({ path }) => path.endsWith('/callback'));
  return commands.map((command) =>
    command.name === 'ask'
      ? defineCommand({
          ...command,
          async answer(options, context) {
            while (!isDeferred()) await new Promise((resolve) => setTimeout(resolve, 1));
            return command.answer(options, context);
          },
        })
      : command,
  );
}

describe('where no passage answers', () => {
  it('the nearest are offered, and shown as no answers with what each lacks', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: folder() });
    const member = new Member(discord);
    const offer = await member.type('ask', { question: QUESTION });
    expect(offer).toMatchObject({ ephemeral: true, embeds: [] });
    expect(contentOf(offer)).not.toContain('none of them is an answer');

    const nearest = await member.press(offer, SHOW);
    expect(nearest.id).toBe(offer.id);
    expect(contentOf(nearest)).toContain('These 2 passages come nearest; none of them is an answer');
    expect(quotesOf(nearest)).toEqual([
      expect.stringMatching(/^Borg left the harbour\..*\nLacks: words attributed to Borg$/s),
      expect.stringMatching(/^The harbour that Borg built.*\nLacks: words attributed to Borg$/s),
    ]);
    expect(labelsOf(nearest)).not.toContain(SHOW);
  });

  it('they can be shown after a restart', async () => {
    const discord = await startDiscord();
    const documents = folder();
    const { bot } = await startOn(discord, { folder: documents });
    const member = new Member(discord);
    const offer = await member.type('ask', { question: QUESTION });
    await bot.stop();
    await startOn(discord, { folder: documents });
    expect(quotesOf(await member.press(offer, SHOW))).toHaveLength(2);
  });

  it('others are shown them in a copy that only they see', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: folder(), commands: slowAsk(discord), deferAfter: 1 });
    const offer = await new Member(discord).type('ask', { question: QUESTION });
    expect(offer.ephemeral).toBe(false);
    const other = new Member(discord, 'server', 0n, '300000000000000002');
    const copy = await other.press(offer, SHOW);
    expect(copy.id).not.toBe(offer.id);
    expect(copy.ephemeral).toBe(true);
    expect(quotesOf(copy)).toHaveLength(2);
  });

  it('as many buttons carry the question as it takes, and the last shows them', async () => {
    const discord = await startDiscord();
    await startOn(discord, { folder: folder() });
    const member = new Member(discord);
    const labels = async (question: string) => {
      const offer = await member.type('ask', { question });
      const shown = labelsOf(offer);
      if (shown.length > 0) expect(quotesOf(await member.press(offer, SHOW))).not.toEqual([]);
      return [shown, contentOf(offer)] as const;
    };
    const padded = (times: number) => `What did Borg say about the harbour${' and of it all'.repeat(times)}?`;
    expect((await labels(QUESTION))[0]).toEqual([SHOW]);
    expect((await labels(padded(4)))[0]).toEqual(['1 of 2', SHOW]);
    expect((await labels(padded(12)))[0]).toEqual(['Back', '1 of 2', SHOW]);
    const [none, content] = await labels(padded(30));
    expect(none).toEqual([]);
    expect(content).toContain(`${SHOW}: ask again with nearest set to true`);
  });
});
