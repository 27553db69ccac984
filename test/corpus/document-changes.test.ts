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
      // What loading makes of it goes if it is undone.
      '.extracted/2.txt.txt': null,
      '.extracted/2.txt.json': null,
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
    expect(texts((await planEdit(folder, held, { title: 'New' }, CHANGING)).changes)).toEqual({
      'sources.json': '{"deep/1_old.txt": {\n    "title": "New"\n  }}',
    });
    expect((await planEdit(folder, held, { title: 'Old' }, CHANGING)).changes).toEqual([]);
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

describe('a text that was taken out of a document', () => {
  const WITH_TEXT = {
    '1.html': '<p>Old.',
    '.extracted/1.html.txt': 'Old.',
    '.extracted/1.html.json': '{"version": "earlier"}',
    '2.txt': 'Two.',
    'sources.json': '{}',
  };
  const KEPT_AS = '.removed/2026-03-02T10-11-12.013Z_1.html';
  const ASIDE = {
    [`${KEPT_AS}.extracted.txt`]: 'Old.',
    [`${KEPT_AS}.extracted.json`]: '{"version": "earlier"}',
    '.extracted/1.html.txt': null,
    '.extracted/1.html.json': null,
  };

  async function held(files: Record<string, string> = WITH_TEXT) {
    const folder = await opened(files);
    const file = folder.files.find(({ name }) => name === '1.html');
    if (!file) throw new Error('no file');
    return { folder, file };
  }

  it('goes along where the document is removed, so that it can be brought back as a whole', async () => {
    const { folder, file } = await held();
    const { changes, keptAs } = await planRemove(folder, file, CHANGING);
    expect(texts(changes)).toMatchObject({ ...ASIDE, [KEPT_AS]: '<p>Old.', '1.html': null });
    expect(keptAs).toBe(KEPT_AS);
    // Before the document goes, all of it stands elsewhere.
    const names = changes.map((change) => change.file);
    expect(names.indexOf(`${KEPT_AS}.extracted.txt`)).toBeLessThan(names.indexOf('.extracted/1.html.json'));
    expect(names.indexOf('.extracted/1.html.json')).toBeLessThan(names.indexOf('.extracted/1.html.txt'));
  });

  it.each(['1.html', '1.txt'])('goes along where the document is replaced, by %s', async (name) => {
    const { folder } = await held();
    const plan = await planAdd(folder, added(name, true), CHANGING);
    expect(texts(plan?.changes ?? [])).toMatchObject({ ...ASIDE, [KEPT_AS]: '<p>Old.', [name]: 'New.' });
    expect(texts(plan?.changes ?? [])).toHaveProperty([`.extracted/${name}.txt`], null);
  });

  it('stays where the same file takes the place of itself, as does its encoding', async () => {
    const sources = '{"1.html": {"encoding": "cp850"}}';
    const { folder } = await held({ ...WITH_TEXT, 'sources.json': sources });
    const again = { ...added('1.html', true), bytes: Buffer.from('<p>Old.') };
    const plan = await planAdd(folder, again, CHANGING);
    const changes = texts(plan?.changes ?? []);
    expect(changes).toHaveProperty([`${KEPT_AS}.extracted.txt`], 'Old.');
    expect(Object.keys(changes).filter((file) => file.startsWith('.extracted'))).toEqual([]);
    expect(plan?.after).toEqual({ outlet: 'The Post', encoding: 'cp850' });
    const other = await planAdd(folder, { ...again, source: { encoding: 'cp437' } }, CHANGING);
    expect(texts(other?.changes ?? [])).toMatchObject(ASIDE);
    const changed = await planAdd(folder, added('1.html', true), CHANGING);
    expect(changed?.after).toEqual({ outlet: 'The Post' });
  });

  it('is kept aside where it is to be taken out anew in another encoding, and stays where not', async () => {
    const { folder, file } = await held();
    const { changes, keptAs } = await planEdit(folder, file, { encoding: 'cp850' }, CHANGING);
    expect(texts(changes)).toMatchObject(ASIDE);
    expect(keptAs).toBe(`${KEPT_AS}.extracted.txt`);
    const other = await planEdit(folder, file, { title: 'Dam' }, CHANGING);
    expect(Object.keys(texts(other.changes))).toEqual(['sources.json']);
    expect(other.keptAs).toBeUndefined();
  });

  it('is kept aside where its document is gone and another comes under its name', async () => {
    const { '1.html': _, ...orphaned } = WITH_TEXT;
    const plan = await planAdd(await opened(orphaned), added('1.html'), CHANGING);
    expect(texts(plan?.changes ?? [])).toMatchObject(ASIDE);
    expect(plan).toMatchObject({ before: undefined, keptAs: `${KEPT_AS}.extracted.txt` });
  });
});
