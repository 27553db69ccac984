import { expect, it } from 'vitest';
import { candidateSlots } from '../../../src/search/memory/candidates.js';
import { Gathering } from '../../../src/search/memory/gathering.js';
import type { SegmentedIndex } from '../../../src/search/memory/segmented-index.js';
import { words } from '../../../src/text/words.js';
import { idsIn, indexOf, times } from './made.js';

function found(index: SegmentedIndex, asked: string, limit: number) {
  const keys = words(asked).flatMap(({ text }) => index.keysFor(text));
  const weights = new Map(keys.map((key) => [key, index.weight(key)]));
  const tools = { gathering: new Gathering(index.slots), passes: undefined };
  const { slots, complete } = candidateSlots(index, { weights, phrases: [], limit }, tools);
  return { ids: idsIn(index, slots), complete };
}

it('has the best by BM25 first', async () => {
  const index = await indexOf(
    'Rain and sun.',
    'Rain and rain.',
    'Sun, snow, hail, fog and frost.',
    'Sun.',
    'Sun.',
  );
  expect(found(index, 'rain', 9)).toEqual({ ids: ['1#1', '0#1'], complete: true });
  expect(found(index, 'sun', 9).ids).toEqual(['3#1', '4#1', '0#1', '2#1']);
});

it('looks rare words up until they have 8,000 places, and then has the shortest of equals too', async () => {
  const index = async (rains: number) =>
    indexOf(['sun', 'rain rain rain rain', ...times(rains - 1, 'rain')].join('\n\n'));
  // By BM25 the second says most of the others; where rain is left out, the first that is short does.
  expect(found(await index(7_999), 'sun rain', 2).ids).toEqual(['0#1', '0#2']);
  expect(found(await index(8_000), 'sun rain', 2).ids).toEqual(['0#1']);
  expect(found(await index(8_000), 'sun rain', 4)).toEqual({ ids: ['0#1', '0#3'], complete: false });
});

it('finds by function words where there are no others, as many as are wanted', async () => {
  const index = await indexOf('It is what it is and was.', 'Rain.', 'It was.', 'It was rain.', 'It.');
  expect(found(index, 'it was', 9)).toEqual({ ids: ['0#1', '2#1', '3#1', '4#1'], complete: true });
  expect(found(index, 'it was', 4).complete).toBe(true);
  expect(found(index, 'it was', 3)).toEqual({ ids: ['0#1', '2#1', '3#1'], complete: false });
});
