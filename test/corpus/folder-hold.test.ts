import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileChange } from '../../src/corpus/file-changes.js';
import {
  BROKEN_OFF_MS,
  FolderBusyError,
  FolderHold,
  HoldLostError,
  PENDING_FILE,
  settlePending,
  WAIT_MS,
} from '../../src/corpus/folder-hold.js';
import { readSeeds } from '../../src/corpus/seeds.js';
import { folderOf } from '../support/folder.js';

const BEFORE = { '1.txt': 'One.', 'sources.json': '{"1.txt": {"title": "One"}}' };
/** A second document, and no first. */
const CHANGES: FileChange[] = [
  { file: '.removed/1.txt', bytes: Buffer.from('One.') },
  { file: 'deep/2.txt', bytes: Buffer.from('Two.') },
  { file: '1.txt', bytes: null },
  { file: 'sources.json', bytes: Buffer.from('{"deep/2.txt": {"title": "Two"}}') },
];

const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');
const isPending = (folder: string) => existsSync(path.join(folder, PENDING_FILE));

function expectBefore(folder: string): void {
  expect(read(folder, '1.txt')).toBe(BEFORE['1.txt']);
  expect(read(folder, 'sources.json')).toBe(BEFORE['sources.json']);
  expect(existsSync(path.join(folder, 'deep/2.txt'))).toBe(false);
  expect(readdirSync(path.join(folder, '.removed'))).toEqual([]);
  expect(isPending(folder)).toBe(false);
}

/** What a process leaves that is killed in the middle of a change, after so many of its files. */
async function brokenOff(
  folder: string,
  files: number,
  by: { pid?: number; host?: string } = {},
): Promise<void> {
  const hold = await FolderHold.take(folder);
  await hold.write(CHANGES);
  const pending = JSON.parse(read(folder, PENDING_FILE)) as object;
  await hold.undo();
  await hold.leave();
  const again = await FolderHold.take(folder);
  await again.write(CHANGES.slice(0, files));
  await again.keep();
  await again.leave();
  const id = '00000000-0000-4000-8000-000000000000';
  writeFileSync(
    path.join(folder, PENDING_FILE),
    JSON.stringify({ ...pending, pid: process.pid, hold: id, ...by }),
  );
}

