import { expect, it } from 'vitest';
import { claimedWeights, readings, stretchOf } from '../../src/search/claimed.js';

const request = (...words: readonly (readonly [string, number])[]) => ({
  words: words.map(([text, weight]) => ({ text, weight })),
  places: 1,
  limit: 1,
  leastShare: 0,
});

it('is looked for in a stretch of four times its words, and of forty at least', () => {
  const words = (count: number) => request(...Array.from({ length: count }, () => ['rain', 1] as const));
  expect([1, 10, 11, 50].map((count) => stretchOf(words(count)))).toEqual([40, 40, 44, 200]);
});

it('is read in small letters too where it is in capitals throughout', () => {
  expect(readings('THE')).toEqual(['THE', 'the']);
  expect(readings('DON’T')).toEqual(['DON’T', 'don’t']);
  for (const word of ['The', 'A', 'U.S.', 'rain']) expect(readings(word)).toEqual([word]);
});

it('weighs as much as its words together have of a key, each word once however many readings lead there', async () => {
  const keys: Record<string, number[]> = { RAIN: [1], rain: [1, 2], rains: [1] };
  const weights = await claimedWeights(
    request(['RAIN', 2], ['rains', 3], ['sun', 9]),
    async (one) => keys[one] ?? [],
  );
  expect([...weights]).toEqual([
    [1, 5],
    [2, 2],
  ]);
});
