import { expect, it } from 'vitest';
import { groupedNumberAt, isGroupedAt } from '../../src/search/grouped-numbers.js';
import { words } from '../../src/text/words.js';

const numberIn = (text: string, at = 0) => groupedNumberAt(words(text), at, text);

it('reads a number however its thousands are marked', () => {
  const million = { words: ['1000000', "1'000'000", '1.000.000'], groups: ['1', '000', '000'] };
  for (const text of [
    '1000000',
    '1,000,000',
    '1.000.000',
    '1’000’000',
    "1'000'000",
    '1 000 000',
    '1\u202F000\u202F000',
  ])
    expect(numberIn(text)).toEqual(million);
  expect(numberIn('1 000 000 crowns', 2)).toEqual(million);
  expect(numberIn('2500')).toEqual({ words: ['2500', "2'500"], groups: ['2', '500'] });
  expect(numberIn('123456789012345')?.groups).toHaveLength(5);
});

it('reads none in what may be something else', () => {
  for (const text of ['250', '2.500', '0123', '1,00,000', '12 34', '1, 000', '1-000', 'crowns', '000 000'])
    expect(numberIn(text)).toBeUndefined();
  expect(numberIn('2018 300', 1)).toBeUndefined();
  expect(numberIn('1234567890123456')).toBeUndefined();
  expect(numberIn(`1${' 000'.repeat(5)}`)).toBeUndefined();
});

it('knows the groups of one number from those of a longer one and from numbers in a row', () => {
  const isOne = (text: string, at: number, length: number) => isGroupedAt(words(text), at, length, text);
  expect(isOne('in 10 000 years', 1, 2)).toBe(true);
  expect(isOne('in 10 000 000 years', 1, 2)).toBe(false);
  expect(isOne('in 10 000 000 years', 2, 2)).toBe(false);
  expect(isOne('in 10, 000 years', 1, 2)).toBe(false);
});
