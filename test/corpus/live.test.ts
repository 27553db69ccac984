import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Corpus } from '../../src/corpus/corpus.js';
import { LiveCorpus } from '../../src/corpus/live.js';
import { type LoadResult, loadCorpus, readDocuments } from '../../src/corpus/load.js';
import { corpusIn, folderOf, writeFiles } from '../support/folder.js';

async function liveIn(folder: string, load: () => Promise<LoadResult> = () => loadCorpus(folder)) {
  return new LiveCorpus(await corpusIn(folder), load);
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
  expect(live.serving.corpus.document('2')?.text).toBe('Two!');
  expect(before.corpus.document('2')?.text).toBe('Two.');
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
  const live = await liveIn(folder, () => (broken ? Promise.reject(new Error('disk')) : loadCorpus(folder)));
  await expect(live.reload('Ann')).rejects.toThrow('disk');
  broken = false;
  expect((await live.reload('Ann')).kind).toBe('reloaded');
});

it('a corpus is built with a rest after every passage, so that others are answered meanwhile', async () => {
  const folder = folderOf({ '1.txt': 'Rain.\n\n'.repeat(20), '2.txt': 'Sun.' });
  const read = await readDocuments(folder);
  if ('faults' in read) throw new Error('faults');
  let rests = 0;
  await Corpus.build(read.documents, read.revision, () => {
    rests++;
    return undefined;
  });
  // Once for each of 21 passages when their words are read, and once when they are indexed.
  expect(rests).toBeGreaterThanOrEqual(42);
});
