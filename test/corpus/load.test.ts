import { readFileSync } from 'node:fs';
import { rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/corpus/fault.js';
import { MAX_FILE_BYTES } from '../../src/corpus/files.js';
import { readSeeds } from '../../src/corpus/seeds.js';
import { type Files, folderOf, libraryIn, libraryOf, SEEDS } from '../support/folder.js';

/** The faults of a folder, each as it is printed, with the folder's name taken out. */
async function faultsIn(folder: string): Promise<string[]> {
  const result = await readSeeds(folder);
  return 'faults' in result
    ? result.faults.map((fault) => describeFault(fault).replaceAll(folder, 'DIR'))
    : [];
}

const faultsOf = (files: Files) => faultsIn(folderOf(files));
const sources = (entry: object) => JSON.stringify({ '000.txt': entry }, null, 1);

describe('the seeds', () => {
  it('are read as they stand, headline first', async () => {
    const library = await libraryIn(SEEDS);
    expect(library.documents.map(({ id }) => id)).toEqual(['000', '001']);
    expect(library.passages).toHaveLength(20);
    expect(library.passage('000#1')?.text).toBe('Putin Turns Tables With Shocking Accusation');
    for (const { file, text } of library.documents)
      expect(text).toBe(readFileSync(path.join(SEEDS, file), 'utf8'));
  });

  it('state no outlet, address, author or date, since the documents state none', async () => {
    const { documents } = await libraryIn(SEEDS);
    expect(
      documents.flatMap(({ source: { outlet, url, author, published } }) => [outlet, url, author, published]),
    ).toEqual(Array(8).fill(undefined));
  });

  it('state a title only where the document opens with it', async () => {
    const { documents } = await libraryIn(SEEDS);
    for (const { source, passages } of documents) {
      if (source.title !== undefined) expect(passages[0]?.text).toBe(source.title);
    }
    expect(documents.map(({ source }) => source.title !== undefined)).toEqual([true, false]);
  });
});

describe('a folder of documents', () => {
  it('needs nothing but a text file', async () => {
    const library = await libraryOf({ '7.txt': 'Words.' });
    expect(library.passage('7#1')?.text).toBe('Words.');
  });

  it('may have subfolders, other files, links inside, and any case of .txt', async () => {
    const folder = folderOf({ 'a/b/1.txt': 'One.', '2.TXT': 'Two.', 'notes.png': '\0', 'a/.keep': '' });
    await symlink(path.join(folder, 'a/b/1.txt'), path.join(folder, '3.txt'));
    await symlink(path.join(folder, 'a'), path.join(folder, 'again'));
    const library = await libraryIn(folder);
    expect(library.documents.map(({ file }) => file)).toEqual(['2.TXT', '3.txt', 'a/b/1.txt']);
  });

  it('may have a byte order mark, which is no part of the text', async () => {
    const library = await libraryOf({ '1.txt': '\uFEFFOne.', 'sources.json': '\uFEFF{}' });
    expect(library.document('1')?.text).toBe('One.');
  });

  it('may leave a field of sources.json empty, which states nothing', async () => {
    const empty = { outlet: '', title: '', author: '', published: '', url: '', language: '' };
    const library = await libraryOf({ '1.txt': 'One.', 'sources.json': JSON.stringify({ '1.txt': empty }) });
    expect(JSON.stringify(library.document('1')?.source)).toBe('{}');
  });

  it('may state of a document what sources.json knows', async () => {
    const source = {
      outlet: 'The Paper',
      title: 'A Title',
      authors: [{ family: 'Writer', given: 'A.' }, { family: 'Plato' }, { name: 'An Agency' }],
      published: '2017-06-16',
      retrieved: '2026-02-03',
      url: 'https://example.com/a?b=c',
      language: 'en-GB',
      licence: 'CC BY 4.0',
    };
    const library = await libraryOf({
      'sub/1.txt': 'One.',
      'sources.json': JSON.stringify({ 'sub/1.txt': source }),
    });
    expect(library.document('1')?.source).toEqual(source);
  });
});

describe('a fault', () => {
  const good = { '000.txt': 'A text.' };

  it.each<[string, Files, string]>([
    [
      'bytes that are not UTF-8',
      { '000.txt': Buffer.from('ok\ncaf\xe9\nna\xefve\n', 'latin1') },
      'DIR/000.txt:2: bytes that are not UTF-8, and no other encoding can be told from them, here and on 1 more line; state its "encoding" in sources.json or by that option of /corpus, or save the file as UTF-8',
    ],
    [
      'half a character of UTF-16',
      { '000.txt': Buffer.from('\uFEFFok\ntext\uD83D', 'utf16le') },
      'DIR/000.txt:2: bytes that are no character in utf-16le; state the "encoding" that the file is in, in sources.json or by that option of /corpus, or save the file as UTF-8',
    ],
    [
      'an encoding that the file is not in',
      { '000.txt': Buffer.from('ok\n\x81', 'latin1'), 'sources.json': sources({ encoding: 'Windows-1252' }) },
      'DIR/000.txt:2: bytes that are no character in Windows-1252; state the "encoding" that the file is in, in sources.json or by that option of /corpus, or save the file as UTF-8',
    ],
    [
      'an encoding that there is not',
      { ...good, 'sources.json': sources({ encoding: 'base64' }) },
      'DIR/sources.json:3: "encoding" is not an encoding that can be read; write one such as "windows-1252" or "gb18030"',
    ],
    [
      'a text beside a page of one name',
      { ...good, '000.html': '<p>Other.' },
      'DIR/000.txt:1: its id "000" is also that of DIR/000.html; rename one of the two so that they differ before the first underscore or dot',
    ],
    [
      'NUL',
      { '000.txt': 'a\n\nb\0c' },
      'DIR/000.txt:3: a control character (U+0000); remove it, or save the file as plain text',
    ],
    [
      'an escape sequence',
      { '000.txt': 'a\x1b[31m' },
      'DIR/000.txt:1: a control character (U+001B); remove it, or save the file as plain text',
    ],
    [
      'a control of Latin-1',
      { '000.txt': 'it\u0092s' },
      'DIR/000.txt:1: a control character (U+0092); remove it, or save the file as plain text',
    ],
    [
      'a lone carriage return',
      { '000.txt': 'a\r\nb\rc\r\n' },
      'DIR/000.txt:2: a control character (U+000D); end lines with LF or CRLF',
    ],
    ['an empty file', { '000.txt': '' }, 'DIR/000.txt:1: the file is empty; add text, or remove the file'],
    [
      'a file of white space',
      { '000.txt': '\uFEFF \n\n' },
      'DIR/000.txt:1: the file is empty; add text, or remove the file',
    ],
    [
      'a file over 5 MiB',
      { '000.txt': 'a'.repeat(MAX_FILE_BYTES + 1) },
      'DIR/000.txt:1: 5,242,881 bytes, more than the 5 MiB that a file may have; split it',
    ],
    [
      'two files with one id',
      { ...good, 'sub/000_b.txt': 'Other.' },
      'DIR/sub/000_b.txt:1: its id "000" is also that of DIR/000.txt; rename one of the two so that they differ before the first underscore or dot',
    ],
    [
      'a name without an id',
      { ...good, '_1.txt': 'Text.' },
      'DIR/_1.txt:1: the file name starts with an underscore or dot, so it gives no id; rename the file',
    ],
    [
      'malformed JSON',
      { ...good, 'sources.json': '{\n "000.txt": {}}}\n' },
      'DIR/sources.json:2: something stands after the last brace; remove it, or a } before it that is too many',
    ],
    [
      'JSON that is no object',
      { ...good, 'sources.json': '[]' },
      'DIR/sources.json:1: not a JSON object; put the sources between { and }',
    ],
    [
      'a source that is no object',
      { ...good, 'sources.json': '{"000.txt": "The Paper"}' },
      'DIR/sources.json:1: the entry is not an object; put the fields of the file between { and }',
    ],
    [
      'an unknown field',
      { ...good, 'sources.json': sources({ title: 'T', outlets: 'The Paper' }) },
      'DIR/sources.json:4: an unknown field "outlets"; use outlet, title, author, authors, published, retrieved, url, language, licence, encoding',
    ],
    [
      'a source for no file',
      { ...good, 'sources.json': '{\n\n"001.txt": {}}' },
      'DIR/sources.json:3: an entry for "001.txt", a file that does not exist; fix the name, or remove the entry',
    ],
    [
      'a second entry for a file',
      { ...good, 'sources.json': '{"000.txt": {},\n"000.txt": {}}' },
      'DIR/sources.json:2: a second entry for "000.txt"; merge the two',
    ],
    [
      'a field twice',
      { ...good, 'sources.json': '{"000.txt": {"title": "A",\n"title": "B"}}' },
      'DIR/sources.json:2: a second "title"; keep one of the two',
    ],
    [
      'a date that no calendar has',
      { ...good, 'sources.json': sources({ published: '2017-02-29' }) },
      'DIR/sources.json:3: "published" is not a date; write it as YYYY-MM-DD, or as YYYY-MM or YYYY where the day is not known',
    ],
    [
      'an address of another kind',
      { ...good, 'sources.json': sources({ url: 'javascript:alert(1)' }) },
      'DIR/sources.json:3: "url" is not a web address; write one that starts with http:// or https://',
    ],
    [
      'no language',
      { ...good, 'sources.json': sources({ language: 'English!' }) },
      'DIR/sources.json:3: "language" is not a language tag; write one such as "en" or "pt-BR"',
    ],
    [
      'an address that is too long',
      { ...good, 'sources.json': sources({ url: `https://example.com/${'a'.repeat(2000)}` }) },
      'DIR/sources.json:3: "url" is longer than 2,000 characters; shorten it',
    ],
    [
      'an outlet that is a number',
      { ...good, 'sources.json': sources({ outlet: 7 }) },
      'DIR/sources.json:3: "outlet" is not text; put it in quotation marks',
    ],
    [
      'a title with a line break',
      { ...good, 'sources.json': sources({ title: 'A\nB' }) },
      'DIR/sources.json:3: "title" has a line break or control character; remove it',
    ],
    [
      'no document at all',
      { 'notes.png': 'Text.' },
      'DIR:1: the seeds folder has no documents; add a .txt file',
    ],
  ])('%s is reported with its place and a remedy', async (_, files, fault) => {
    expect(await faultsOf(files)).toEqual([fault]);
  });

  it('of every file is reported, not only the first', async () => {
    const faults = await faultsOf({
      '1.txt': '',
      '2.txt': 'a\0',
      'sources.json': sources({ url: 'x', published: 'y' }),
    });
    expect(faults.map((fault) => fault.split(': ')[0])).toEqual([
      'DIR/1.txt:1',
      'DIR/2.txt:1',
      'DIR/sources.json:2',
      'DIR/sources.json:3',
      'DIR/sources.json:4',
    ]);
  });

  it('is told twenty times at most, and the others are counted', async () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at + 1000}.txt`, 'a\0']));
    const faults = await faultsOf(files);
    expect(faults).toHaveLength(21);
    expect(faults.at(-2)).toMatch(/^DIR\/1019\.txt:1: /);
    expect(faults.at(-1)).toBe('DIR:1: and 980 more; fix these first');
  });

  it('of a document is not also one of its source', async () => {
    const entry = JSON.stringify({ '000.txt': { outlet: 'The Post' }, '001.txt': {} });
    const files = { '000.txt': 'a'.repeat(MAX_FILE_BYTES + 1), '001.txt': '', 'sources.json': entry };
    const faults = await faultsOf(files);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['DIR/000.txt', 'DIR/001.txt']);
  });

  it('is a link that leads out of the folder, or nowhere, or to itself', async () => {
    const outside = folderOf({ 'secret.txt': 'Secret.' });
    const folder = folderOf({ '0.txt': 'Text.' });
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, '1.txt'));
    await symlink(outside, path.join(folder, 'away'));
    await symlink(path.join(folder, 'gone.txt'), path.join(folder, '2.txt'));
    await symlink(path.join(folder, '3.txt'), path.join(folder, '3.txt'));
    expect(await faultsIn(folder)).toEqual([
      'DIR/1.txt:1: a link that leads out of the seeds folder; copy the file into the folder instead',
      'DIR/2.txt:1: cannot be read (ENOENT); fix its permissions or the link, or remove it',
      'DIR/3.txt:1: cannot be read (ELOOP); fix its permissions or the link, or remove it',
      'DIR/away:1: a link that leads out of the seeds folder; copy the file into the folder instead',
    ]);
  });

  it('is a folder that does not exist', async () => {
    expect(await faultsIn('no/such/folder')).toEqual([
      'DIR:1: the seeds folder cannot be read (ENOENT); create it, or name another one with SEEDS_DIR or --seeds',
    ]);
  });
});

describe('the revision', () => {
  const revisionOf = async (files: Files) => (await libraryOf(files)).revision;

  it('is the same for the same names and contents, wherever they are', async () => {
    const files = { '1.txt': 'One.', 'a/2.txt': 'Two.', 'sources.json': '{}' };
    expect(await revisionOf(files)).toBe(await revisionOf(files));
  });

  it('changes with a content, a name, a source, and with what moves from one to another', async () => {
    const revisions = await Promise.all([
      revisionOf({ '1.txt': 'One.', '2.txt': 'Two.' }),
      revisionOf({ '1.txt': 'One!', '2.txt': 'Two.' }),
      revisionOf({ '1.txt': 'One.', '3.txt': 'Two.' }),
      revisionOf({ '1.txt': 'One.', '2.txt': 'Two.', 'sources.json': '{}' }),
      revisionOf({ '1.txt': 'One.2', '2.txt': 'Two.' }),
      revisionOf({ '1.txt': 'Two.', '2.txt': 'One.' }),
    ]);
    expect(new Set(revisions).size).toBe(revisions.length);
  });

  it('does not change with when a file was written', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const before = (await libraryIn(folder)).revision;
    await writeFile(path.join(folder, '2.txt'), 'One.');
    await rename(path.join(folder, '2.txt'), path.join(folder, '1.txt'));
    expect((await libraryIn(folder)).revision).toBe(before);
  });
});
