import { rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fleet, loneProcess } from '../../src/library/fleet.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { answerAsk } from '../../src/processes/answer-ask.js';
import type { Ask } from '../../src/processes/protocol.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { keptLog } from '../support/bot.js';
import { folderOf, libraryIn, writeFiles } from '../support/folder.js';
import { type JsonAnswer, sessionOver } from '../support/session.js';

describe('/corpus', () => {
  it('reload names each file that it added, changed and removed', async () => {
    const folder = folderOf({ '1.txt': 'One.', '2.txt': 'Two.' });
    const session = await sessionOver(folder);
    writeFiles(folder, { '1.txt': 'One!', '3.txt': 'Three.' });
    rmSync(path.join(folder, '2.txt'));
    const { facts, outcome } = JSON.parse(await session.json('/corpus reload')) as JsonAnswer;
    expect(outcome).toBe('answered');
    expect(facts).toMatchObject({ added: ['3.txt'], changed: ['1.txt'], removed: ['2.txt'], documents: 2 });
    expect(facts).toMatchObject({ loadedBy: 'the terminal', loadedAt: expect.stringMatching(/^\d{4}-.+Z$/) });
  });

  it('reload passes over what has the size and time that it had, and reads it where full is asked', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const file = path.join(folder, '1.txt');
    const longAgo = new Date('2020-01-01T00:00:00Z');
    utimesSync(file, longAgo, longAgo);
    const session = await sessionOver(folder);
    writeFiles(folder, { '1.txt': 'Two.' });
    utimesSync(file, longAgo, longAgo);
    expect(JSON.parse(await session.json('/corpus reload'))).toMatchObject({ facts: { changed: [] } });
    expect(await session.print('/quote topic:one')).toContain('One.');
    expect(JSON.parse(await session.json('/corpus reload full:true'))).toMatchObject({
      facts: { changed: ['1.txt'] },
    });
    expect(await session.print('/quote topic:two')).toContain('Two.');
  });

  it('status takes no full, which belongs to reload', async () => {
    const session = await sessionOver(folderOf({ '1.txt': 'One.' }));
    const line = '{"command":"corpus status","options":{"full":true}}';
    expect(JSON.parse(await session.json(line))).toMatchObject({ outcome: 'invalid' });
    expect(await session.print('/help')).toContain('/corpus reload [full:…]');
    expect(await session.print('/help')).not.toContain('/corpus status [full:…]');
  });

  it('reload of faulty seeds lists every fault and changes nothing', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const session = await sessionOver(folder);
    const before = JSON.parse(await session.json('/corpus status')) as JsonAnswer;
    writeFiles(folder, { '2.txt': '', '3.txt': '' });
    const answer = JSON.parse(await session.json('/corpus reload')) as JsonAnswer;
    expect(answer).toMatchObject({ outcome: 'failed', revision: before.revision });
    expect(answer.lines).toHaveLength(2);
    expect(await session.print('/quote topic:one')).toContain('One.');
  });

  it('reload says on a machine of several that the others were not reached, and status that they are not known', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const session = await sessionOver(folder, PLAIN, loneProcess({ first: 0, last: 15, of: 64 }));
    expect(JSON.parse(await session.json('/corpus reload'))).toMatchObject({
      outcome: 'answered',
      message: 'Reloaded in 1 of 1 processes.',
      facts: { process: 1, shards: '0-15/64', shardsElsewhere: ['16-63/64'] },
    });
    expect(await session.print('/corpus reload')).toContain('shards 16-63/64 were not reached; restart');
    expect(await session.print('/corpus status')).toContain('what they serve is not known here');
  });

  it('reload fails where another process keeps other documents, and names the faults there once', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const [sound, faulty, alsoFaulty] = [
      folder,
      folderOf({ '1.txt': 'One.' }),
      folderOf({ '1.txt': 'One.' }),
    ];
    const fleet = await fleetOf([sound, faulty, alsoFaulty]);
    const session = await sessionOver(folder, PLAIN, fleet);
    for (const one of [faulty, alsoFaulty]) writeFiles(one, { '2.txt': '' });
    writeFiles(folder, { '3.txt': 'Three.' });
    const answer = JSON.parse(await session.json('/corpus reload')) as JsonAnswer;
    expect(answer).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/^Reloaded in 2 of 4 processes\. /),
    });
    expect(answer.facts?.processes?.map(({ state }) => state)).toEqual([
      'reloaded',
      'reloaded',
      'faulty',
      'faulty',
    ]);
    const lines = answer.lines ?? [];
    expect(lines.map((line) => line.slice(line.lastIndexOf('/')))).toEqual(
      [faulty, alsoFaulty].map(() => '/2.txt:1: the file is empty; add text, or remove the file'),
    );
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('add has all processes read what it added', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const fleet = await fleetOf([folder, folder]);
    const session = await sessionOver(folder, PLAIN, fleet);
    const answer = JSON.parse(await session.json('/corpus add text:Two. id:2 title:Two')) as JsonAnswer;
    expect(answer).toMatchObject({ outcome: 'answered', message: 'Added 2.txt as 2: 1 passage.' });
    expect(answer.facts?.processes).toEqual(
      [1, 2, 3].map((process) => ({ process, state: 'reloaded', revision: answer.revision })),
    );
  });

  it('reload is of no other process where this one finds faults', async () => {
    const folder = folderOf({ '1.txt': 'One.' });
    const other = folderOf({ '1.txt': 'One.' });
    const fleet = await fleetOf([other]);
    const session = await sessionOver(folder, PLAIN, fleet);
    const before = await fleet.states();
    writeFiles(other, { '1.txt': 'Two.' });
    writeFiles(folder, { '2.txt': '' });
    expect(JSON.parse(await session.json('/corpus reload'))).toMatchObject({ outcome: 'failed' });
    expect(await fleet.states()).toEqual(before);
  });
});

describe('/corpus, of documents with warnings', () => {
  const GARBLED = 'The dam isnâ€™t safe.';

  it('counts them after a reload and in the status, and hands over a list with file and line', async () => {
    const folder = folderOf({ '1.txt': GARBLED, '2.txt': 'Two.' });
    const session = await sessionOver(folder);
    for (const line of ['/corpus status', '/corpus reload']) {
      const { outcome, facts, lines } = JSON.parse(await session.json(line)) as JsonAnswer;
      expect(outcome).toBe('answered');
      expect(facts).toMatchObject({ warnings: 1 });
      expect(lines).toEqual([expect.stringMatching(/1\.txt:1: garbled characters such as “â€™”, once; /)]);
    }
    writeFiles(folder, { '1.txt': 'The dam isn’t safe.' });
    expect(await session.print('/corpus reload')).toMatch(/Warnings\s+none/);
    expect(JSON.parse(await session.json('/corpus status'))).toMatchObject({ facts: { warnings: 0 } });
  });
});

/** A process that has others, each with the documents of a folder. */
async function fleetOf(folders: readonly string[]): Promise<Fleet> {
  const lives = await Promise.all(
    folders.map(async (one) => new LiveLibrary(await libraryIn(one), (loading) => loadLibrary(one, loading))),
  );
  const hear = <T>(ask: Ask) =>
    Promise.all(
      lives.map(async (live, index) => ({
        process: index + 2,
        ...((await answerAsk(ask, live, keptLog().log)) as T),
      })),
    );
  const size = folders.length + 1;
  return {
    ...loneProcess({ first: 0, last: 0, of: size }),
    size,
    reached: { first: 0, last: size - 1, of: size },
    reload: (by, full) => hear({ about: 'reload', by, full }),
    states: () => hear({ about: 'state' }),
  };
}
