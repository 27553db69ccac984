import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeFault } from '../../src/corpus/fault.js';
import { readSeeds, type Seeds, type SeedsOptions } from '../../src/corpus/seeds.js';
import { type Files, folderOf, writeFiles } from '../support/folder.js';

/** When files were written, long before they are read; in seconds since the epoch. */
const LONG_AGO = 1_500_000_000;

/** Files that look as if written at some time. */
function write(folder: string, files: Files, at = LONG_AGO): void {
  writeFiles(folder, files);
  for (const name of Object.keys(files)) utimesSync(path.join(folder, name), at, at);
}

function written(files: Files, at = LONG_AGO): string {
  const folder = folderOf({});
  write(folder, files, at);
  return folder;
}

async function read(folder: string, options: SeedsOptions = {}): Promise<Seeds> {
  const seeds = await readSeeds(folder, options);
  if ('faults' in seeds) throw new Error(seeds.faults.map(describeFault).join('\n'));
  return seeds;
}

const textsOf = ({ documents }: Seeds) => documents.map(({ text }) => text);
const again = (folder: string, { memory }: Seeds, full = false) => read(folder, { previous: memory, full });

afterEach(() => vi.useRealTimers());

describe('a folder that is read again', () => {
  it('has its files read again only where their size or time changed, unless all are', async () => {
    const folder = written({ '1.txt': 'One.', '2.txt': 'Two.' });
    const before = await read(folder);
    write(folder, { '1.txt': 'Ore.' });
    const after = await again(folder, before);
    expect(textsOf(after)).toEqual(['One.', 'Two.']);
    expect(after.revision).toBe(before.revision);
    const full = await again(folder, before, true);
    expect(textsOf(full)).toEqual(['Ore.', 'Two.']);
    expect(full.revision).not.toBe(before.revision);

    write(folder, { '1.txt': 'Ode.' }, LONG_AGO + 1);
    expect(textsOf(await again(folder, after))).toEqual(['Ode.', 'Two.']);
    write(folder, { '2.txt': 'Twos.' });
    expect(textsOf(await again(folder, after))).toEqual(['Ode.', 'Twos.']);
  });

  it.each([
    ['two seconds before it was read', 2_000, 'Ore.'],
    ['more than two seconds before', 2_001, 'One.'],
    ['after it was read, by another clock', -5_000, 'Ore.'],
  ])('may have a file that was written %s', async (_, before, text) => {
    vi.useFakeTimers({ toFake: ['Date'], now: LONG_AGO * 1_000 });
    const at = LONG_AGO - before / 1_000;
    const folder = written({ '1.txt': 'One.' }, at);
    const first = await read(folder);
    write(folder, { '1.txt': 'Ore.' }, at);
    expect(textsOf(await again(folder, first))).toEqual([text]);
  });

  it('has the same documents for the same bytes and sources, and others only for what changed', async () => {
    const source = (outlet: string) =>
      JSON.stringify({ '1.txt': { outlet }, '2.txt': { outlet: 'The Post' } });
    const folder = written({
      '1.txt': 'One.',
      '2.txt': 'Two.',
      '3.txt': 'Three.',
      'sources.json': source('The Paper'),
    });
    const before = await read(folder);
    write(folder, { '2.txt': 'Two.', '4.txt': 'Four.', 'sources.json': source('The Times') }, LONG_AGO + 9);
    rmSync(path.join(folder, '3.txt'));
    for (const full of [false, true]) {
      const { documents } = await again(folder, before, full);
      expect(documents.map(({ id }) => id)).toEqual(['1', '2', '4']);
      expect(documents[0]).not.toBe(before.documents[0]);
      expect(documents[0]?.source).toEqual({ outlet: 'The Times' });
      expect(documents[1]).toBe(before.documents[1]);
    }
  });

  it('says what it would say if it were read for the first time', async () => {
    const folder = written({ '1.txt': 'One.', 'sources.json': '{"1.txt": {"title": "T"}}' });
    const first = await read(folder);
    rmSync(path.join(folder, 'sources.json'));
    const second = await again(folder, first);
    expect(second.documents[0]?.source).toEqual({});
    write(folder, { 'sources.json': '{}', '0.txt': 'Nought.' });
    const third = await again(folder, second);
    expect(third.revision).toBe((await read(folder)).revision);
    expect(textsOf(third)).toEqual(['Nought.', 'One.']);
    const unchanged = await again(folder, third);
    expect(unchanged.revision).toBe(third.revision);
    expect(unchanged.documents).toEqual(third.documents);
  });

  it('is held to sources.json again where a document is gone, although that has not changed', async () => {
    const folder = written({ '1.txt': 'One.', '2.txt': 'Two.', 'sources.json': '{"2.txt": {}}' });
    const before = await read(folder);
    rmSync(path.join(folder, '2.txt'));
    const after = await readSeeds(folder, { previous: before.memory });
    expect(after).toMatchObject({
      faults: [{ problem: 'an entry for "2.txt", a file that does not exist' }],
    });
    write(folder, { '3.txt': 'Three.' });
    expect(await readSeeds(folder, { previous: before.memory })).toMatchObject({ faults: [{ line: 1 }] });
  });

  it('leaves nothing of a reading that finds a fault', async () => {
    const folder = written({ '1.txt': 'One.', '2.txt': 'Two.' });
    const before = await read(folder);
    write(folder, { '1.txt': 'Ode.', '2.txt': '' }, LONG_AGO + 1);
    expect(await readSeeds(folder, { previous: before.memory })).toMatchObject({ faults: [{ line: 1 }] });
    expect([...before.memory.files.values()].map(({ document }) => document?.text)).toEqual(['One.', 'Two.']);
    write(folder, { '2.txt': 'Two!' }, LONG_AGO + 1);
    expect(textsOf(await again(folder, before))).toEqual(['Ode.', 'Two!']);
  });

  it('rests after each file, so that others are served meanwhile', async () => {
    const folder = written({ '1.txt': 'One.', '2.txt': 'Two.' });
    writeFileSync(path.join(folder, 'other'), '');
    let rests = 0;
    await read(folder, {
      pace: () => {
        rests++;
        return undefined;
      },
    });
    // Three entries, two files to be read, and two to be compared with others.
    expect(rests).toBe(7);
  });
});
