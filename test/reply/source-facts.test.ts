import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { Source } from '../../src/corpus/source.js';
import { sourceFacts } from '../../src/reply/source-facts.js';
import { documentOf } from '../search/engine-contract.js';
import { folderOf, libraryIn } from '../support/folder.js';

const lines = (source: Source) =>
  Object.fromEntries(
    sourceFacts(documentOf('1', 'Words.', source), 'r').map(({ name, value }) => [name, value]),
  );

it('shows who wrote a document, when it was retrieved, and its licence', () => {
  const authors = [
    { family: 'Writer', given: 'Jane Q.' },
    { family: 'Lind', given: 'Bo' },
    { name: 'An Agency' },
  ];
  const source = { authors, published: '2018-03', retrieved: '2026-02-03', licence: 'CC BY 4.0' };
  expect(lines(source)).toMatchObject({
    Authors: 'Jane Q. Writer, Bo Lind and An Agency',
    Published: '2018-03',
    Retrieved: '2026-02-03',
    Licence: 'CC BY 4.0',
  });
  expect(lines({ encoding: 'cp850' })).toHaveProperty('Encoding', 'cp850');
  expect(lines({})).not.toHaveProperty('Encoding');
  expect(lines({})).toMatchObject({ Author: 'not stated', Retrieved: 'not stated', Licence: 'not stated' });
  expect(lines({ author: 'A. Writer' })).toMatchObject({ Author: 'A. Writer' });
});

it('gives commands that print what they say of a file, whatever its name', async () => {
  const names = ['-rf.txt', "-a'b $(id).txt", '--help.txt', 'in/-n.txt', '*.txt'];
  const folder = folderOf(Object.fromEntries(names.map((name) => [name, `Words of ${name}.`])));
  const { documents } = await libraryIn(folder);
  expect(documents).toHaveLength(names.length);
  for (const document of documents) {
    const [passage] = document.passages;
    const facts = sourceFacts(passage?.excerpt ?? document, 'r');
    const [hash, line] = ['checkFile', 'checkText'].map((name) => {
      const command = facts.find(({ data }) => name in data)?.value ?? '';
      return execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    });
    expect(hash?.slice(0, 64)).toBe(document.sha256);
    expect(line).toBe(`Words of ${document.file}.`);
  }
});

it('names all authors, as far as a line of 500 characters has room for them', () => {
  const named = (letters: number) => ({
    authors: Array.from({ length: 5 }, () => ({ name: 'N'.repeat(letters) })),
  });
  // Besides the names, three commas with their blanks, and “ and ”, are eleven.
  expect(lines(named(97)).Authors).toHaveLength(496);
  expect(lines(named(98)).Authors).toMatch(/ and 3 others$/);
});
