import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { SentMessage } from '../../discord-server/interaction-desk.js';
import { MANAGE_GUILD, Member, Upload } from '../../discord-server/member.js';
import { type BotOptions, startDiscord, startOn, WAYS } from '../../support/bot.js';
import { folderOf } from '../../support/folder.js';
import { readDiscord } from '../../support/read-discord.js';

const RAIN = { '1.txt': 'Rain fell on the harbour.\n' };
const ARTICLE = 'The bridge was closed.\n\n“It is not safe,” the mayor said.\n';
const BY = 'member (300000000000000001)';

const said = ({ content = '' }: SentMessage) => readDiscord(content).text;
const detail = ({ embeds = [] }: SentMessage) => readDiscord(embeds[0]?.description ?? '').text;
const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');
const documentsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.txt'));
const sourcesIn = (folder: string) => JSON.parse(read(folder, 'sources.json')) as Record<string, object>;
const labels = ({ components = [] }: SentMessage) =>
  components.flatMap(({ components: inner = [] }) => inner.map(({ label }) => label));

/** A bot over a folder, and a moderator. */
async function moderated(files: Record<string, string> = RAIN, options: BotOptions = {}) {
  const discord = await startDiscord();
  const folder = folderOf(files);
  const bot = await startOn(discord, { folder, ...options });
  return { discord, folder, ...bot, moderator: new Member(discord, 'server', MANAGE_GUILD) };
}

describe.each(WAYS)('a document that is attached, over %s', (way) => {
  it('is kept byte for byte, stated, and quoted at once, and only its moderator sees that', async () => {
    const { folder, moderator, logged } = await moderated(RAIN, { way });
    const file = new Upload('bridge closed.txt', Buffer.from(ARTICLE));
    const given = {
      outlet: 'The Post',
      title: 'Bridge',
      date: '2026-03-02',
      address: 'https://post.example/1',
    };
    const added = await moderator.type('corpus add', { file, ...given });
    expect(said(added)).toBe('Added bridge-closed.txt as bridge-closed: 2 passages.');
    expect(added.ephemeral).toBe(true);
    expect(read(folder, 'bridge-closed.txt')).toBe(ARTICLE);
    expect(sourcesIn(folder)).toEqual({
      'bridge-closed.txt': {
        outlet: 'The Post',
        title: 'Bridge',
        published: '2026-03-02',
        url: 'https://post.example/1',
      },
    });
    const quoted = await moderator.type('quote', { topic: 'mayor' });
    expect(detail(quoted)).toContain('“It is not safe,” the mayor said.');
    expect(JSON.stringify(quoted)).toContain('The Post');
    expect(logged).toContainEqual(
      expect.objectContaining({ by: BY, command: 'corpus', subcommand: 'add', outcome: 'answered' }),
    );
  });

  it('is pasted in a form instead, which asks for what was not given', async () => {
    const { folder, moderator } = await moderated(RAIN, { way });
    const form = await moderator.openForm('corpus add', { outlet: 'The Post', language: 'en' });
    expect(form.components?.map(({ label }) => label)).toEqual([
      'Text',
      'Title',
      'Author',
      'Date (YYYY-MM-DD)',
      'Web address',
    ]);
    const added = await moderator.submit(form, {
      Text: ARTICLE,
      Title: 'Bridge closed',
      Author: 'A. Writer',
    });
    expect(said(added)).toBe('Added Bridge-closed.txt as Bridge-closed: 2 passages.');
    expect(added.ephemeral).toBe(true);
    expect(read(folder, 'Bridge-closed.txt')).toBe(ARTICLE);
    expect(sourcesIn(folder)).toEqual({
      'Bridge-closed.txt': {
        outlet: 'The Post',
        title: 'Bridge closed',
        author: 'A. Writer',
        language: 'en',
      },
    });
  });
});

