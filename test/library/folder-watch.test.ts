import { rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { FolderWatch, pauseAfter } from '../../src/library/folder-watch.js';
import { LiveLibrary, type ReloadOutcome } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { keptLog } from '../support/bot.js';
import { folderOf, libraryIn, writeFiles } from '../support/folder.js';

/** So often a folder is looked at here, in milliseconds. */
const EVERY = 20;

/** A folder that is watched, and what came of it. `before` is done between the first look and the reading. */
async function watched(files: Record<string, string>, before = (_folder: string) => {}) {
  const folder = folderOf(files);
  const { log, logged } = keptLog();
  const watch = await FolderWatch.of(folder, { log, every: EVERY });
  onTestFinished(() => watch.close());
  const library = await libraryIn(folder);
  before(folder);
  const outcomes: ReloadOutcome[] = [];
  let heard = () => {};
  const live = new LiveLibrary(library, (loading) => loadLibrary(folder, loading), {
    onReload(outcome) {
      outcomes.push(outcome);
      heard();
    },
  });
  watch.follow(live);
  const next = () =>
    new Promise<void>((resolve) => {
      heard = resolve;
    });
  const ids = async () => (await live.serving.library.catalogue.documents(0, 9)).map(({ id }) => id);
  return { folder, watch, live, logged, outcomes, next, ids };
}

it('what is added, changed and removed is loaded, once each', async () => {
  const { folder, live, outcomes, next, ids, logged } = await watched({ 'a.txt': 'One.', 'b.txt': 'Two.' });
  let loaded = next();
  writeFiles(folder, { 'c.txt': 'Three.' });
  await loaded;
  expect(await ids()).toEqual(['a', 'b', 'c']);
  loaded = next();
  rmSync(path.join(folder, 'b.txt'));
  await loaded;
  expect(await ids()).toEqual(['a', 'c']);
  loaded = next();
  writeFiles(folder, { 'sources.json': JSON.stringify({ 'a.txt': { outlet: 'The Example' } }) });
  await loaded;
  expect((await live.serving.library.catalogue.document('a'))?.teller).toBe('The Example');
  await setTimeout(EVERY * 5);
  expect(outcomes).toEqual(['reloaded', 'reloaded', 'reloaded']);
  expect(live.serving.loadedBy).toBe('a change in the folder');
  expect(logged.at(-1)).toMatchObject({ msg: 'Loaded the folder again', added: 0, changed: 1, removed: 0 });
});

it('what was written while the documents were read is not missed', async () => {
  const { next, ids } = await watched({ 'a.txt': 'One.' }, (folder) =>
    writeFiles(folder, { 'b.txt': 'Two.' }),
  );
  await next();
  expect(await ids()).toEqual(['a', 'b']);
});

it('faults are logged once with their places, and the previous documents stay until they are fixed', async () => {
  const { folder, outcomes, next, ids, logged } = await watched({ 'a.txt': 'One.' });
  let loaded = next();
  writeFiles(folder, Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`x${at}.txt`, ''])));
  await loaded;
  await setTimeout(EVERY * 5);
  expect(outcomes).toEqual(['faulty']);
  expect(await ids()).toEqual(['a']);
  const [warning] = logged.filter(({ level }) => level === 40);
  expect(warning).toMatchObject({ of: 25 });
  expect(warning?.faults).toHaveLength(21);
  expect(JSON.stringify(warning?.faults)).toContain('and 5 more');
  expect(JSON.stringify(warning?.faults)).toContain('x0.txt:1: the file is empty');
  loaded = next();
  for (let at = 0; at < 25; at++) rmSync(path.join(folder, `x${at}.txt`));
  await loaded;
  expect(outcomes).toEqual(['faulty', 'reloaded']);
});

it('a folder that is gone costs nothing but a line in the log', async () => {
  const { folder, outcomes, next, ids } = await watched({ 'a.txt': 'One.' });
  const loaded = next();
  rmSync(folder, { recursive: true });
  await loaded;
  expect(outcomes).toEqual(['faulty']);
  expect(await ids()).toEqual(['a']);
});

it('what is still being written is waited for', async () => {
  const { folder, outcomes, watch } = await watched({ 'a.txt': 'One.' });
  const until = performance.now() + EVERY * 20;
  for (let turn = 1; performance.now() < until; turn++) {
    // Each look sees another time.
    utimesSync(path.join(folder, 'a.txt'), turn, turn);
    await setTimeout(EVERY / 10);
  }
  await watch.close();
  expect(outcomes).toEqual([]);
});

it('a folder is looked at every two seconds, and one of very many files a twentieth of the time', () => {
  expect([0, 3, 100, 101, 5_000].map((took) => pauseAfter(took))).toEqual([
    2_000, 2_000, 2_000, 2_020, 100_000,
  ]);
});

it('a closed watch looks no more', async () => {
  const { folder, outcomes, watch, live } = await watched({ 'a.txt': 'One.' });
  await watch.close();
  watch.follow(live);
  writeFiles(folder, { 'b.txt': 'Two.' });
  await setTimeout(EVERY * 5);
  expect(outcomes).toEqual([]);
});
