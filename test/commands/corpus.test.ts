import { rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, writeFiles } from '../support/folder.js';
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
});