describe.each(WAYS)('a file whose encoding cannot be told, over %s', (way) => {
  const GERMAN = 'Der Bürgermeister sagte: „Die Brücke ist gesperrt.“\n';
  // MS-DOS has no such quotation marks.
  const bytes = iconv.encode(GERMAN.replace(/[„“]/g, '"'), 'cp850');
  const file = new Upload('bridge.txt', bytes);

  it('is read as its moderator states, which is shown and written to sources.json', async () => {
    const { folder, moderator } = await moderated(RAIN, { way });
    const refused = await moderator.type('corpus add', { file, outlet: 'Die Post' });
    expect(detail(refused)).toContain(
      'no other encoding can be told from them; state its "encoding" in sources.json or by that option of /corpus',
    );
    expect(readdirSync(folder)).toEqual(['1.txt']);
    const [western] = await moderator.complete('corpus add', 'encoding', 'dos');
    expect(western).toBe('cp850');
    const added = await moderator.type('corpus add', { file, outlet: 'Die Post', encoding: 'cp850' });
    expect(said(added)).toBe('Added bridge.txt as bridge: 1 passage.');
    expect(detail(added)).toContain('Outlet: Die Post\nEncoding: cp850');
    expect(sourcesIn(folder)).toEqual({ 'bridge.txt': { outlet: 'Die Post', encoding: 'cp850' } });
    expect(readFileSync(path.join(folder, 'bridge.txt'))).toEqual(bytes);
    const quoted = await moderator.type('quote', { topic: 'Bürgermeister' });
    expect(detail(quoted)).toContain('Der Bürgermeister sagte: "Die Brücke ist gesperrt."');
    expect(detail(await moderator.type('corpus remove', { document: 'bridge' }))).toContain(
      'Encoding: cp850',
    );
  });

  it('is stated anew by /corpus edit where it reads wrong, and a wrong name is refused', async () => {
    const { folder, moderator } = await moderated(RAIN, { way });
    const wrong = await moderator.type('corpus add', { file, encoding: 'ebcdic' });
    expect(said(wrong)).toBe(
      '`encoding` is not an encoding that can be read; write one such as "windows-1252" or "gb18030".',
    );
    expect(readdirSync(folder)).toEqual(['1.txt']);
    await moderator.type('corpus add', { file, encoding: 'cp437' });
    const edited = await moderator.type('corpus edit', { document: 'bridge', encoding: 'cp850' });
    expect(detail(edited)).toContain('Encoding: cp850 (was cp437)');
    expect(sourcesIn(folder)).toEqual({ 'bridge.txt': { encoding: 'cp850' } });
    const unread = await moderator.type('corpus edit', { document: 'bridge', encoding: '-' });
    expect(said(unread)).toContain('Nothing changed: the documents would have 1 fault');
    expect(sourcesIn(folder)).toEqual({ 'bridge.txt': { encoding: 'cp850' } });
    expect(detail(await moderator.type('quote', { topic: 'Brücke' }))).toContain('Die Brücke ist gesperrt.');
  });
});

