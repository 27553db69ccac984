import { expect, it } from 'vitest';
import { LiveLibrary } from '../../src/library/live.js';
import { type LoadOptions, type LoadResult, loadLibrary } from '../../src/library/load.js';
import { answerAsk } from '../../src/processes/answer-ask.js';
import { keptLog } from '../support/bot.js';
import { folderOf, libraryIn, writeFiles } from '../support/folder.js';

const RELOAD = { about: 'reload', by: 'Ann', full: false } as const;

async function liveIn(
  folder: string,
  load: (loading: LoadOptions) => Promise<LoadResult> = (loading) => loadLibrary(folder, loading),
) {
  return new LiveLibrary(await libraryIn(folder), load);
}

it('a state is the revision that serves', async () => {
  const live = await liveIn(folderOf({ '1.txt': 'One.' }));
  const { revision } = live.serving.library;
  expect(await answerAsk({ about: 'state' }, live, keptLog().log)).toEqual({ kind: 'serving', revision });
});

it('a reload is on behalf of who asked, and says which revision serves since', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  const live = await liveIn(folder);
  const before = live.serving.library.revision;
  writeFiles(folder, { '2.txt': 'Two.' });
  const told = await answerAsk(RELOAD, live, keptLog().log);
  const { library, loadedBy } = live.serving;
  expect(told).toEqual({ kind: 'reloaded', revision: library.revision });
  expect(library.revision).not.toBe(before);
  expect(loadedBy).toBe('Ann');
});

it('faults are told as lines, and the revision that serves on', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  const live = await liveIn(folder);
  writeFiles(folder, { '2.txt': '' });
  expect(await answerAsk(RELOAD, live, keptLog().log)).toEqual({
    kind: 'faulty',
    revision: live.serving.library.revision,
    faults: [expect.stringContaining('2.txt:1: the file is empty')],
  });
});

it('a reload that breaks is told and logged', async () => {
  const live = await liveIn(folderOf({ '1.txt': 'One.' }), () => Promise.reject(new Error('disk')));
  const { log, logged } = keptLog();
  const { revision } = live.serving.library;
  expect(await answerAsk(RELOAD, live, log)).toEqual({ kind: 'broken', revision });
  expect(logged).toMatchObject([{ err: { message: 'disk' } }]);
});

it('a reload that runs is waited for, and then the files are read again', async () => {
  const folder = folderOf({ '1.txt': 'One.' });
  const began: (() => void)[] = [];
  const live = await liveIn(folder, async (loading) => {
    const result = await loadLibrary(folder, loading);
    await new Promise<void>((resolve) => began.push(resolve));
    return result;
  });
  const running = live.reload('Ben');
  await expect.poll(() => began.length).toBe(1);
  writeFiles(folder, { '2.txt': 'Two.' });
  const told = answerAsk(RELOAD, live, keptLog().log);
  began[0]?.();
  expect(await running).toMatchObject({ kind: 'reloaded', changes: { added: [] } });
  await expect.poll(() => began.length).toBe(2);
  began[1]?.();
  expect(await told).toMatchObject({ kind: 'reloaded' });
  expect(live.serving.library.engine.size.documents).toBe(2);
});
