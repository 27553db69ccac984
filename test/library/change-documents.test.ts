import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ChangePlan } from '../../src/corpus/document-changes.js';
import { changeDocuments } from '../../src/library/change-documents.js';
import { LiveLibrary, type ReloadOutcome } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { folderOf, libraryIn } from '../support/folder.js';

const planOf = (file: string, text: string): { plan: ChangePlan } => ({
  plan: {
    changes: [{ file, bytes: Buffer.from(text) }],
    file,
    before: undefined,
    after: {},
    keptAs: undefined,
  },
});

async function opened(files: Record<string, string>) {
  const folder = folderOf(files);
  const outcomes: ReloadOutcome[] = [];
  const load = (loading: Parameters<typeof loadLibrary>[1]) => loadLibrary(folder, loading);
  const live = new LiveLibrary(await libraryIn(folder), load, {
    seeds: folder,
    onReload: (outcome) => void outcomes.push(outcome),
  });
  return { folder, live, outcomes };
}

it('a change and its reload are one, in turn with other changes and reloads', async () => {
  const { folder, live, outcomes } = await opened({ '1.txt': 'One.' });
  const add = (file: string) => changeDocuments(live, folder, 'somebody', async () => planOf(file, file));
  const [first, during, second, last] = await Promise.all([
    add('2.txt'),
    live.reload('somebody else'),
    add('3.txt'),
    live.reloadInTurn('somebody else'),
  ]);
  expect([first, during, second, last]).toMatchObject([
    { kind: 'changed' },
    { kind: 'running' },
    { kind: 'changed' },
    { kind: 'reloaded' },
  ]);
  expect(live.serving.library.engine.size.documents).toBe(3);
  expect(outcomes.sort()).toEqual(['reloaded', 'reloaded', 'reloaded', 'running']);
});

it('what is planned sees what the change before it made', async () => {
  const { folder, live } = await opened({ '1.txt': 'One.' });
  const seen: string[][] = [];
  const look = (file: string) =>
    changeDocuments(live, folder, 'somebody', async ({ files }) => {
      seen.push(files.map(({ name }) => name));
      return planOf(file, file);
    });
  await Promise.all([look('2.txt'), look('3.txt')]);
  expect(seen).toEqual([['1.txt'], ['1.txt', '2.txt']]);
});

it('a file that is passed over is not left behind', async () => {
  const { folder, live } = await opened({ '1.txt': 'One.' });
  const { revision } = live.serving.library;
  const result = await changeDocuments(live, folder, 'somebody', async () => planOf('2.rtf', 'Two.'));
  expect(result).toMatchObject({ kind: 'passed over' });
  expect(readdirSync(folder)).toEqual(['1.txt']);
  expect(live.serving.library.revision).toBe(revision);
});

it('nothing is loaded where nothing is to be changed', async () => {
  const { folder, live, outcomes } = await opened({ '1.txt': 'One.' });
  const none = { plan: { ...planOf('1.txt', '').plan, changes: [] } };
  expect(await changeDocuments(live, folder, 'somebody', async () => none)).toMatchObject({ kind: 'same' });
  expect(await changeDocuments(live, folder, 'somebody', async () => ({ no: true }))).toEqual({ no: true });
  expect(outcomes).toEqual([]);
  expect(readdirSync(folder)).toEqual(['1.txt']);
});

it('is undone where the documents have faults with it, and where loading breaks', async () => {
  const { folder, live } = await opened({ '1.txt': 'One.' });
  const { revision } = live.serving.library;
  const result = await changeDocuments(live, folder, 'somebody', async () => planOf('2.txt', ''));
  expect(result).toMatchObject({ kind: 'undone', why: { kind: 'faulty', faults: [{ line: 1 }] } });
  expect(readdirSync(folder)).toEqual(['1.txt']);
  expect(live.serving.library.revision).toBe(revision);
  const broken = new LiveLibrary(live.serving.library, () => Promise.reject(new Error('No memory')));
  const change = changeDocuments(broken, folder, 'somebody', async () => planOf('2.txt', 'Two.'));
  await expect(change).rejects.toThrow('No memory');
  expect(readdirSync(folder)).toEqual(['1.txt']);
});
