import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { source } from '../../commands/source.js';
import { folderOf, libraryIn, libraryOf, SEEDS } from '../support/folder.js';
import { ask, sessionOver } from '../support/session.js';

describe('/source', () => {
  it('shows a passage with everything that is known of where it stands', async () => {
    const { excerpts = [], facts = {}, citations = {}, revision } = await ask('/source id:000#6');
    expect(excerpts.map(({ passage }) => passage)).toEqual(['000#6']);
    const bytes = readFileSync(path.join(SEEDS, '000_18fad831f6d1eeb5.txt'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(facts).toEqual({
      outlet: null,
      title: 'Putin Turns Tables With Shocking Accusation',
      author: null,
      published: null,
      retrieved: null,
      licence: null,
      link: null,
      language: 'en',
      file: '000_18fad831f6d1eeb5.txt',
      firstLine: 11,
      lastLine: 11,
      start: 954,
      end: 1280,
      sha256,
      revision,
      checkFile: 'sha256sum 000_18fad831f6d1eeb5.txt',
      checkText: 'sed -n 11,11p 000_18fad831f6d1eeb5.txt',
    });
    expect(Object.keys(citations)).toEqual([
      'plain',
      'markdown',
      'apa',
      'mla',
      'chicago',
      'bibtex',
      'ris',
      'cslJson',
      'wikipedia',
    ]);
    const text = await (await sessionOver()).print('/source id:000#6');
    for (const line of [
      /^Outlet +not stated$/m,
      /^Title +Putin Turns Tables With Shocking Accusation$/m,
      /^Line +11$/m,
      /^Offsets +954 to 1280, in UTF-16 code units of the text$/m,
      new RegExp(`^SHA-256 of the file +${sha256}$`, 'm'),
      /^Then +sed -n 11,11p 000_18fad831f6d1eeb5\.txt$/m,
    ]) {
      expect(text).toMatch(line);
    }
  });

  it('shows the paragraphs around it on request, as far as there are any', async () => {
    const passages = async (line: string) => (await ask(line)).excerpts?.map(({ passage }) => passage);
    expect(await passages('/source id:000#6 context:1')).toEqual(['000#5', '000#6', '000#7']);
    expect(await passages('/source id:000#1 context:2')).toEqual(['000#1', '000#2', '000#3']);
    expect((await ask('/source id:000#6 context:1')).excerpts?.[1]?.note).toBe('the paragraph you asked for');
  });

  it('shows of a document in another form the text that was taken out of it, and hands over both', async () => {
    const page = '<html><body><p>“It was <b>never</b> safe,” she said.</p><p>Nobody asked.</p></body></html>';
    const folder = folderOf({ 'a b/1.html': page });
    const { facts = {}, excerpts = [] } = await ask('/source id:1#2', folder);
    expect(excerpts[0]).toMatchObject({ text: 'Nobody asked.', line: 3, file: 'a b/1.html' });
    const [file, text] = ['a b/1.html', '.extracted/a b/1.html.txt'];
    expect(facts).toMatchObject({
      file,
      sha256: createHash('sha256').update(page).digest('hex'),
      textFile: text,
      textSha256: createHash('sha256')
        .update(readFileSync(path.join(folder, text)))
        .digest('hex'),
      extractor: '@mozilla/readability',
      extractorVersion: '0.6.0+2',
      checkFile: `sha256sum '${file}' '${text}'`,
      checkText: `sed -n 3,3p '${text}'`,
    });
    expect(execFileSync('sh', ['-c', String(facts.checkText)], { cwd: folder, encoding: 'utf8' })).toBe(
      'Nobody asked.',
    );
    const reply = await source.answer({ id: '1', context: 0, private: false }, {
      library: await libraryIn(folder),
    } as unknown as Parameters<typeof source.answer>[1]);
    expect(reply.files?.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['1.html.txt', '“It was never safe,” she said.\n\nNobody asked.'],
      ['1.html', page],
    ]);
  });

  it('shows a document whole, page by page, and hands over its file as it is', async () => {
    const { excerpts = [] } = await ask('/source id:001');
    expect(excerpts.map(({ passage }) => passage)).toEqual(
      Array.from({ length: 11 }, (_, at) => `001#${at + 1}`),
    );
    for (const [name, mark] of [
      ['1_a.txt', ''],
      ['2_b.txt', '\uFEFF'],
    ] as const) {
      const folder = folderOf({ [name]: `${mark}Öl.\r\n\r\nZwei.` });
      const library = await libraryIn(folder);
      const reply = await source.answer({ id: name.charAt(0), context: 0, private: false }, {
        library,
      } as unknown as Parameters<typeof source.answer>[1]);
      expect(reply.files?.map((file) => file.name)).toEqual([name]);
      expect(Buffer.from(reply.files?.[0]?.bytes ?? []).equals(readFileSync(path.join(folder, name)))).toBe(
        true,
      );
    }
  });

  it('does not guess at an id that is none', async () => {
    expect((await ask('/source id:000#60')).message).toBe(
      'Document 000 has no paragraph 60; its paragraphs are 000#1 to 000#9.',
    );
    for (const id of ['00', '000#06', '000#6.0', '#1', 'zz']) {
      expect(await ask(`/source id:${id}`)).toMatchObject({ outcome: 'invalid' });
    }
    expect((await ask('/source id:zz')).message).toContain('There is no document zz.');
    expect((await ask('/source id:000 context:9')).message).toBe(
      '`context` must be a whole number from 0 to 5.',
    );
    expect((await ask('/source id:000 context:some')).message).toBe(
      '`context` must be a whole number from 0 to 5.',
    );
  });

  it.each([
    ...['000#6,', '000#6.', '(000#6)', '[000#6]', '“000#6”', '`000#6`', '000 # 6', '— 000#6;', '**000#6**'],
    '000#6, line 11 of 000_18fad831f6d1eeb5.txt',
  ])('reads an id as it stands in an answer: %s', async (id) => {
    const { excerpts } = await ask(`/source id:${id}`);
    expect(excerpts?.map(({ passage }) => passage)).toEqual(['000#6']);
  });

  it('reads a document’s id so too, and says of one that is none what was read', async () => {
    expect((await ask('/source id:“001”,')).excerpts?.[0]?.passage).toBe('001#1');
    expect((await ask('/source id:(000#60),')).message).toBe(
      'Document 000 has no paragraph 60; its paragraphs are 000#1 to 000#9.',
    );
    expect((await ask('/source id:(zz)')).message).toContain('There is no document (zz).');
  });

  it('takes marks for a part of an id where one has them', async () => {
    const folder = folderOf({ '(1).txt': 'One.', '1.txt': 'Two.' });
    const shown = async (id: string) => (await ask(`/source id:${id}`, folder)).excerpts?.[0]?.passage;
    expect(await shown('(1)')).toBe('(1)#1');
    expect(await shown('(1),')).toBe('(1)#1');
    expect(await shown('[(1)#1]')).toBe('(1)#1');
    expect(await shown('1,')).toBe('1#1');
  });

  it('completes ids, by themselves and by what is stated of a document', async () => {
    const complete = async (typed: string) =>
      (await source.complete?.('id', typed, { library: await libraryIn(SEEDS), given: {} }))?.map(
        ({ value }) => value,
      );
    expect(await complete('')).toEqual(['000', '001']);
    expect(await complete('00')).toEqual(['000', '001']);
    expect(await complete('shocking')).toEqual(['000']);
    expect(await complete('001#1')).toEqual(['001#1', '001#10', '001#11']);
    expect(await complete('002')).toEqual([]);
    for (const id of (await complete('000#')) ?? [])
      expect(await ask(`/source id:${id}`)).toMatchObject({ outcome: 'answered' });
  });

  it('names a file for the shell so that a strange name is one word', async () => {
    const folder = folderOf({ "it's (1).txt": 'One.' });
    const { facts } = JSON.parse(await (await sessionOver(folder)).json("/source id:it's (1)#1")) as {
      facts: Record<string, string>;
    };
    expect(facts.checkText).toBe(`sed -n 1,1p 'it'\\''s (1).txt'`);
  });
});

it('a file with a byte order mark and one without differ in it alone', async () => {
  const library = await libraryOf({ '1.txt': 'One.', '2.txt': '\uFEFFOne.' });
  const [one, two] = library.documents;
  expect(two?.text).toBe(one?.text);
  expect(two?.sha256).not.toBe(one?.sha256);
});
