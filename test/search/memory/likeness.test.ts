import { describe, expect, it } from 'vitest';
import { Gathering } from '../../../src/search/memory/gathering.js';
import { Likeness } from '../../../src/search/memory/likeness.js';
import type { SegmentedIndex } from '../../../src/search/memory/segmented-index.js';
import { indexOf, times } from './made.js';

const alike = (index: SegmentedIndex, slot: number, limit = 9_999) =>
  new Likeness(index, new Gathering(index.slots)).alike(slot, limit);

describe('likeness', () => {
  it('is 1 for the same telling words, whatever else stands there, and counts rare words most', async () => {
    const index = await indexOf(
      'Rain and sun.',
      'The sun, rain.',
      'Sun and snow.',
      'Rain and hail.',
      'Sun.',
      'Rains.',
    );
    const found = alike(index, 0).map(({ passage, likeness }) => [passage.id, likeness.toFixed(6)]);
    expect(found[0]).toEqual(['1#1', '1.000000']);
    expect(found.map(([id]) => id)).toEqual(['1#1', '4#1', '5#1', '2#1', '3#1']);
  });

  it('is of no passage of the same document, and of none without a telling word in common', async () => {
    const index = await indexOf('Rain.\n\nRain.', 'Snow.', 'The of and.');
    expect(alike(index, 0)).toEqual([]);
    expect(alike(index, index.slots - 1)).toEqual([]);
  });

  it('is not looked for by a word that more than 256 passages have', async () => {
    expect(alike(await indexOf(...times(256, 'rain')), 150)).toHaveLength(255);
    expect(alike(await indexOf(...times(257, 'rain')), 150)).toEqual([]);
  });

  it('is looked for by the rarest words, until these have 1,536 places', async () => {
    const own = 'a1 b2 c3 d4 e5 f6 g7';
    const others = (rarest: number) => [
      ...times(rarest - 1, 'a1'),
      ...times(254, 'b2'),
      ...['c3', 'd4', 'e5', 'f6', 'g7'].flatMap((word) => times(255, word)),
    ];
    const having = async (rarest: number, word: string) =>
      alike(await indexOf(own, ...others(rarest)), 0).filter(({ passage }) => passage.text === word).length;
    expect(await having(1, 'g7')).toBe(255);
    expect(await having(2, 'g7')).toBe(0);
    expect(await having(2, 'f6')).toBe(255);
  });

  it('remembers 16 MiB of what passages tell', async () => {
    // A passage of 2,000 telling words takes 200 bytes and 32,000: 521 have room.
    const texts = Array.from({ length: 560 }, (_, at) =>
      Array.from({ length: 2_000 }, (_, word) => `w${(at * 7 + word) % 5_000}`).join(' '),
    );
    const index = await indexOf(...texts);
    const likeness = new Likeness(index, new Gathering(index.slots));
    for (let slot = 0; slot < index.slots; slot++) likeness.alike(slot, 0);
    expect(likeness.keptBytes).toBeGreaterThan(16e6);
    expect(likeness.keptBytes).toBeLessThanOrEqual(16 * 2 ** 20);
  });
});