describe('a change of several files', () => {
  it('is undone with what loading wrote meanwhile, and with nothing else that somebody wrote', async () => {
    const folder = folderOf({ ...BEFORE, 'a.txt': 'Text of 1.', 'c.txt': 'Mine.' });
    const hold = await FolderHold.take(folder);
    const gone = ['a.txt', 'b.txt'].map((file) => ({ file, bytes: null, ofLoading: true }));
    await hold.write([...gone, { file: 'c.txt', bytes: null }]);
    for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(path.join(folder, name), 'Other.');
    const pending = read(folder, PENDING_FILE);
    await hold.undo();
    await hold.leave();
    const after = { 'a.txt': 'Text of 1.', 'b.txt': undefined, 'c.txt': 'Other.' };
    for (const [name, text] of Object.entries(after))
      expect(existsSync(path.join(folder, name)) ? read(folder, name) : undefined).toBe(text);
    // By whoever finds it broken off, too.
    for (const name of ['a.txt', 'b.txt']) writeFileSync(path.join(folder, name), 'Other.');
    writeFileSync(path.join(folder, PENDING_FILE), pending);
    await settlePending(folder);
    expect(read(folder, 'a.txt')).toBe('Text of 1.');
    expect(existsSync(path.join(folder, 'b.txt'))).toBe(false);
    expect(isPending(folder)).toBe(false);
  });

  it('may take away what is not there, even where a file stands in the way to it', async () => {
    const folder = folderOf({ ...BEFORE, '.extracted': 'No folder.' });
    const hold = await FolderHold.take(folder);
    await hold.write([{ file: '.extracted/1.txt', bytes: null, ofLoading: true }]);
    await hold.undo();
    await hold.leave();
    expect(read(folder, '.extracted')).toBe('No folder.');
  });

  it('is there as a whole once it is kept', async () => {
    const folder = folderOf(BEFORE);
    const hold = await FolderHold.take(folder);
    await hold.write(CHANGES);
    expect(isPending(folder)).toBe(true);
    await hold.keep();
    await hold.leave();
    expect(isPending(folder)).toBe(false);
    expect(existsSync(path.join(folder, '1.txt'))).toBe(false);
    expect(read(folder, 'deep/2.txt')).toBe('Two.');
    expect(await readSeeds(folder)).toMatchObject({ documents: [{ id: '2', source: { title: 'Two' } }] });
  });

  it('is not there at all once it is undone', async () => {
    const folder = folderOf(BEFORE);
    const hold = await FolderHold.take(folder);
    await hold.write(CHANGES);
    await hold.undo();
    await hold.leave();
    expectBefore(folder);
  });

  it('is undone where one of its files cannot be written', async () => {
    const folder = folderOf(BEFORE);
    const hold = await FolderHold.take(folder);
    const impossible = { file: 'deep/2.txt/3.txt', bytes: Buffer.from('') };
    await expect(hold.write([...CHANGES, impossible])).rejects.toThrow(/ENOTDIR|EEXIST/);
    await hold.leave();
    expect(await readSeeds(folder)).toMatchObject({ documents: [{ id: '1', source: { title: 'One' } }] });
    expect(isPending(folder)).toBe(false);
  });

  it('is not begun where it could not be undone, since the name of a file is too long to be written', async () => {
    const long = (length: number) => `${'a'.repeat(length - 4)}.txt`;
    const folder = folderOf({ ...BEFORE, [long(244)]: 'A.', [long(245)]: 'A.' });
    const hold = await FolderHold.take(folder);
    await hold.write([{ file: long(244), bytes: null }]);
    await hold.undo();
    await expect(hold.write([{ file: long(245), bytes: null }])).rejects.toThrow('too long');
    await hold.leave();
    expect(read(folder, long(244)) + read(folder, long(245))).toBe('A.A.');
  });

  it.each([0, 1, 2, 3, 4])(
    'is undone by who reads the folder next, if it was broken off after %i files',
    async (files) => {
      const folder = folderOf(BEFORE);
      await brokenOff(folder, files);
      expect(await readSeeds(folder)).toMatchObject({ documents: [{ id: '1', source: { title: 'One' } }] });
      expectBefore(folder);
    },
  );

  it('is undone by who changes the folder next', async () => {
    const folder = folderOf(BEFORE);
    await brokenOff(folder, 3);
    const hold = await FolderHold.take(folder);
    await hold.leave();
    expectBefore(folder);
  });

  it('leaves alone what somebody wrote into a file since', async () => {
    const folder = folderOf(BEFORE);
    await brokenOff(folder, 4);
    writeFileSync(path.join(folder, 'deep/2.txt'), 'Mine.');
    await settlePending(folder);
    expect(read(folder, 'deep/2.txt')).toBe('Mine.');
    expect(read(folder, '1.txt')).toBe('One.');
  });

  it('of a machine that shows no more life is undone, and of one that does is waited for', async () => {
    const folder = folderOf(BEFORE);
    await brokenOff(folder, 4, { host: `not-${hostname()}`, pid: 1 });
    await settlePending(folder, 50);
    expect(isPending(folder)).toBe(true);
    await expect(FolderHold.take(folder, 50)).rejects.toThrow(FolderBusyError);
    const longAgo = new Date(Date.now() - BROKEN_OFF_MS - 1_000);
    utimesSync(path.join(folder, PENDING_FILE), longAgo, longAgo);
    await settlePending(folder);
    expectBefore(folder);
  });

  it('of a process that runs no more is undone at once', async () => {
    const folder = folderOf(BEFORE);
    await brokenOff(folder, 4, { pid: spawnSync(process.execPath, ['--version']).pid });
    await settlePending(folder, 0);
    expectBefore(folder);
  });

  it('is waited for ten seconds, and taken for broken off after thirty without a sign of life', () => {
    expect([WAIT_MS, BROKEN_OFF_MS]).toEqual([10_000, 30_000]);
  });

  it('of another process that runs is waited for', async () => {
    const folder = folderOf(BEFORE);
    // The process that started this one runs, whatever it is.
    await brokenOff(folder, 4, { pid: process.ppid });
    await expect(FolderHold.take(folder, 50)).rejects.toThrow(FolderBusyError);
    expect(isPending(folder)).toBe(true);
  });

  it('is not gone on with once another has undone it', async () => {
    const folder = folderOf(BEFORE);
    const hold = await FolderHold.take(folder);
    await brokenOffElsewhere(folder);
    await expect(hold.write(CHANGES)).rejects.toThrow(HoldLostError);
    await hold.leave();
    expect(read(folder, '1.txt')).toBe('One.');
  });

  it('waits for the one before it in the same process', async () => {
    const folder = folderOf(BEFORE);
    const first = await FolderHold.take(folder);
    await expect(FolderHold.take(folder, 50)).rejects.toThrow(FolderBusyError);
    const second = FolderHold.take(folder);
    await first.leave();
    await (await second).leave();
    expect(isPending(folder)).toBe(false);
  });

  it('is held up by nothing that is no change, and takes nothing from outside of the folder', async () => {
    const folder = folderOf({ ...BEFORE, 'seeds/1.txt': 'One.' });
    const seeds = path.join(folder, 'seeds');
    const files = [{ file: '../1.txt', before: null, after: null }];
    const escaping = JSON.stringify({
      pid: 1,
      host: 'x',
      hold: '00000000-0000-4000-8000-000000000000',
      files,
    });
    for (const text of ['', '{', escaping]) {
      writeFileSync(path.join(seeds, PENDING_FILE), text);
      await settlePending(seeds);
      expect(isPending(seeds)).toBe(false);
      expect(read(seeds, `${PENDING_FILE}.unread`)).toBe(text);
    }
    expect(read(folder, '1.txt')).toBe('One.');
  });

  it('leaves no half-written files of a process that was killed', async () => {
    const folder = folderOf({ ...BEFORE, '1.txt.1234567': 'On' });
    const old = path.join(folder, `${PENDING_FILE}.123`);
    writeFileSync(old, '{');
    const longAgo = new Date(Date.now() - BROKEN_OFF_MS - 1_000);
    utimesSync(old, longAgo, longAgo);
    await brokenOff(folder, 3);
    await settlePending(folder);
    expectBefore(folder);
    expect(readdirSync(folder).sort()).toEqual(['.removed', '1.txt', 'deep', 'sources.json']);
  });
});

/** What is there once another process took a hold for broken off. */
async function brokenOffElsewhere(folder: string): Promise<void> {
  const pending = JSON.parse(read(folder, PENDING_FILE)) as object;
  const other = { ...pending, hold: '00000000-0000-4000-8000-000000000001', host: `not-${hostname()}` };
  writeFileSync(path.join(folder, PENDING_FILE), JSON.stringify(other));
}
