import { describe, expect, it } from 'vitest';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { loadLibrary } from '../../src/library/load.js';
import { createPace } from '../../src/text/pace.js';
import { folderOf, libraryIn, libraryOf, writeFiles } from '../support/folder.js';
import { statementsWith } from '../support/statements.js';

async function reloaded(folder: string, previous: EmbeddedLibrary): Promise<EmbeddedLibrary> {
  const result = await loadLibrary(folder, { previous });
  if ('faults' in result) throw new Error('faults');
  return result.library;
}

const DAM = 'The dam at Borg is safe for all of us, said the mayor of Borg.';

describe('a library', () => {
  it('knows its documents and passages by their ids, and by no other way to write these', async () => {
    const library = await libraryOf({ 'a.b.txt': 'One.\n\nTwo.', 'sub/c#1.txt': 'Three.' });
    expect(library.document('a')?.file).toBe('a.b.txt');
    expect(library.passages.map(({ id }) => id)).toEqual(['a#1', 'a#2', 'c#1#1']);
    expect(library.passage('a#2')?.text).toBe('Two.');
    expect(library.passage('c#1#1')?.text).toBe('Three.');
    for (const id of ['a', 'a#', 'a#0', 'a#3', 'a#02', 'a#2 ', 'a#1e0', 'A#1', '#1', 'c#1'])
      expect(library.passage(id)).toBeUndefined();
  });

  it('knows the outlets that are stated, each once, in alphabetical order', async () => {
    const sources = {
      '1.txt': { outlet: 'the Post' },
      '2.txt': { outlet: 'Écho' },
      '3.txt': { outlet: 'the Post' },
    };
    const library = await libraryOf({
      ...{ '1.txt': 'One.', '2.txt': 'Two.', '3.txt': 'Three.', '4.txt': 'Four.' },
      'sources.json': JSON.stringify(sources),
    });
    expect(await library.catalogue.outlets(9)).toEqual(['Écho', 'the Post']);
    expect(await library.catalogue.outlets(1)).toEqual(['Écho']);
  });

  it('takes over what was read of documents that are the same', async () => {
    const folder = folderOf({ '1.txt': 'One “two”.', '2.txt': 'Two.' });
    const before = await libraryIn(folder);
    const [document] = before.documents;
    const folded = document && (await before.texts.of(document));
    writeFiles(folder, { '2.txt': 'Three.' });
    const after = await reloaded(folder, before);
    expect(after.analyses).toBe(before.analyses);
    expect(after.documents[0]).toBe(document);
    expect(document && (await after.texts.of(document))).toBe(folded);
  });

  it('has statements of its own documents, whatever was compared before', async () => {
    const folder = folderOf({ '1.txt': DAM, '2.txt': DAM, '3.txt': 'Rain fell.', '4.txt': 'Sun shone.' });
    const before = await libraryIn(folder);
    const idsOf = async (library: EmbeddedLibrary) => {
      const passage = library.passage('1#1');
      return passage && (await statementsWith(library, passage)).flat().map(({ id }) => id);
    };
    const storyOf = async (library: EmbeddedLibrary) => {
      const [document] = library.documents;
      const [part] = document ? library.stories.partsOf(document) : [];
      return part && (await library.stories.storyOf(part, createPace())).parts.map((one) => one.document.id);
    };
    expect([await idsOf(before), await storyOf(before)]).toEqual([
      ['1#1', '2#1'],
      ['1', '2'],
    ]);
    writeFiles(folder, { '2.txt': 'Snow fell.', '3.txt': DAM });
    const after = await reloaded(folder, before);
    expect([await idsOf(after), await storyOf(after)]).toEqual([
      ['1#1', '3#1'],
      ['1', '3'],
    ]);
    expect([await idsOf(before), await storyOf(before)]).toEqual([
      ['1#1', '2#1'],
      ['1', '2'],
    ]);
  });
});
