import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { ROOT } from '../support/build.js';
import { libraryIn, libraryOf, SEEDS } from '../support/folder.js';
import { rowsIn, statementsWith } from '../support/statements.js';

/** The ids of the passages that report what `id` does, itself left out. */
async function counterparts(library: EmbeddedLibrary, id: string): Promise<string[]> {
  const passage = library.passage(id);
  if (!passage) throw new Error(`There is no passage ${id}`);
  const statements = await statementsWith(library, passage);
  return statements
    .flat()
    .map((other) => other.id)
    .filter((other) => other !== id);
}

describe('the counterparts that editors judged', () => {
  interface Judgement {
    readonly passage: string;
    readonly counterpart: string | null;
    readonly because: string;
  }
  const judged = JSON.parse(
    readFileSync(path.join(ROOT, 'test/cases/counterparts.json'), 'utf8'),
  ) as Judgement[];

  it.each(judged)('$passage has $counterpart: $because', async ({ passage, counterpart }) => {
    const library = await libraryIn(SEEDS);
    expect(await counterparts(library, passage)).toEqual(counterpart === null ? [] : [counterpart]);
    if (counterpart !== null) expect(await counterparts(library, counterpart)).toEqual([passage]);
  });
});

describe('statements', () => {
  const report = 'The minister resigned on Friday over the budget scandal.';
  const other = 'Storms closed three harbours along the northern coast.';

  it('join one passage of each document that reports them', async () => {
    const library = await libraryOf({
      'a.txt': `${report}\n\n${other}`,
      'b.txt': `Weather.\n\nOver the budget scandal, the minister resigned.`,
      'c.txt': `On Friday the minister resigned over a scandal.\n\nUnlike this.`,
      'd.txt': 'Cats sleep.',
    });
    expect(await counterparts(library, 'a#1')).toEqual(['b#2', 'c#1']);
    expect(await counterparts(library, 'a#2')).toEqual([]);
    expect(await counterparts(library, 'd#1')).toEqual([]);
  });

  it('join what is alike by way of a third only where it is alike itself, else in a second row', async () => {
    const texts = (shared: string) => ({
      'a.txt': `alpha bravo charlie delta ${shared}`,
      'b.txt': `alpha bravo charlie delta ${shared} golf hotel india juliet`,
      'c.txt': `${shared} golf hotel india juliet`,
      'd.txt': 'kilo lima mike november oscar',
    });
    const rows = async (shared: string) =>
      (await rowsIn(await libraryOf(texts(shared))))
        .map(({ statement }) => statement.map(({ id }) => id).join(' '))
        .filter((row) => row.includes('b#1'));
    expect(await rows('echo foxtrot papa')).toEqual(['a#1 b#1 c#1']);
    expect(await rows('echo foxtrot')).toEqual(['a#1 b#1', 'b#1 c#1']);
  });

  it('take what fits into no row for a second one only where it is alike enough', async () => {
    const quoted = '“Sand swallowed our money and nobody paid one crown extra,” said Lindqvist.';
    const rows = async (more: string) => {
      const library = await libraryOf({
        'a.txt': `alpha bravo charlie delta echo foxtrot\n\nRain.\n\n${quoted}`,
        'b.txt': `alpha bravo charlie delta echo foxtrot golf hotel india juliet\n\nBells.\n\n${quoted}`,
        'c.txt': `golf hotel india juliet ${more} quebec romeo sierra tango\n\nFog.\n\n${quoted}`,
      });
      return (await rowsIn(library)).map(({ statement }) => statement.map(({ id }) => id).join(' '));
    };
    expect(await rows('papa whiskey')).toContain('b#1 c#1');
    expect(await rows('papa whiskey xray zulu')).not.toContain('b#1 c#1');
  });

  it('never join two passages of one document', async () => {
    const library = await libraryOf({
      'a.txt': `${report}\n\n${report}`,
      'b.txt': other,
      'c.txt': 'Cats sleep.',
    });
    expect(await counterparts(library, 'a#1')).toEqual([]);
  });

  it('report each passage, and one that says several things in several rows, with other sentences of it', async () => {
    const library = await libraryIn(SEEDS);
    const rows = await rowsIn(library);
    expect(new Set(rows.flatMap(({ statement }) => statement)).size).toBe(library.passages.length);
    const sentences = rows.flatMap(({ statement, stretches }) =>
      statement.map(({ id }, at) => `${id} ${stretches[at]?.start}`),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
