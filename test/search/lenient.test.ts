import { describe, expect, it } from 'vitest';
import { searchLeniently } from '../../src/search/lenient.js';
import { libraryOf } from '../support/folder.js';

const library = () =>
  libraryOf({
    '1.txt': 'The government raised taxes in 1956.\n\nMontcalm slipped away.\n\nThe weather was fine.',
  });

const search = async (text: string) => searchLeniently(await library(), text, {});

describe('a search that finds nothing as typed', () => {
  it('puts slips of the hand right, and says which', async () => {
    for (const typed of ['goverment', 'govermnent', 'governmentt', 'govrenment', 'govenrment']) {
      expect(await search(typed)).toMatchObject({
        hits: [{ passage: { id: '1#1' } }],
        read: 'government',
        corrections: [{ typed, shown: 'government' }],
      });
    }
  });

  it('puts eight slips right, and no more', async () => {
    const words = 'alphas bravos charlies deltas echoes foxtrots hotels indias juliets'.split(' ');
    const library = await libraryOf({ '1.txt': words.join(' '), '2.txt': 'Rain.' });
    const { corrections, hits } = await searchLeniently(
      library,
      words.map((word) => `${word}q`).join(' '),
      {},
    );
    expect(corrections.map(({ shown }) => shown)).toEqual(words.slice(0, 8));
    expect(hits.length).toBe(1);
  });

  it('takes no number for another, and no word for one that is two letters away', async () => {
    expect((await search('1766')).hits).toEqual([]);
    expect((await search('wealthier')).hits).toEqual([]);
  });

  it('no longer requires a phrase where there are words besides it, and says which', async () => {
    expect(await search('government taxes “raised the taxes”')).toMatchObject({
      hits: [{ passage: { id: '1#1' } }],
      loosened: ['raised the taxes'],
    });
    expect((await search('“raised the taxes”')).hits).toEqual([]);
  });
});

it('changes nothing that is found as typed', async () => {
  expect(await search('government')).toMatchObject({ read: 'government', corrections: [], loosened: [] });
});
