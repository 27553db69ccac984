import { expect, it } from 'vitest';
import type { SentMessage } from '../../discord-server/interaction-desk.js';
import { MANAGE_GUILD, Member } from '../../discord-server/member.js';
import type { LocalDiscord } from '../../discord-server/server.js';
import { startDiscord, startOn, WAYS, type Way } from '../../support/bot.js';
import { folderOf } from '../../support/folder.js';

const LONG = `“They gathered opposition forces and funded them” ${'and so on '.repeat(60)}`;
const OTHER_USER = '300000000000000002';

/** What was seen without the ids by which an answer stands in the log, which are made at random. */
const withoutIds = (seen: object): unknown =>
  JSON.parse(JSON.stringify(seen).replaceAll(/\(id [0-9a-f]{8}\)/g, '(id)'));

/** The first option of the menu under an answer. */
const menuLabel = ({ components = [] }: SentMessage): string =>
  components[0]?.components?.[0]?.options?.[0]?.label ?? '';

/** What members do, and what each sees of it, in order. */
async function conversation(discord: LocalDiscord): Promise<Record<string, unknown>> {
  const member = new Member(discord);
  const other = new Member(discord, 'server', 0n, OTHER_USER);
  const inPrivate = new Member(discord, 'direct message');
  const moderator = new Member(discord, 'server', MANAGE_GUILD);
  const seen: Record<string, unknown> = {};
  const keep = async (what: string, message: Promise<SentMessage>): Promise<SentMessage> => {
    seen[what] = await message;
    return message;
  };
  const quote = await keep('a quote', member.type('quote', { topic: 'opposition' }));
  const next = await keep('its next page', member.press(quote, 'More'));
  await keep('the page before', member.press(next, 'Back'));
  await keep('a page for somebody else', other.press(quote, 'More'));
  await keep('for one’s own eyes', member.type('quote', { topic: 'NGOs', private: true }));
  await keep('nothing found', member.type('quote', { topic: 'climate change' }));
  await keep('something wrong', member.force('quote'));
  await keep('a command that is gone', member.force('gone'));
  await keep('an answer', inPrivate.type('ask', { question: 'Who financed opposition rallies?' }));
  const nothing = await keep(
    'no answer',
    member.type('ask', { question: 'Who won the lottery in Putin’s town?' }),
  );
  const offered = nothing.components?.[0]?.components?.at(-1)?.label;
  if (offered !== undefined) await keep('what it offers', member.press(nothing, offered));
  await keep(
    'a verdict',
    member.type('verify', { quote: 'They gathered opposition forces and funded them' }),
  );
  const source = await keep('a source', inPrivate.type('source', { id: '000#6' }));
  await keep('a citation', inPrivate.select(source, 'Cite as…', 'APA'));
  await keep('how to check it', other.press(source, 'Check by hand'));
  await keep('its context', other.press(source, 'In context'));
  await keep('a source from a menu', other.select(quote, 'In context, or source…', menuLabel(quote)));
  const compare = await keep('a comparison with its picture', member.type('compare'));
  await keep('the next with its own', member.press(compare, 'More'));
  await keep('a file', member.type('quote', { topic: 'Putin '.repeat(200).trim() }));
  const verified = await keep('on a message', member.choose('Verify quotes', { content: LONG }));
  expect(verified.ephemeral).toBe(true);
  await keep('not for this member', member.force('corpus status'));
  await keep('a broken reload', moderator.type('corpus reload'));
  seen.choices = await member.choices('quote', 'topic', 'opp');
  seen['choices after others'] = await member.choices('quote', 'topic', 'Showt', { outlet: '000' });
  return seen;
}

it('what comes over HTTP is answered to the letter as what comes over the gateway', async () => {
  const over = async (way: Way) => {
    const discord = await startDiscord();
    const faults = [{ file: 'a.txt', line: 1, problem: 'it is empty', remedy: 'fill it' }];
    await startOn(discord, { way, load: async () => ({ faults }) });
    return conversation(discord);
  };
  const [gateway, http] = [await over('gateway'), await over('HTTP')];
  expect(Object.keys(gateway).length).toBeGreaterThan(20);
  expect(withoutIds(http)).toEqual(withoutIds(gateway));
});

it.each(WAYS)('pages turn over %s whichever way the answer was given', async (way) => {
  const discord = await startDiscord();
  const folder = folderOf(
    Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.txt`, `Rain on day ${n}.`])),
  );
  const given = await startOn(discord, { folder, way: way === 'HTTP' ? 'gateway' : 'HTTP' });
  const first = await new Member(discord).type('quote', { topic: 'rain' });
  await given.bot.stop();
  discord.endpoint.forget();
  await startOn(discord, { folder, way });
  const second = await new Member(discord).press(first, 'More');
  expect(second.id).toBe(first.id);
  expect(second.embeds?.map(({ description }) => description)).toContainEqual(
    expect.stringContaining('Rain on day 3'),
  );
});
