import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { LISTED_PER_PAGE } from '../../src/command/corpus-list.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { keptLog } from '../support/bot.js';
import { folderOf, libraryIn, writeFiles } from '../support/folder.js';
import { type JsonAnswer, sessionOver } from '../support/session.js';

describe('/corpus in the terminal and as JSON', () => {
  it('adds a file by its path, and says what became of it', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const texts = folderOf({ 'bridge closed.txt': 'The bridge is closed.\n' });
    const session = await sessionOver(folder);
    const file = path.join(texts, 'bridge closed.txt');
    const line = `/corpus add file:${file} outlet:The Post date:2026-03-02`;
    const answer = JSON.parse(await session.json(line)) as JsonAnswer;
    expect(answer).toMatchObject({
      command: 'corpus add',
      options: { file, outlet: 'The Post', date: '2026-03-02' },
      outcome: 'answered',
      message: 'Added bridge-closed.txt as bridge-closed: 1 passage.',
      facts: { file: 'bridge-closed.txt', documents: 2, revision: answer.revision },
    });
    expect(await session.print('/quote topic:bridge')).toContain('The bridge is closed.');
  });

  it.each([
    ['is not there', 'gone.txt', 'The file cannot be read (ENOENT)'],
    ['is a folder', '.', 'That is not a regular file'],
    ['is too large', 'large.txt', 'The file has more than 5 MiB'],
  ])('refuses a file that %s', async (_, name, why) => {
    const texts = folderOf({ 'large.txt': Buffer.alloc(5 * 1024 * 1024 + 1, 'a') });
    const session = await sessionOver(folderOf({ '1.txt': 'One.' }));
    const request = { command: 'corpus add', options: { file: path.join(texts, name) } };
    const answer = JSON.parse(await session.json(JSON.stringify(request))) as JsonAnswer;
    expect(answer).toMatchObject({ outcome: 'invalid', message: expect.stringContaining(why) });
  });

  it('removes only what is confirmed, and keeps it', async () => {
    const folder = folderOf({ '1.txt': 'One.', '2.txt': 'Two.' });
    const session = await sessionOver(folder);
    const asked = JSON.parse(await session.json('/corpus remove document:2')) as JsonAnswer;
    expect(asked).toMatchObject({ outcome: 'answered', offer: 'confirm', facts: { file: '2.txt' } });
    expect(await session.print('/corpus remove document:2')).toContain('Remove: add confirm:true');
    const removed = JSON.parse(await session.json('/corpus remove document:2 confirm:true')) as JsonAnswer;
    expect(removed).toMatchObject({ outcome: 'answered', message: 'Removed 2.', facts: { documents: 1 } });
    expect(readFileSync(path.join(folder, removed.facts?.keptAs ?? ''), 'utf8')).toBe('Two.');
  });

  it('lists all documents as data', async () => {
    const folder = folderOf({ '1.txt': 'One.', 'sources.json': '{"1.txt": {"outlet": "The Post"}}' });
    expect(JSON.parse(await (await sessionOver(folder)).json('/corpus list'))).toMatchObject({
      documents: [{ id: '1', file: '1.txt', outlet: 'The Post', title: null, published: null, passages: 1 }],
      lines: ['1 · The Post · 1 passage'],
    });
  });

  it('says of what a document states itself that it is to be changed there', async () => {
    const folder = folderOf({ '1.txt': '---\noutlet: The Post\n---\nOne.', '2.txt': 'Two.' });
    const session = await sessionOver(folder);
    const edit = async (document: string, given = 'outlet:-') =>
      session.json(`/corpus edit document:${document} ${given}`);
    for (const given of ['outlet:-', 'outlet:The Sun', 'outlet:- title:New']) {
      expect(JSON.parse(await edit('1', given))).toMatchObject({
        outcome: 'invalid',
        message: expect.stringContaining('Nothing changed: 1 states `outlet` itself, in its front matter'),
      });
    }
    expect(JSON.parse(await edit('1', 'title:New')).message).toBe('Changed what is stated of 1.');
    expect(JSON.parse(await edit('2')).message).toContain('what is stated of 2 is like that already');
  });

  it('says of what a new file states itself that it is not to be given too', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const session = await sessionOver(folder);
    const text = '---\ntitle: Two\nauthors:\n  - name: Ann\npublished: 2018\n---\nTwo.';
    const add = async (options: object) =>
      JSON.parse(
        await session.json(JSON.stringify({ command: 'corpus add', options: { text, ...options } })),
      );
    expect(await add({ id: '2', title: 'Two', author: 'Ann', outlet: 'The Post' })).toMatchObject({
      outcome: 'invalid',
      message: expect.stringContaining('the file states `title`, `author` itself, in its front matter'),
    });
    expect(readdirSync(folder)).toEqual(['1.txt']);
    expect(await add({ id: '2', outlet: 'The Post' })).toMatchObject({ outcome: 'answered' });
  });

  it('names a document by all of its title, slashes or not', async () => {
    const session = await sessionOver(folderOf({ '1.txt': 'One.' }));
    expect(await session.print('/corpus add text:Two. title:AC/DC at 12\\24')).toContain(
      'Added AC-DC-at-12-24.txt as AC-DC-at-12-24: 1 passage.',
    );
  });

  it('replaces a document by one with another author and in another encoding', async () => {
    const sources = { '1.txt': { authors: [{ name: 'Ann' }], encoding: 'windows-1252', title: 'One' } };
    const folder = folderOf({
      '1.txt': Buffer.from('Caf\u00E9.', 'latin1'),
      'sources.json': JSON.stringify(sources),
    });
    const session = await sessionOver(folder);
    const line = '/corpus add id:1 author:Bob replace:true text:Th\u00E9.';
    expect(JSON.parse(await session.json(line))).toMatchObject({ outcome: 'answered' });
    expect(await session.print('/source id:1#1')).toContain('Th\u00E9.');
    expect(JSON.parse(readFileSync(path.join(folder, 'sources.json'), 'utf8'))).toEqual({
      '1.txt': { author: 'Bob', title: 'One' },
    });
  });

  it('counts all warnings, and says where they are listed', async () => {
    const images = Array.from({ length: 25 }, (_, at) => [`${at}.png`, 'x'] as const);
    const session = await sessionOver(folderOf({ '1.txt': 'One.', ...Object.fromEntries(images) }));
    const warningsOf = async (line: string) => /^Warnings +(.+)$/m.exec(await session.print(line))?.[1];
    expect(await warningsOf('/corpus status')).toBe('25, see the list');
    expect(await warningsOf('/corpus edit document:1 title:New')).toBe(
      '25 in all documents; /corpus status lists them',
    );
    expect(JSON.parse(await session.json('/corpus status'))).toMatchObject({ facts: { warnings: 25 } });
  });

  it('puts everything back where the documents have faults with a change, and names them', async () => {
    const folder = folderOf({ '1.txt': 'One.', 'sources.json': '{"1.txt": {}}' });
    const session = await sessionOver(folder);
    const before = JSON.parse(await session.json('/corpus status')) as JsonAnswer;
    const request = { command: 'corpus add', options: { text: 'A\u0000', id: '2', title: 'Two' } };
    const answer = JSON.parse(await session.json(JSON.stringify(request))) as JsonAnswer;
    expect(answer).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('Nothing changed: the documents would have 1 fault'),
      lines: [expect.stringMatching(/2\.txt:1: a control character \(U\+0000\)/)],
      revision: before.revision,
    });
    expect(readdirSync(folder).sort()).toEqual(['1.txt', 'sources.json']);
    expect(readFileSync(path.join(folder, 'sources.json'), 'utf8')).toBe('{"1.txt": {}}');
  });

  it('puts everything back where loading breaks', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const library = await libraryIn(folder);
    const broken = () => Promise.reject(new Error('Out of memory'));
    const live = new LiveLibrary(library, broken, { seeds: folder });
    const session = new Session({ commands, live, log: keptLog().log, style: PLAIN });
    const answer = JSON.parse(await session.json('/corpus add text:Two. id:2')) as JsonAnswer;
    expect(answer).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('Something went wrong'),
    });
    expect(readdirSync(folder)).toEqual(['1.txt']);
  });

  it('changes nothing where sources.json is no JSON', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const session = await sessionOver(folder);
    writeFiles(folder, { 'sources.json': '{' });
    const answer = JSON.parse(await session.json('/corpus add text:Two. id:2 title:Two')) as JsonAnswer;
    expect(answer).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('sources.json is not valid JSON'),
    });
    expect(readdirSync(folder).sort()).toEqual(['1.txt', 'sources.json']);
  });

  it('says so where the folder can only be read, is gone, or is none of the bot’s', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const library = await libraryIn(folder);
    const add = async (seeds: string | undefined) => {
      const live = new LiveLibrary(library, (loading) => loadLibrary(folder, loading), { seeds });
      const session = new Session({ commands, live, log: keptLog().log, style: PLAIN });
      return (JSON.parse(await session.json('/corpus add text:Two. id:2')) as JsonAnswer).message;
    };
    // Nobody writes there, whoever runs this.
    expect(await add('/sys/kernel')).toMatch(/the folder of the documents can only be read \(E[A-Z]+\)/);
    expect(await add(undefined)).toContain('The documents cannot be changed from here.');
    expect(await add(path.join(folder, 'gone'))).toContain('the documents cannot be written (ENOENT)');
  });

  it('warns of what is worth knowing of a document that was added', async () => {
    const session = await sessionOver(folderOf({ '1.txt': 'One.' }));
    const request = {
      command: 'corpus add',
      options: { file: path.join(folderOf({ '2.txt': 'Long. '.repeat(4_000) }), '2.txt') },
    };
    const answer = JSON.parse(await session.json(JSON.stringify(request))) as JsonAnswer;
    expect(answer.lines).toEqual([
      expect.stringMatching(/^warning: .+2\.txt:1: a paragraph of 23,999 characters/),
    ]);
  });

  it('pages the list with /more, and as JSON gives up to 50 pages in a line', async () => {
    expect(LISTED_PER_PAGE).toBe(20);
    const name = (index: number) => `${String(index).padStart(4, '0')}.txt`;
    const files = Object.fromEntries(
      Array.from({ length: 1_001 }, (_, index) => [name(index), `Text ${index}.`]),
    );
    const session = await sessionOver(folderOf(files));
    const first = await session.print('/corpus list');
    expect(first).toContain('0019 · 1 passage\n\nShowing 1 of 51; /more for the next');
    const second = await session.print('/more');
    expect(second).toMatch(/^0020 · 1 passage\n/);
    const line = JSON.parse(await session.json('/corpus list')) as JsonAnswer;
    expect(line.documents).toHaveLength(1_000);
    expect(line.part).toEqual({ from: 0, of: 51, counted: true });
    const last = JSON.parse(await session.json('/corpus list page:51')) as JsonAnswer;
    expect(last.documents?.map(({ id }) => id)).toEqual(['1000']);
    expect(await session.print('/corpus list page:52')).toContain('The list has 51 pages.');
  });
});
