import { mkdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listSeedFiles, MAX_FILE_BYTES, readSeedFile } from '../../src/corpus/files.js';
import { createPace } from '../../src/text/pace.js';
import { folderOf } from '../support/folder.js';

it('lists documents of all folders and sources.json of the first, by name, with size and time', async () => {
  const folder = folderOf({
    'b.txt': 'Two.',
    'a/c.TXT': 'One.',
    'sources.json': '{}',
    'a/sources.json': '{}',
    'a.png': '',
    '~$c.docx': '',
    '.extracted/c.docx.txt': '',
    'a/.removed/d.txt': '',
  });
  utimesSync(path.join(folder, 'b.txt'), 1_500_000_000, 1_500_000_000);
  const { files, names, faults } = await listSeedFiles(folder, createPace());
  expect(files.map(({ name }) => name)).toEqual(['a/c.TXT', 'b.txt', 'sources.json']);
  expect(files[1]?.stamp).toEqual({ size: 4n, modified: 1_500_000_000_000_000_000n });
  expect([...names]).toEqual(['a/c.TXT', 'b.txt']);
  expect(faults).toEqual([]);
});

it('lists a link inside with the stamp of what it leads to, and passes one to a folder over', async () => {
  const folder = folderOf({ 'a/1.txt': 'One.' });
  symlinkSync('a/1.txt', path.join(folder, '2.txt'));
  symlinkSync('a', path.join(folder, 'b.txt'));
  const { files, faults } = await listSeedFiles(folder, createPace());
  expect(files.map(({ name }) => name)).toEqual(['2.txt', 'a/1.txt']);
  expect(files[0]?.stamp.modified).toBe(statSync(path.join(folder, 'a/1.txt'), { bigint: true }).mtimeNs);
  expect(faults).toEqual([]);
});

it('takes a file of 5 MiB, and none that is larger', async () => {
  const folder = folderOf({ '1.txt': 'a'.repeat(5 * 1024 * 1024), '2.txt': 'a'.repeat(5 * 1024 * 1024 + 1) });
  expect(MAX_FILE_BYTES).toBe(5_242_880);
  const { files, names, faults } = await listSeedFiles(folder, createPace());
  expect(files.map(({ name }) => name)).toEqual(['1.txt']);
  expect([...names]).toEqual(['1.txt', '2.txt']);
  expect(faults.map(({ file }) => path.basename(file))).toEqual(['2.txt']);
});

it('is faulty where no document is in it, and a folder may have the name of one', async () => {
  const folder = folderOf({ 'sources.json': '{}' });
  mkdirSync(path.join(folder, 'a.txt'));
  const { files, faults } = await listSeedFiles(folder, createPace());
  expect(files.map(({ name }) => name)).toEqual(['sources.json']);
  expect(faults.map(({ problem }) => problem)).toEqual(['the seeds folder has no documents']);
});

it('reads the bytes of a file, or says why it cannot', () => {
  const folder = folderOf({ '1.txt': 'One.' });
  expect(readSeedFile(folder, '1.txt')).toEqual({ bytes: Buffer.from('One.') });
  expect(readSeedFile(folder, '2.txt')).toMatchObject({ fault: { problem: 'cannot be read (ENOENT)' } });
});
