import { expect, it } from 'vitest';
import { ENGLISH } from '../../src/languages/english/english.js';
import { Lexicon } from '../../src/search/lexicon.js';
import { atLeastOneWithin, rarestFirst, within } from '../../src/search/rarest.js';

const known = (...all: readonly (readonly [number, number])[]) =>
  all.map(([key, frequency]) => ({ key, frequency }));

it('are the keys of the fewest passages first, and equals by what they are, whenever they were met', () => {
  const lexicon = new Lexicon();
  const [sun = 0, rain = 0, snow = 0] = ['sun', 'rain', 'snow'].map((word) =>
    lexicon.keyOf(lexicon.enter(word, ENGLISH)),
  );
  const found = rarestFirst(known([sun, 2], [snow, 1], [rain, 2]), lexicon);
  expect(found.map(({ key }) => key)).toEqual([snow, rain, sun]);
});

it('are taken as long as they have no more places together', () => {
  expect(within(known([1, 3], [2, 4], [3, 9]), 7)).toEqual([1, 2]);
  expect(within(known([1, 3], [2, 4], [3, 9]), 6)).toEqual([1]);
  expect(within(known([1, 9]), 7)).toEqual([]);
});

it('are at least the first that any passage has', () => {
  expect(atLeastOneWithin(known([1, 0], [2, 9], [3, 1]), 7)).toEqual([2]);
  expect(atLeastOneWithin(known([1, 3], [2, 4], [3, 1]), 7)).toEqual([1, 2]);
  expect(atLeastOneWithin(known([1, 0]), 7)).toEqual([]);
});