describe('a document that is attached', () => {
  it('takes the place of another only where that is wished, and then that is kept', async () => {
    const { folder, moderator } = await moderated({
      ...RAIN,
      'sources.json': '{"1.txt": {"title": "Rain", "outlet": "The Post"}}',
    });
    const file = new Upload('1.txt', Buffer.from('Snow fell.\n'));
    const refused = await moderator.type('corpus add', { file });
    expect(said(refused)).toContain('Nothing was added, since 1.txt has the id 1 already.');
    expect(read(folder, '1.txt')).toBe(RAIN['1.txt']);
    const replaced = await moderator.type('corpus add', { file, replace: true, title: 'Snow' });
    expect(said(replaced)).toBe('Replaced 1 with 1.txt: 1 passage.');
    expect(detail(replaced)).toContain('Title: Snow (was Rain)');
    expect(read(folder, '1.txt')).toBe('Snow fell.\n');
    expect(sourcesIn(folder)).toEqual({ '1.txt': { title: 'Snow', outlet: 'The Post' } });
    const [kept = '', stated = ''] = readdirSync(path.join(folder, '.removed')).sort();
    expect(kept).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z_1\.txt$/);
    expect(read(folder, `.removed/${kept}`)).toBe(RAIN['1.txt']);
    expect(JSON.parse(read(folder, `.removed/${stated}`))).toMatchObject({
      file: '1.txt',
      source: { title: 'Rain', outlet: 'The Post' },
      removedBy: BY,
    });
  });

  it('takes the text along that was taken out of it, so that both come back as they were', async () => {
    const { folder, moderator, live } = await moderated();
    const page = (words: string) =>
      new Upload('bridge.html', Buffer.from(`<html><body><p>${words}</p></body></html>`));
    await moderator.type('corpus add', { file: page('The bridge was closed.') });
    expect(read(folder, '.extracted/bridge.html.txt')).toContain('The bridge was closed.');
    const kept = read(folder, '.extracted/bridge.html.json');
    await moderator.type('corpus add', { file: page('The bridge was opened.'), replace: true });
    expect(read(folder, '.extracted/bridge.html.txt')).toContain('The bridge was opened.');
    const aside = () => readdirSync(path.join(folder, '.removed')).sort();
    const [document = '', record = '', text = ''] = aside();
    expect(aside().map((name) => name.replace(/^.+Z_/, ''))).toEqual([
      'bridge.html',
      'bridge.html.extracted.json',
      'bridge.html.extracted.txt',
      'bridge.html.source.json',
    ]);
    expect(read(folder, `.removed/${text}`)).toContain('The bridge was closed.');
    const remove = await moderator.type('corpus remove', { document: 'bridge' });
    expect(said(await moderator.press(remove, 'Remove'))).toBe('Removed bridge.');
    expect(readdirSync(path.join(folder, '.extracted'))).toEqual([]);
    expect(aside()).toHaveLength(8);
    // As docs/documents.md says.
    renameSync(path.join(folder, '.removed', document), path.join(folder, 'bridge.html'));
    renameSync(path.join(folder, '.removed', text), path.join(folder, '.extracted/bridge.html.txt'));
    renameSync(path.join(folder, '.removed', record), path.join(folder, '.extracted/bridge.html.json'));
    await moderator.type('corpus reload');
    expect((await live.serving.library.catalogue.document('bridge'))?.text).toContain(
      'The bridge was closed.',
    );
    expect(read(folder, '.extracted/bridge.html.json')).toBe(kept);
    expect(live.serving.library.warnings).toEqual([]);
  });

  it('leaves no text behind that was taken out of it where it is not added', async () => {
    const { folder, moderator } = await moderated({ ...RAIN, '2.html': '<p>It was closed.</p>' });
    const before = read(folder, '.extracted/2.html.json');
    // A fault elsewhere, that only the reload finds.
    writeFileSync(path.join(folder, '3.txt'), '');
    const add = { file: new Upload('4.html', Buffer.from('<p>It was opened.</p>')) };
    const replace = { file: new Upload('2.html', Buffer.from('<p>It was opened.</p>')), replace: true };
    for (const given of [add, replace])
      expect(said(await moderator.type('corpus add', given))).toContain('Nothing changed');
    expect(readdirSync(path.join(folder, '.extracted')).sort()).toEqual(['2.html.json', '2.html.txt']);
    expect(read(folder, '.extracted/2.html.txt')).toContain('It was closed.');
    expect(read(folder, '.extracted/2.html.json')).toBe(before);
  });

  it('is read by itself, and not as the one was stated to be whose place it takes', async () => {
    const { folder, moderator } = await moderated({
      ...RAIN,
      'sources.json': '{"1.txt": {"title": "Rain", "encoding": "cp850"}}',
    });
    const file = new Upload('1.txt', Buffer.from('Schnee fällt über Köln.\n'));
    const replaced = await moderator.type('corpus add', { file, replace: true });
    expect(detail(replaced)).toContain('Encoding: not stated (was cp850)');
    expect(sourcesIn(folder)).toEqual({ '1.txt': { title: 'Rain' } });
    expect(detail(await moderator.type('quote', { topic: 'Schnee' }))).toContain('Schnee fällt über Köln.');
  });

  it.each<[string, Upload, string]>([
    ['empty', new Upload('a.txt', Buffer.from('')), 'the documents would have 1 fault'],
    ['of no form that is read', new Upload('a.rtf', Buffer.from('{')), 'Files that end in .rtf are not read'],
    ['named like nothing', new Upload('README', Buffer.from('A')), 'The file’s name does not say what it is'],
    [
      'said to be too large',
      new Upload('a.txt', Buffer.from('A'), { size: 6_000_000 }),
      'The file has more than 5 MiB',
    ],
    [
      'too large',
      new Upload('a.txt', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), { size: 1 }),
      'more than 5 MiB',
    ],
    [
      'of another host',
      new Upload('a.txt', Buffer.from('A'), { url: 'http://127.0.0.1:1/a.txt' }),
      'The file does not come from Discord',
    ],
  ])('is refused with what to do where it is %s, and nothing changes', async (_, file, why) => {
    const { folder, moderator, live } = await moderated();
    const { revision } = live.serving.library;
    const refused = await moderator.type('corpus add', { file });
    expect(said(refused)).toContain(why);
    expect(refused.ephemeral).toBe(true);
    expect(readdirSync(folder)).toEqual(['1.txt']);
    expect(live.serving.library.revision).toBe(revision);
    expect((await moderator.type('quote', { topic: 'rain' })).embeds).toHaveLength(1);
  });

  it('is refused where Discord sends the bot elsewhere, answers with an error, or breaks off', async () => {
    const { discord, folder, moderator } = await moderated();
    const add = async () =>
      said(await moderator.type('corpus add', { file: new Upload('a.txt', Buffer.from('A')) }));
    discord.cdn.serve = (_, response) =>
      response.writeHead(302, { location: `${discord.cdn.origin}/elsewhere` }).end();
    expect(await add()).toContain('Discord sent the bot elsewhere for the file');
    discord.cdn.serve = (_, response) => response.writeHead(404).end();
    expect(await add()).toContain('Discord did not hand over the file (status 404)');
    discord.cdn.serve = (_, response) => {
      response.writeHead(200).write('half of');
      setImmediate(() => response.destroy());
    };
    expect(await add()).toContain('Discord could not be reached for the file');
    expect(discord.cdn.asked).not.toContain('/elsewhere');
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });

  it('is read no further than it may be long, whatever its size was said to be', async () => {
    const { discord, folder, moderator } = await moderated();
    discord.cdn.serve = (_, response) => {
      // It goes on for longer than it may be, and never ends.
      response.writeHead(200);
      for (let mebibyte = 0; mebibyte < 8; mebibyte++) response.write(Buffer.alloc(1024 * 1024, 'a'));
    };
    const refused = await moderator.type('corpus add', { file: new Upload('a.txt', Buffer.from('A')) });
    expect(said(refused)).toContain('The file has more than 5 MiB');
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });

  it('is not waited for longer than it may take', async () => {
    const { discord, folder, moderator } = await moderated(RAIN, { attachWithin: 1 });
    discord.cdn.serve = (_, response) => void response.writeHead(200).write('and then nothing');
    const refused = await moderator.type('corpus add', { file: new Upload('a.txt', Buffer.from('A')) });
    expect(said(refused)).toContain('Discord did not hand over the file in time');
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });

  it('is not even fetched for who is no moderator', async () => {
    const { discord, folder } = await moderated();
    const file = new Upload('a.txt', Buffer.from('A'));
    for (const member of [new Member(discord), new Member(discord, 'other server', MANAGE_GUILD)]) {
      const message = await member.force('corpus add', { file });
      expect(said(message)).toContain('Only members with the Manage Server permission');
      expect(message.ephemeral).toBe(true);
    }
    expect(discord.cdn.asked).toEqual([]);
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });

  it('is stated by what can be stated, or refused option by option', async () => {
    const { folder, moderator } = await moderated();
    const file = new Upload('a.txt', Buffer.from('A'));
    const refused = await moderator.type('corpus add', { file, date: 'yesterday', address: 'post.example' });
    expect(said(refused)).toMatch(/^`date` .+\n`address` is not a web address; write one that starts with/);
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });
});

