import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/corpus/fault.js';
import { readSeeds } from '../../src/corpus/seeds.js';
import { createPace } from '../../src/text/pace.js';
import { type Files, folderOf, libraryOf } from '../support/folder.js';

async function faultsOf(files: Files): Promise<string[]> {
  const folder = folderOf(files);
  const result = await readSeeds(folder);
  return 'faults' in result
    ? result.faults.map((fault) => describeFault(fault).replaceAll(folder, 'DIR'))
    : [];
}

const sources = (entry: object) => JSON.stringify({ '000.txt': entry }, null, 1);
const good = { '000.txt': 'A text.' };

describe('sources.json', () => {
  it('may have comments and trailing commas in sources.json', async () => {
    const text = '{\n// the source\n"1.txt": { "title": "A", /* none */ },\n}';
    expect((await libraryOf({ '1.txt': 'One.', 'sources.json': text })).document('1')?.source.title).toBe(
      'A',
    );
  });

  it.each(['2018', '2018-03', '2018-03-05', '2018-03-05T23:30:00+02:00'])(
    'may be dated as far as is known: %s',
    async (published) => {
      const files = { '1.txt': 'One.', 'sources.json': JSON.stringify({ '1.txt': { published } }) };
      expect((await libraryOf(files)).document('1')?.source.published).toBe(published);
    },
  );
});

describe('a fault of sources.json', () => {
  it.each<[string, Files, string]>([
    [
      'a comma that is missing',
      { ...good, 'sources.json': '{"000.txt": {\n"title": "A" // as printed\n\n"outlet": "B"}}' },
      'DIR/sources.json:2: a comma is missing between two entries or fields; write one at the end of this line',
    ],
    [
      'a text that is not closed',
      { ...good, 'sources.json': '{"000.txt": {\n"title": "A\n}}' },
      'DIR/sources.json:2: a text without its closing quotation mark; write " where the text ends',
    ],
    [
      'a text without quotation marks',
      { ...good, 'sources.json': '{"000.txt": {\n"title": Rain}}' },
      'DIR/sources.json:2: a word without quotation marks; put text between straight quotation marks (")',
    ],
    [
      'a brace that is missing',
      { ...good, 'sources.json': '{"000.txt": {\n"title": "A"}' },
      'DIR/sources.json:2: a closing brace is missing; write } where the entry ends',
    ],
    [
      'nesting that has no end',
      { ...good, 'sources.json': `\n${'['.repeat(100_000)}` },
      'DIR/sources.json:2: braces and brackets nested more deeply than any entry needs; fix the entry',
    ],
    [
      'an author in both forms',
      { ...good, 'sources.json': sources({ author: 'A. B', authors: [{ family: 'B' }] }) },
      'DIR/sources.json:3: "author" is stated, and so is "authors"; keep one of the two',
    ],
    [
      'an author who is not one',
      { ...good, 'sources.json': sources({ authors: [{ family: 'B' }, { given: 'A.' }] }) },
      'DIR/sources.json:7: "authors, 2" is not an author; write {"family": "…", "given": "…"}, or {"name": "…"} for an institution',
    ],
    [
      'authors that are no list',
      { ...good, 'sources.json': sources({ authors: 'A. B' }) },
      'DIR/sources.json:3: "authors" is not a list of authors; write [{"family": "…", "given": "…"}], or use "author"',
    ],
    [
      'a hundred authors and one',
      { ...good, 'sources.json': sources({ authors: Array(101).fill({ name: 'A' }) }) },
      'DIR/sources.json:3: "authors" has more than 100 authors; name the first ones',
    ],
    [
      'a month that no calendar has',
      { ...good, 'sources.json': sources({ published: '2018-13' }) },
      'DIR/sources.json:3: "published" is not a date; write it as YYYY-MM-DD, or as YYYY-MM or YYYY where the day is not known',
    ],
    [
      'a retrieval without a day',
      { ...good, 'sources.json': sources({ retrieved: '2018-03' }) },
      'DIR/sources.json:3: "retrieved" is not a date; write it as YYYY-MM-DD',
    ],
  ])('%s is told in plain words, with its line', async (_, files, fault) => {
    expect(await faultsOf(files)).toEqual([fault]);
  });

  it('of 20,000 entries is found without holding up others', async () => {
    const entries = Array.from({ length: 20_000 }, (_, at) => `"${at}.txt": { "titel": "A", "url": 7 }`);
    const folder = folderOf({ ...good, 'sources.json': `{\n${entries.join(',\n')}\n}` });
    const rests: number[] = [];
    const pace = createPace();
    const result = await readSeeds(folder, {
      pace: () => {
        rests.push(rests.length);
        return pace();
      },
    });
    const faults = 'faults' in result ? result.faults.map(describeFault) : [];
    expect(faults).toHaveLength(21);
    expect(faults[0]).toContain('sources.json:2: an entry for "0.txt", a file that does not exist');
    expect(faults.at(-1)).toContain(': and 59,980 more; ');
    expect(rests.length).toBeGreaterThan(20_000);
  });

  it('of one entry with 20,000 fields is found as fast as any', async () => {
    const fields = Array.from({ length: 20_000 }, (_, at) => `"f${at}": 1`);
    const faults = await faultsOf({ ...good, 'sources.json': `{"000.txt": {\n${fields.join(',\n')}\n}}` });
    expect(faults).toHaveLength(21);
    expect(faults[1]).toContain('DIR/sources.json:3: an unknown field "f1"; use');
    expect(faults.at(-1)).toBe('DIR:1: and 19,980 more; fix these first');
  });
});
