import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { PLAIN } from '../../../src/reply/plain-text.js';
import { Session } from '../../../src/surfaces/terminal/session.js';
import type { SentMessage } from '../../discord-server/interaction-desk.js';
import { MANAGE_GUILD, Member, Upload } from '../../discord-server/member.js';
import { startDiscord, startOn } from '../../support/bot.js';
import { folderOf } from '../../support/folder.js';
import { readDiscord } from '../../support/read-discord.js';
import { answerOf } from '../../support/session.js';
import { TWELVE_FILES } from '../../support/twelve-files.js';

const said = ({ content = '', embeds = [] }: SentMessage) =>
  readDiscord([content, ...embeds.map(({ description = '' }) => description)].join('\n')).text;

async function moderated() {
  const discord = await startDiscord();
  const folder = folderOf({ 'kept.txt': 'This one was there before.\n' });
  const { live, log } = await startOn(discord, { folder });
  const session = new Session({ commands, live, log, style: PLAIN });
  return { folder, live, session, moderator: new Member(discord, 'server', MANAGE_GUILD) };
}

describe('twelve files of a moderator’s real life', () => {
  it('are twelve', () => {
    expect(TWELVE_FILES).toHaveLength(12);
  });

  it.each(TWELVE_FILES)('$what is added through Discord, quoted, verified and cited', async (file) => {
    const { folder, live, session, moderator } = await moderated();
    const { name, bytes, id, topic, passage, quotation, not } = file;
    const given = { outlet: 'The Example Post', title: `On ${topic}`, date: '2026-03-02' };
    const added = await moderator.type('corpus add', { file: new Upload(name, bytes), ...given });
    expect(said(added)).toContain(`Added ${id}${path.extname(name)} as ${id}: `);
    // The file itself is kept as it came.
    expect(readFileSync(path.join(folder, id + path.extname(name)))).toEqual(Buffer.from(bytes));

    const quoted = await moderator.type('quote', { topic });
    const [embed] = quoted.embeds ?? [];
    expect(readDiscord(embed?.description ?? '').text).toContain(passage);
    expect(JSON.stringify(quoted)).toContain('The Example Post');

    const { excerpts = [] } = await answerOf(
      session,
      JSON.stringify({ command: 'quote', options: { topic } }),
    );
    const [first] = excerpts;
    expect(first?.text).toContain(passage);
    expect(first).toMatchObject({ document: id, outlet: 'The Example Post', published: '2026-03-02' });

    const verify = { command: 'verify', options: { quote: quotation } };
    const { verdicts = [] } = await answerOf(session, JSON.stringify(verify));
    expect(verdicts[0]?.verdict).toMatch(/^(?:exact|typographic)$/);
    expect(verdicts[0]?.excerpts[0]?.document).toBe(id);

    const source = await answerOf(session, `/source id:${first?.passage}`);
    expect(source.citations?.plain).toContain('The Example Post');
    expect(source.citations?.plain).toContain(given.title);
    const document = await live.serving.library.catalogue.document(id);
    if (not !== undefined) expect(document?.text).not.toContain(not);
  });
});
