import { describe, expect, it } from 'vitest';
import { Gathering } from '../../../src/search/memory/gathering.js';
import { nearPassages } from '../../../src/search/memory/near.js';
import type { SegmentedIndex } from '../../../src/search/memory/segmented-index.js';
import { indexOf, times } from './made.js';

/** The claim's words, each with its weight. */
type Claim = Readonly<Record<string, number>>;

async function near(index: SegmentedIndex, claim: Claim, { limit = 9, places = 1_000, leastShare = 0 } = {}) {
  const words = Object.entries(claim).map(([text, weight]) => ({ text, weight }));
  const found = await nearPassages(index, { words, places, limit, leastShare }, new Gathering(index.slots));
  return found.map(({ passage, bound }) => [passage.id, bound] as const);
}

describe('the passages near a claim', () => {
  it('have its weight with their neighbours in the document, most first', async () => {
    const index = await indexOf('Rain.\n\nSun.\n\nSnow.', 'Hail and rain.', 'Snow.', 'Rain of hail.');
    expect(await near(index, { rain: 1, sun: 1, hail: 2 })).toEqual([
      ['1#1', 0.75],
      ['3#1', 0.75],
      ['0#2', 0.5],
      ['0#1', 0.5],
    ]);
    expect(await near(index, { rain: 1, sun: 1, hail: 2 }, { leastShare: 0.75 })).toHaveLength(2);
  });

  it('count a repeated word once', async () => {
    expect(await near(await indexOf('Rain, rain, rain.', 'Sun.'), { rain: 1, snow: 3 })).toEqual([
      ['0#1', 0.25],
    ]);
  });

  it('have it in one stretch: four times as long as the claim, of 41 words at least', async () => {
    const apart = (words: number) => indexOf(`Rain ${times(words, 'wind').join(' ')} sun.`);
    const bound = async (words: number, claim: Claim) => (await near(await apart(words), claim))[0]?.[1];
    const short = { rain: 1, sun: 1 };
    expect([await bound(39, short), await bound(40, short)]).toEqual([1, 0.5]);
    const long = { ...short, ...Object.fromEntries(Array.from({ length: 18 }, (_, at) => [`z${at}`, 0])) };
    expect([await bound(79, long), await bound(80, long)]).toEqual([1, 0.5]);
  });

  it('may have all of it where the end of a line parts a word, which has no key', async () => {
    for (const end of ['-\n', '‐   \t  \n', '\u00AD\r\n'])
      expect(
        await near(await indexOf(`Rain gov${end}ernment.`, 'Snow.'), { rain: 1, government: 3 }),
      ).toEqual([['0#1', 1]]);
  });

  it('are those with most by their rarest words, three looked at for each that is given', async () => {
    const found = async (richer: number) => {
      const index = await indexOf(...times(richer, 'sun snow hail'), 'rain', ...times(5, 'wind'));
      return near(index, { rain: 9, sun: 1, snow: 1, hail: 1 }, { limit: 1 });
    };
    expect(await found(2)).toEqual([['2#1', 0.75]]);
    expect(await found(3)).toEqual([['0#1', 0.25]]);
  });

  it('are counted by as many places as are given, and by the rarest word at least', async () => {
    const index = await indexOf('rain', ...times(3, 'sun'), ...times(3, 'snow'));
    const claim = { rain: 1, sun: 1, snow: 1 };
    expect((await near(index, claim, { places: 4 })).map(([id]) => id)).toEqual(['0#1', '4#1', '5#1', '6#1']);
    expect((await near(index, claim, { places: 3 })).map(([id]) => id)).toEqual(['0#1']);
    expect((await near(index, claim, { places: 0 })).map(([id]) => id)).toEqual(['0#1']);
  });

  it('are found by function words where the claim has no others, and by those that capitals may hide', async () => {
    const index = await indexOf('It was of us.', 'Rain.');
    expect(await near(index, { it: 1, of: 1 })).toEqual([['0#1', 1]]);
    expect(await near(index, { US: 1, rain: 1 })).toEqual([['1#1', 0.5]]);
    expect(await near(index, { IT: 1, US: 1 })).toEqual([['0#1', 1]]);
  });
});