describe('a text that is pasted', () => {
  it('is handed back where it is not added', async () => {
    const { moderator } = await moderated();
    const form = await moderator.openForm('corpus add', { id: '1' });
    const refused = await moderator.submit(form, { Text: ARTICLE });
    expect(said(refused)).toContain('1.txt has the id 1 already');
    expect(refused.files).toMatchObject([{ name: 'not-added.txt', text: ARTICLE }]);
  });

  it('has no encoding, which is that of a file', async () => {
    const { folder, moderator } = await moderated();
    const why = 'An encoding is that of a file. Attach the file, or leave `encoding` out.';
    expect(said(await moderator.type('corpus add', { encoding: 'cp850', title: 'Bridge' }))).toBe(why);
    const refused = await moderator.type('corpus add', { text: ARTICLE, encoding: 'cp850', title: 'Bridge' });
    expect(said(refused)).toBe(why);
    expect(refused.files).toMatchObject([{ name: 'not-added.txt', text: ARTICLE }]);
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });

  it('is not asked for with more options than the form can carry, nor taken from a form that somebody made up', async () => {
    const { folder, moderator } = await moderated();
    const address = `https://post.example/${'long'.repeat(200)}`;
    expect(said(await moderator.type('corpus add', { address }))).toContain('too long to be kept');
    const forged = { custom_id: 'form:1|["corpus",{"subcommand":"reload"}]', components: [] };
    const outcome = await moderator.send(5, forged);
    expect('message' in outcome && said(outcome.message)).toContain('another version of the bot');
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });

  it('is asked for in words where a form that somebody made up lacks it, since Discord takes no form in answer to one', async () => {
    const { folder, moderator } = await moderated();
    const forged = { custom_id: 'form:0|["corpus",{"subcommand":"add"}]', components: [] };
    const outcome = await moderator.send(5, forged);
    expect('message' in outcome && said(outcome.message)).toMatch(/file|text/);
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });

  it('is not taken from who is no moderator by then', async () => {
    const { discord, folder, moderator } = await moderated();
    const form = await moderator.openForm('corpus add');
    const message = await new Member(discord).submit(form, { Text: ARTICLE, Title: 'Bridge' });
    expect(said(message)).toContain('Only members with the Manage Server permission');
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });
});

