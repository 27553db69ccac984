import { rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readSeeds } from '../../src/corpus/seeds.js';
import { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { LiveLibrary } from '../../src/library/live.js';
import { type LoadOptions, type LoadResult, loadLibrary } from '../../src/library/load.js';
import { folderOf, libraryIn, libraryOf, writeFiles } from '../support/folder.js';

async function liveIn(
  folder: string,
  load: (options: LoadOptions) => Promise<LoadResult> = (options) => loadLibrary(folder, options),
) {
  return new LiveLibrary(await libraryIn(folder), load);
}

it('a reload says what was added, changed and removed, and serves it', async () => {
  const folder = folderOf({ '1.txt': 'One.', '2.txt': 'Two.', '3.txt': 'Three.', '4.txt': 'Four.' });
  const live = await liveIn(folder);
  const before = live.serving;
  writeFiles(folder, {
    '2.txt': 'Two!',
    '5.txt': 'Five.',
    'sources.json': '{"4.txt": {"outlet": "The Paper"}}',
  });
  rmSync(path.join(folder, '3.txt'));

  const result = await live.reload('Ann');
  expect(result).toMatchObject({
    kind: 'reloaded',
    changes: { added: ['5.txt'], changed: ['2.txt', '4.txt'], removed: ['3.txt'] },
  });
  expect(live.serving.loadedBy).toBe('Ann');
  expect((await live.serving.library.catalogue.document('2'))?.text).toBe('Two!');
  expect((await before.library.catalogue.document('2'))?.text).toBe('Two.');
});

it('a full reload reads files too that look as they did', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  const asBefore = () => utimesSync(path.join(folder, '1.txt'), 1_500_000_000, 1_500_000_000);
  asBefore();
  const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading));
  writeFiles(folder, { '1.txt': 'Ore.' });
  asBefore();
  expect(await live.reload('Ann')).toMatchObject({ changes: { added: [], changed: [], removed: [] } });
  expect((await live.serving.library.catalogue.document('1'))?.text).toBe('One.');
  expect(await live.reload('Ann', true)).toMatchObject({ changes: { changed: ['1.txt'] } });
  expect((await live.serving.library.catalogue.document('1'))?.text).toBe('Ore.');
});

it('a reload that finds a fault leaves the corpus that serves', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  const live = await liveIn(folder);
  const before = live.serving;
  writeFiles(folder, { '2.txt': '' });
  const result = await live.reload('Ann');
  expect(result).toMatchObject({ kind: 'faulty', faults: [{ line: 1, problem: 'the file is empty' }] });
  expect(live.serving).toBe(before);
});

it('a second reload is told of the first, and a third may run when that is over', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  const live = await liveIn(folder);
  const first = live.reload('Ann');
  expect(await live.reload('Ben')).toEqual({ kind: 'running' });
  expect((await first).kind).toBe('reloaded');
  expect((await live.reload('Ben')).kind).toBe('reloaded');
});

it('a reload that breaks does not keep the next from running', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  let broken = true;
  const live = await liveIn(folder, () => (broken ? Promise.reject(new Error('disk')) : loadLibrary(folder)));
  await expect(live.reload('Ann')).rejects.toThrow('disk');
  broken = false;
  expect((await live.reload('Ann')).kind).toBe('reloaded');
});

it('each reload is reported by how it ended', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  const outcomes: string[] = [];
  const library = await libraryIn(folder);
  let load = () => loadLibrary(folder);
  const live = new LiveLibrary(library, () => load(), { onReload: (outcome) => void outcomes.push(outcome) });
  await Promise.all([live.reload('Ann'), live.reload('Ben')]);
  writeFiles(folder, { '2.txt': '' });
  await live.reload('Ann');
  load = () => Promise.reject(new Error('disk on fire'));
  await expect(live.reload('Ann')).rejects.toThrow('disk on fire');
  expect(outcomes).toEqual(['running', 'reloaded', 'faulty', 'failed']);
});

it('what was loaded elsewhere is told of where it is of another revision, and no more', async () => {
  const outcomes: string[] = [];
  const onReload = (outcome: string) => void outcomes.push(outcome);
  const live = new LiveLibrary(await libraryOf({ '1.txt': 'One.' }), () => Promise.reject(), { onReload });
  const elsewhere = await libraryOf({ '2.txt': 'Two.' });
  live.follow({ library: elsewhere, loadedAt: 0, loadedBy: undefined });
  live.follow({ library: elsewhere, loadedAt: 1, loadedBy: undefined });
  expect(outcomes).toEqual(['followed']);
});

it('another revision is told of once it serves, the same one and a fault are not', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading));
  const told: string[] = [];
  live.onRevision(({ library }) => {
    expect(live.serving.library).toBe(library);
    told.push(library.revision);
  });
  await live.reload('a test', true);
  writeFiles(folder, { '2.txt': '' });
  await live.reload('a test');
  expect(told).toEqual([]);
  writeFiles(folder, { '2.txt': 'Two.' });
  await live.reload('a test');
  const { library } = live.serving;
  expect(told).toEqual([library.revision]);
  const elsewhere = await libraryOf({ '3.txt': 'Three.' });
  live.follow({ library: elsewhere, loadedAt: 0, loadedBy: undefined });
  live.follow({ library: elsewhere, loadedAt: 1, loadedBy: undefined });
  expect(told).toEqual([library.revision, elsewhere.revision]);
});

it('a corpus is built with a rest after every passage, so that others are answered meanwhile', async () => {
  const folder = folderOf({ '1.txt': 'Rain.\n\n'.repeat(20), '2.txt': 'Sun.' });
  const read = await readSeeds(folder);
  if ('faults' in read) throw new Error('faults');
  let rests = 0;
  await EmbeddedLibrary.build(read, undefined, () => {
    rests++;
    return undefined;
  });
  // Once for each of 21 passages.
  expect(rests).toBeGreaterThanOrEqual(21);
});
