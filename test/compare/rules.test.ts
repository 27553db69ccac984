import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../src/compare/statements.js';
import type { Passage } from '../../src/corpus/passage.js';
import type { Library } from '../../src/library/library.js';
import type { Resemblance } from '../../src/search/engine.js';
import { createPace } from '../../src/text/pace.js';
import { libraryOf } from '../support/folder.js';

const REPORTS = [
  'Mayor Ilse Varga opened the new ferry landing on Tuesday.',
  'The harbour board of Lindholm voted for longer opening hours.',
  'A storm closed the coastal road for two days.',
  'Fishermen complained about the price of diesel.',
  'The museum found a buyer for its lighthouse.',
];

/** Documents `a`, `b`, … of so many passages each. */
async function documents(...lengths: number[]): Promise<Library> {
  const files = lengths.map((length, at) => [
    `${String.fromCharCode(97 + at)}.txt`,
    REPORTS.slice(0, length).join('\n\n'),
  ]);
  return libraryOf(Object.fromEntries(files) as Record<string, string>);
}

/** The rows of more than one passage, where passages are alike as said, both ways unless `oneWay`. */
async function rowsOf(
  library: Library,
  alike: readonly (readonly [string, string, number])[],
  oneWay: readonly (readonly [string, string, number])[] = [],
): Promise<string[]> {
  const similar = new Map<Passage, Resemblance[]>();
  const add = (a: string, b: string, likeness: number) => {
    const [from, passage] = [library.passage(a), library.passage(b)];
    if (!from || !passage) throw new Error(`There is no ${a} or ${b}`);
    similar.set(from, [...(similar.get(from) ?? []), { passage, likeness }]);
  };
  for (const [a, b, likeness] of alike) {
    add(a, b, likeness);
    add(b, a, likeness);
  }
  for (const [a, b, likeness] of oneWay) add(a, b, likeness);
  for (const list of similar.values()) list.sort((x, y) => y.likeness - x.likeness);
  const rows = await statementsOf(library.passages, similar, new Set(), createPace());
  return [...new Set(rows.values())].map((row) => row.map(({ id }) => id).join(' ')).sort();
}

describe('a row', () => {
  /** Shows that `a` and `b` tell the same story, so that lesser ties between them count. */
  const SAME_STORY = ['a#5', 'b#5', 0.55] as const;

  it('joins passages of which each is the other’s best match, and not where one has a better', async () => {
    const library = await documents(5, 5);
    expect(await rowsOf(library, [SAME_STORY, ['a#1', 'b#1', 0.3]])).toEqual(['a#1 b#1', 'a#5 b#5']);
    const better = [SAME_STORY, ['a#1', 'b#1', 0.3], ['a#1', 'b#2', 0.35]] as const;
    expect(await rowsOf(library, better)).toEqual(['a#1 b#2', 'a#5 b#5']);
    const oneWay = [
      ['a#1', 'b#1', 0.3],
      ['b#1', 'a#2', 0.35],
    ] as const;
    expect(await rowsOf(library, [SAME_STORY], oneWay)).toEqual(['a#5 b#5']);
  });

  it('needs a fifth of the weight of the words in common', async () => {
    const library = await documents(5, 5);
    expect(await rowsOf(library, [SAME_STORY, ['a#1', 'b#1', 0.2]])).toContain('a#1 b#1');
    expect(await rowsOf(library, [SAME_STORY, ['a#1', 'b#1', 0.199]])).toEqual(['a#5 b#5']);
  });

  it('takes what comes near the best match, from two fifths on and four fifths of it', async () => {
    const library = await documents(5, 5);
    const rows = async (second: number, best: number) =>
      rowsOf(
        library,
        [SAME_STORY],
        [
          ['a#1', 'b#1', best],
          ['a#1', 'b#2', second],
        ],
      );
    expect(await rows(0.4, 0.5)).toContain('a#1 b#1 b#2');
    expect(await rows(0.399, 0.49)).toContain('a#1 b#1');
    expect(await rows(0.4, 0.501)).toContain('a#1 b#1');
  });

  it('joins documents that tell the same story alone, which a likeness of 0.55 shows', async () => {
    const library = await documents(5, 5);
    const rows = (strongest: number) =>
      rowsOf(library, [
        ['a#5', 'b#5', strongest],
        ['a#1', 'b#1', 0.3],
      ]);
    expect(await rows(0.55)).toEqual(['a#1 b#1', 'a#5 b#5']);
    expect(await rows(0.549)).toEqual([]);
  });

  it('grows while a third of its documents are tied across, and no further along a chain', async () => {
    const library = await documents(1, 1, 1, 1, 1);
    const triangle = [
      ['a#1', 'b#1', 0.9],
      ['b#1', 'c#1', 0.9],
      ['a#1', 'c#1', 0.9],
    ] as const;
    expect(await rowsOf(library, [...triangle, ['c#1', 'd#1', 0.6]])).toEqual(['a#1 b#1 c#1 d#1']);
    const all = ['a#1', 'b#1', 'c#1'].map((one) => [one, 'd#1', 0.8] as const);
    expect(await rowsOf(library, [...triangle, ...all, ['d#1', 'e#1', 0.6]])).toEqual(['a#1 b#1 c#1 d#1']);
    expect(await rowsOf(library, [...triangle, ['c#1', 'd#1', 0.7], ['d#1', 'e#1', 0.8]])).toEqual([
      'a#1 b#1 c#1',
      'd#1 e#1',
    ]);
  });

  it('has four passages of one document at most', async () => {
    const library = await documents(5, 1);
    const all = [1, 2, 3, 4, 5].map((number) => [`a#${number}`, 'b#1', 0.6 - number / 100] as const);
    expect(await rowsOf(library, all)).toEqual(['a#1 a#2 a#3 a#4 b#1']);
  });
});

describe('a quotation', () => {
  const rows = async (first: string, second: string) => {
    const library = await libraryOf({ 'a.txt': first, 'b.txt': second });
    const found = await statementsOf(library.passages, new Map(), new Set(), createPace());
    return new Set(found.values()).size;
  };
  /** Six words in a row show the story. */
  const story = '“The ferry will sail again tomorrow,” Varga said.';

  it('of three words ties where two are more than function words, and not where one is', async () => {
    const said = (words: string) =>
      rows(`${story}\n\nShe spoke of “${words}.”`, `${story}\n\nHe heard “${words}.”`);
    expect(await said('cheaper harbour diesel')).toBe(2);
    expect(await said('the harbour diesel')).toBe(2);
    expect(await said('at the harbour')).toBe(1);
  });

  it('shows the same story from six words in a row on, or nine in all', async () => {
    const five = '“The ferry will sail again,” Varga said.';
    expect(await rows(story, story)).toBe(1);
    expect(await rows(five, five)).toBe(0);
    const more = (words: string) => `“The ferry will sail again,” Varga said. “${words},” she added.`;
    expect(await rows(more('Diesel costs too much'), more('Diesel costs too much'))).toBe(1);
    expect(await rows(more('Diesel costs more'), more('Diesel costs more'))).toBe(0);
  });

  it('of a saying ties nothing', async () => {
    const library = await libraryOf({ 'a.txt': story, 'b.txt': story });
    const words = ['the ferry will', 'ferry will sail', 'will sail again', 'sail again tomorrow'];
    const found = await statementsOf(library.passages, new Map(), new Set(words), createPace());
    expect(found.size).toBe(0);
  });
});