describe('/corpus edit', () => {
  it('states what is given, and a hyphen leaves it unstated; all else in the file stays', async () => {
    const sources =
      '{\n  "0.txt": {},\n  "1.txt": {\n    "title": "Rain",\n    "outlet": "The Post"\n  }\n}\n';
    const { folder, moderator } = await moderated({ ...RAIN, '0.txt': 'Sun.\n', 'sources.json': sources });
    const edited = await moderator.type('corpus edit', { document: '1', title: '-', date: '2026-03-02' });
    expect(said(edited)).toBe('Changed what is stated of 1.');
    expect(detail(edited)).toContain('Title: not stated (was Rain)\nPublished: 2026-03-02');
    expect(read(folder, 'sources.json')).toBe(
      '{\n  "0.txt": {},\n  "1.txt": {\n    "outlet": "The Post",\n    "published": "2026-03-02"\n  }\n}\n',
    );
    const same = await moderator.type('corpus edit', { document: '1', date: '2026-03-02' });
    expect(said(same)).toBe('Nothing changed: what is stated of 1 is like that already.');
    expect(said(await moderator.type('corpus edit', { document: '1' }))).toContain('Nothing to change');
    expect(said(await moderator.type('corpus edit', { document: '7', title: 'A' }))).toContain(
      'There is no document 7; a document is written as 0.',
    );
  });

  it('suggests documents, what is stated of one now, and what others state', async () => {
    const sources = { '1.txt': { title: 'Rain', outlet: 'The Post' }, '2.txt': { outlet: 'The Herald' } };
    const { moderator } = await moderated({
      ...RAIN,
      '2.txt': 'Sun.\n',
      'sources.json': JSON.stringify(sources),
    });
    const choices = (option: string, typed: string, given = {}) =>
      moderator.complete('corpus edit', option, typed, given);
    expect(await choices('document', '')).toEqual(['1', '2']);
    expect(await choices('document', 'rain')).toEqual(['1']);
    expect(await choices('title', '', { document: '1' })).toEqual(['Rain']);
    expect(await choices('outlet', '', { document: '2' })).toEqual(['The Herald', 'The Post']);
    expect(await choices('language', 'Germ')).toEqual(['de']);
    expect(await choices('date', '')).toEqual([new Date().toISOString().slice(0, 10)]);
    expect(await choices('author', '')).toEqual([]);
  });
});

