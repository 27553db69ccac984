import { describe, expect, it } from 'vitest';
import { holderOf, planAdd, planEdit, planRemove } from '../../src/corpus/document-changes.js';
import { openSeedFolder } from '../../src/corpus/seed-folder.js';
import { createPace } from '../../src/text/pace.js';
import { folderOf } from '../support/folder.js';

const CHANGING = { by: 'somebody', at: Date.UTC(2026, 2, 2, 10, 11, 12, 13) };
const KEPT = '.removed/2026-03-02T10-11-12.013Z_deep_1_old.txt';
const FILES = { 'deep/1_old.txt': 'Old.', 'sources.json': '{"deep/1_old.txt": {"title": "Old"}}' };

const opened = (files: Record<string, string>) => openSeedFolder(folderOf(files), createPace());
const texts = (changes: readonly { file: string; bytes: Uint8Array | null }[]) =>
  Object.fromEntries(changes.map(({ file, bytes }) => [file, bytes && Buffer.from(bytes).toString()]));
const added = (name: string, replace = false) => ({
  name,
  bytes: Buffer.from('New.'),
  source: { outlet: 'The Post' },
  replace,
});

describe('what is planned', () => {
  it('puts a new file at the top, and states its source', async () => {
    const plan = await planAdd(await opened({ '1.txt': 'One.' }), added('2.txt'), CHANGING);
    expect(texts(plan?.changes ?? [])).toEqual({
      '2.txt': 'New.',
      'sources.json': '{\n  "2.txt": {\n    "outlet": "The Post"\n  }\n}\n',
    });
  });

  it('replaces nothing unasked, whatever the case and the rest of a name', async () => {
    const folder = await opened({ 'Dam_2019.txt': 'One.' });
    for (const name of ['dam.txt', 'DAM_x.txt', 'Dam_2019.txt']) {
      expect(holderOf(folder, name)?.name).toBe('Dam_2019.txt');
      expect(await planAdd(folder, added(name), CHANGING)).toBeUndefined();
    }
    expect(holderOf(folder, 'Damm.txt')).toBeUndefined();
  });

  it('replaces a document where it stands, keeps it, and what is not stated anew', async () => {
    const plan = await planAdd(await opened(FILES), added('1.txt', true), CHANGING);
    const changes = texts(plan?.changes ?? []);
    expect(plan).toMatchObject({ file: 'deep/1_old.txt', keptAs: KEPT, before: { title: 'Old' } });
    expect(changes).toMatchObject({ 'deep/1_old.txt': 'New.', [KEPT]: 'Old.' });
    expect(JSON.parse(changes['sources.json'] ?? '')).toEqual({
      'deep/1_old.txt': { title: 'Old', outlet: 'The Post' },
    });
    expect(JSON.parse(changes[`${KEPT}.source.json`] ?? '')).toEqual({
      file: 'deep/1_old.txt',
      source: { title: 'Old' },
      removedAt: '2026-03-02T10:11:12.013Z',
      removedBy: 'somebody',
    });
  });

  it('replaces a document by one of another form under its own name', async () => {
    const plan = await planAdd(await opened(FILES), added('1.md', true), CHANGING);
    const changes = texts(plan?.changes ?? []);
    expect(plan?.file).toBe('deep/1_old.md');
    expect(changes).toMatchObject({ 'deep/1_old.md': 'New.', 'deep/1_old.txt': null });
    expect(JSON.parse(changes['sources.json'] ?? '')).toEqual({
      'deep/1_old.md': { title: 'Old', outlet: 'The Post' },
    });
  });

  it('changes sources.json alone where a source is edited, and nothing where it is stated so', async () => {
    const folder = await opened(FILES);
    const [held] = folder.files;
    if (!held) throw new Error('no file');
    expect(texts((await planEdit(folder, held, { title: 'New' })).changes)).toEqual({
      'sources.json': '{"deep/1_old.txt": {\n    "title": "New"\n  }}',
    });
    expect((await planEdit(folder, held, { title: 'Old' })).changes).toEqual([]);
  });

  it('keeps under a name that every file system takes, however long that of the document is', async () => {
    const name = `${'木'.repeat(83)}.txt`;
    const folder = await opened({ [name]: 'One.', '2.txt': 'Two.' });
    const held = folder.files.find((file) => file.name === name);
    if (!held) throw new Error('no file');
    const { keptAs = '', changes } = await planRemove(folder, held, CHANGING);
    const kept = changes.filter(({ file }) => file.startsWith('.removed/'));
    const longest = Math.max(...kept.map(({ file }) => Buffer.byteLength(file.replace('.removed/', ''))));
    // With a full stop and the ten digits that it is written under first.
    expect(longest + 11).toBeLessThanOrEqual(255);
    expect(keptAs).toMatch(/Z_木+\.txt$/);
    expect(Buffer.byteLength(keptAs)).toBe('.removed/2026-03-02T10-11-12.013Z_'.length + 178);
  });
});
