import { describe, expect, it } from 'vitest';
import { isCompared } from '../../src/compare/reported.js';
import { folderOf, libraryOf } from '../support/folder.js';
import { ask } from '../support/session.js';
import { rowsIn } from '../support/statements.js';

const SENTENCES = [
  'Mayor Ilse Varga opened the new ferry landing of Lindholm on Tuesday.',
  'Fishermen had waited nine years for it.',
  'The harbour board paid half of the granite.',
  'Divers found two cracks below the lighthouse.',
  'Bells rang in the chapel of Saint Oren.',
  'Borg promised cheaper tickets for pupils.',
  'A crew of four will sail every hour.',
  'Seals slept on the old pier.',
  'The band from Ekeby played two marches.',
  'Rain ended the feast at noon.',
];
const OWN = 'In Lindholm the mayor Ilse Varga opened a ferry landing on Tuesday, and gulls screamed.';
const sources = JSON.stringify({
  'a.txt': { outlet: 'Gazette' },
  'b.txt': { outlet: 'Herald' },
  'c.txt': { outlet: 'Courier' },
});

/** A document of sentences, each a paragraph. */
const written = (sentences: readonly string[]) => sentences.join('\n\n');

async function rowsWith(copy: readonly string[], original: readonly string[] = SENTENCES) {
  const files = { 'a.txt': written(original), 'b.txt': written(copy), 'c.txt': OWN, 'sources.json': sources };
  return (await rowsIn(await libraryOf(files))).filter(isCompared);
}

describe('nearly the same text in two outlets', () => {
  it('is one telling: it is shown once, counts once, and it is said where else it stands', async () => {
    const [row] = (await rowsWith(SENTENCES)).filter(({ statement }) => statement.length > 1);
    expect(row?.statement.map(({ id }) => id)).toEqual(['a#1', 'c#1']);
    expect(row?.copies.map((list) => list.map(({ id }) => id))).toEqual([['b#1'], []]);
    expect(row?.tellers).toBe(2);
    const files = {
      'a.txt': written(SENTENCES),
      'b.txt': written(SENTENCES),
      'c.txt': OWN,
      'sources.json': sources,
    };
    const { comparison = [] } = await ask('/compare topic:ferry landing', folderOf(files));
    expect(comparison[0]?.heading).toMatch(/^In 2 of 2 outlets on this story/);
    expect(comparison[0]?.excerpts[0]).toMatchObject({ note: 'Nearly the same text also in Herald (b#1)' });
  });

  it('is never said to be reported, or quoted, by one of the two alone', async () => {
    const quoted = [...SENTENCES, '“Nobody will close the landing this year,” the mayor said on Monday.'];
    const files = { 'a.txt': written(quoted), 'b.txt': written(quoted), 'sources.json': '{}' };
    const { comparison = [], message } = await ask('/compare topic:close the landing', folderOf(files));
    expect(comparison[0]?.heading).toBe('In a, and nearly the same text in b');
    expect(comparison[0]?.quotations.map(({ kind }) => kind)).toEqual(['alone']);
    expect(message).toContain('1 passage compared; quotations: 1 in nearly the same texts only');
    expect(message).not.toMatch(/only by|in one document only|%/);
  });

  it('is so from nine tenths of the sentences of the shorter on', async () => {
    const copies = async (same: number) => {
      const other = Array.from({ length: 10 - same }, (_, at) => `Report Quill${at} names Heron${at} again.`);
      const rows = await rowsWith([...SENTENCES.slice(0, same), ...other]);
      return rows.some((row) => row.copies.flat().length > 0);
    };
    expect(await copies(9)).toBe(true);
    expect(await copies(8)).toBe(false);
  });

  it('may be cut to half, and not to less, nor to a note', async () => {
    const copies = async (length: number, of = 10) =>
      (await rowsWith(SENTENCES.slice(0, length), SENTENCES.slice(0, of))).some(
        (row) => row.copies.flat().length > 0,
      );
    expect(await copies(5)).toBe(true);
    expect(await copies(5, 10)).toBe(true);
    expect(await copies(4, 4)).toBe(false);
    expect(await copies(4, 8)).toBe(false);
  });
});
