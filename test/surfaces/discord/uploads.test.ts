import { expect, it } from 'vitest';
import { Refusal } from '../../discord-server/errors.js';
import { MANAGE_GUILD, Member } from '../../discord-server/member.js';
import type { SeenRequest } from '../../discord-server/server.js';
import { startDiscord, startOn, WAYS } from '../../support/bot.js';
import { folderOf, writeFiles } from '../../support/folder.js';
import { watching } from '../../support/observer.js';

interface WithFiles {
  readonly data?: WithFiles;
  readonly attachments?: readonly unknown[];
}

const hasFiles = ({ body }: SeenRequest) => {
  const { data, attachments = data?.attachments ?? [] } = (body ?? {}) as WithFiles;
  return attachments.length > 0;
};

const inForm = (errors: object) => new Refusal(400, 50035, 'Invalid Form Body', errors);
const FAULT = { _errors: [{ code: 'BINARY_TYPE_MAX_SIZE', message: 'too large' }] };

const REFUSALS: readonly [string, Refusal][] = [
  ['too large', new Refusal(413, 40005, 'Request entity too large')],
  ['too large for a proxy', new Refusal(413, 0, 'Payload Too Large')],
  ['not allowed to be attached', new Refusal(403, 50013, 'Missing Permissions')],
  ['of a kind that is not taken', inForm({ data: { attachments: { 0: FAULT } } })],
  ['refused by name', inForm({ 'files[0]': FAULT })],
];

it.each(WAYS.flatMap((way) => REFUSALS.map(([what, refusal]) => [what, way, refusal] as const)))(
  'files that are %s cost the answer nothing over %s, which says that they are missing',
  async (_, way, refusal) => {
    const discord = await startDiscord();
    const { observer, told } = watching();
    const { logged } = await startOn(discord, { way, observer, folder: folderOf({ '1.txt': 'Rain.' }) });
    discord.intercept = (request) => {
      if (hasFiles(request)) throw refusal;
    };
    const message = await new Member(discord).type('source', { id: '1' });
    expect(message.content).toContain('Document 1: 1 paragraph');
    expect(message.content).toContain('Discord did not take the file that belongs to this answer');
    expect(message.embeds?.[0]?.description).toContain('> Rain.');
    expect(message.files).toEqual([]);
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 40, msg: expect.stringContaining('files') }),
    );
    await expect
      .poll(() => told)
      .toContainEqual(['answered', expect.objectContaining({ outcome: 'answered' })]);
  },
);

it('files of an answer that Discord was told takes longer cost it nothing either', async () => {
  const discord = await startDiscord();
  const folder = folderOf({ '1.txt': 'Rain.' });
  await startOn(discord, { folder });
  writeFiles(
    folder,
    Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}-${'long'.repeat(50)}.txt`, ''])),
  );
  discord.intercept = (request) => {
    if (hasFiles(request)) throw new Refusal(413, 40005, 'Request entity too large');
  };
  const message = await new Member(discord, 'server', MANAGE_GUILD).type('corpus reload');
  expect(message.content).toContain('the seeds have 100 faults');
  expect(message.content).toContain('Discord did not take the file that belongs to this answer');
  expect(message.files).toEqual([]);
});

it('what is refused for another reason is not sent again without its files', async () => {
  const discord = await startDiscord();
  const { logged } = await startOn(discord, { folder: folderOf({ '1.txt': 'Rain.' }) });
  discord.intercept = (request) => {
    if (hasFiles(request)) throw inForm({ data: { embeds: { 0: FAULT } } });
  };
  const message = await new Member(discord).type('source', { id: '1' });
  expect(message.content).toContain('Something went wrong');
  await expect.poll(() => logged).toContainEqual(expect.objectContaining({ msg: 'Not delivered' }));
  expect(logged).not.toContainEqual(expect.objectContaining({ msg: 'Answered' }));
});