describe('/corpus remove', () => {
  const TWO = { ...RAIN, '2.txt': 'Sun.\n', 'sources.json': '{"2.txt": {"title": "Sun"}}' };

  it('shows the document and asks, and a button removes it', async () => {
    const { discord, folder, moderator, live, logged } = await moderated(TWO);
    const asked = await moderator.type('corpus remove', { document: '2' });
    expect(said(asked)).toContain('Remove 2?');
    expect(detail(asked)).toContain('Title: Sun');
    expect(asked.ephemeral).toBe(true);
    expect(labels(asked)).toEqual(['Remove']);
    expect(documentsIn(folder)).toEqual(['1.txt', '2.txt']);
    // Who is no moderator by then removes nothing, whoever was shown the button.
    const other = await new Member(discord).press(asked, 'Remove');
    expect(said(other)).toContain('Only members with the Manage Server permission');
    expect(documentsIn(folder)).toEqual(['1.txt', '2.txt']);
    const removed = await moderator.press(asked, 'Remove');
    expect(removed.id).toBe(asked.id);
    expect(said(removed)).toBe('Removed 2.');
    expect(labels(removed)).toEqual([]);
    expect(documentsIn(folder)).toEqual(['1.txt']);
    expect(sourcesIn(folder)).toEqual({});
    expect(live.serving.library.engine.size.documents).toBe(1);
    expect(readdirSync(path.join(folder, '.removed'))).toHaveLength(2);
    expect(logged).toContainEqual(
      expect.objectContaining({ by: BY, subcommand: 'remove', document: '2', outcome: 'answered' }),
    );
    expect(said(await moderator.press(asked, 'Remove'))).toContain('There is no document 2');
    expect(said(await moderator.type('corpus remove', { document: '1' }))).toContain('the only document');
  });

  it('asks again where the document is another by then', async () => {
    const { folder, moderator } = await moderated(TWO);
    const asked = await moderator.type('corpus remove', { document: '2' });
    writeFileSync(path.join(folder, '2.txt'), 'Snow.\n');
    await moderator.type('corpus reload');
    const again = await moderator.press(asked, 'Remove');
    expect(said(again)).toBe('2 has changed since you were asked. Look at it once more.');
    expect(documentsIn(folder)).toEqual(['1.txt', '2.txt']);
    expect(said(await moderator.press(again, 'Remove'))).toBe('Removed 2.');
  });

  it.each([
    ['a reload', 'confirm:corpus|reload|0123456789abcdef|full|true'],
    ['an edit', 'confirm:corpus|edit|0123456789abcdef|document|2'],
    ['another command', 'confirm:quote|x|0123456789abcdef|topic|rain'],
    ['no fingerprint', 'confirm:corpus|remove|x|document|2'],
    ['more than fits', `confirm:corpus|remove|0123456789abcdef|document|${'2'.repeat(60)}`],
    ['nothing', 'confirm:'],
    ['a page of an edit', '0.0.1|["corpus","12345678",{"subcommand":"edit","document":"2","title":"No"}]'],
    [
      'a page of a removal',
      '0.0.1|["corpus","12345678",{"subcommand":"remove","document":"2","confirm":true}]',
    ],
  ])('does nothing for a button that somebody made up, of %s', async (_, custom_id) => {
    const { folder, moderator, live } = await moderated(TWO);
    const asked = await moderator.type('corpus remove', { document: '2' });
    const before = live.serving;
    const message = {
      ...asked,
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id }] }],
    };
    const answer = await moderator.press(message, 'A');
    expect(said(answer)).toContain('This button comes from another version of the bot');
    expect(answer.ephemeral).toBe(true);
    expect(documentsIn(folder)).toEqual(['1.txt', '2.txt']);
    expect(sourcesIn(folder)).toEqual({ '2.txt': { title: 'Sun' } });
    expect(live.serving).toBe(before);
  });
});

describe('/corpus list', () => {
  it('lists all documents in pages, for moderators alone', async () => {
    const number = (index: number) => String(index).padStart(2, '0');
    const files = Object.fromEntries(
      Array.from({ length: 45 }, (_, n) => [`${number(n)}.txt`, `Text ${n}.`]),
    );
    const sources = { '00.txt': { outlet: 'The Post', title: 'Rain', published: '2026-03-02' } };
    const { moderator } = await moderated({ ...files, 'sources.json': JSON.stringify(sources) });
    const first = await moderator.type('corpus list');
    expect(said(first)).toBe('45 documents, in order of their files’ names');
    expect(detail(first)).toMatch(/^00 · The Post · Rain · 2026-03-02 · 1 passage\n01 · 1 passage\n/);
    expect(detail(first).split('\n')).toHaveLength(20);
    const last = await moderator.press(await moderator.press(first, 'More'), 'More');
    expect(detail(last).split('\n').at(-1)).toBe('44 · 1 passage');
    expect(last.ephemeral).toBe(true);
    const page = await moderator.type('corpus list', { page: 3 });
    expect(said(page)).toBe('45 documents, page 3 of 3');
    expect(said(await moderator.type('corpus list', { page: 4 }))).toBe('The list has 3 pages.');
  });
});

describe('two moderators at once', () => {
  it('change one after another, and nothing of either is lost', async () => {
    const { discord, folder, moderator, live } = await moderated();
    const other = new Member(discord, 'server', MANAGE_GUILD, '300000000000000002');
    const add = (member: Member, id: number) =>
      member.type('corpus add', {
        file: new Upload(`${id}.txt`, Buffer.from(`Text ${id}.`)),
        title: `Title ${id}`,
      });
    const replies = await Promise.all([2, 3, 4, 5].map((id) => add(id % 2 === 0 ? moderator : other, id)));
    expect(replies.map(said)).toEqual([2, 3, 4, 5].map((id) => `Added ${id}.txt as ${id}: 1 passage.`));
    expect(live.serving.library.engine.size.documents).toBe(5);
    expect(Object.keys(sourcesIn(folder)).sort()).toEqual(['2.txt', '3.txt', '4.txt', '5.txt']);
  });
});
