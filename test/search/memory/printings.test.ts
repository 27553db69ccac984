import { describe, expect, it } from 'vitest';
import type { Printings } from '../../../src/search/engine.js';
import { PrintingFinder } from '../../../src/search/memory/printings.js';
import type { SegmentedIndex } from '../../../src/search/memory/segmented-index.js';
import { words } from '../../../src/text/words.js';
import { indexOf, times } from './made.js';

/** Where else the words of the first passage are printed. */
function printedIn(index: SegmentedIndex, limit = 1_000): Printings {
  const passage = index.passageIn(0);
  const stretch = words(passage.text).map(({ text }) => text);
  return new PrintingFinder(index).printing(passage, [stretch], limit);
}
const ids = ({ passages }: Printings) => passages.map(({ id }) => id);

describe('the printings of a passage', () => {
  it('have three of its rows of three words at least, those with most first', async () => {
    const index = await indexOf(
      'Rain fell on the dry land today.',
      'Rain fell on the snow.',
      'Rain fell on the dry snow.',
      'Rain fell on the dry land. Rain fell on hail.',
      'Land dry the on fell rain.',
    );
    // Two rows; three; four, and one of them again.
    expect(ids(printedIn(index))).toEqual(['3#1', '2#1']);
    expect(ids(printedIn(index, 1))).toEqual(['3#1']);
  });

  it('are of other documents, and in any capitals', async () => {
    const index = await indexOf(
      'Let US go to sea.\n\nLet US go to sea.',
      'let us go to sea',
      'LET US GO TO SEA',
    );
    expect(ids(printedIn(index))).toEqual(['1#1', '2#1']);
  });

  it('are the same in whatever capitals a row was asked for before', async () => {
    const index = await indexOf('let us go to sea', 'let US go to sea');
    const [first, second] = [index.passageIn(0), index.passageIn(1)];
    const rows = [['let', 'us', 'go', 'to', 'sea']];
    const capitals = [['let', 'US', 'go', 'to', 'sea']];
    for (const asked of [
      [rows, capitals],
      [capitals, rows],
    ] as const) {
      const finder = new PrintingFinder(index);
      for (const one of asked) {
        expect(ids(finder.printing(first, one, 9))).toEqual(['1#1']);
        expect(ids(finder.printing(second, one, 9))).toEqual(['0#1']);
      }
    }
  });

  it('do not count rows that more than 128 passages have: these are sayings', async () => {
    const text = 'So help me God now';
    expect(ids(printedIn(await indexOf(...times(128, text))))).toHaveLength(127);
    const { passages, sayings } = printedIn(await indexOf(...times(129, text)));
    expect(passages).toEqual([]);
    expect(sayings).toEqual(['so help me', 'help me god', 'me god now']);
  });

  it('do not count rows of words that more than 512 passages have each', async () => {
    const index = (others: number) =>
      indexOf(...times(2, 'rain rain rain rain rain'), ...times(others, 'rain'));
    expect(ids(printedIn(await index(510)))).toEqual(['1#1']);
    expect(printedIn(await index(511))).toEqual({ passages: [], sayings: ['rain rain rain'] });
  });

  it('are looked for by the first 256 rows', async () => {
    const all = Array.from({ length: 266 }, (_, at) => `w${at}x`);
    const index = await indexOf(all.join(' '), all.slice(253, 258).join(' '), all.slice(254, 259).join(' '));
    expect(ids(printedIn(index))).toEqual(['1#1']);
  });

  it('are remembered in 16 MiB, however long the words are', async () => {
    const index = await indexOf('Rain.');
    const finder = new PrintingFinder(index);
    // A row of three such words takes 200 bytes and twice 3,002: 2,704 have room.
    const word = (at: number) => `${at}`.padEnd(1_000, 'x');
    for (let from = 0; from < 3_000; from += 250) {
      const stretch = Array.from({ length: 252 }, (_, at) => word(from + at));
      finder.printing(index.passageIn(0), [stretch], 9);
    }
    expect(finder.keptBytes).toBeGreaterThan(16e6);
    expect(finder.keptBytes).toBeLessThanOrEqual(16 * 2 ** 20);
  });
});
