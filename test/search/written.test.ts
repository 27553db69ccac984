import { expect, it } from 'vitest';
import { isWrittenAsName, mostFrequentForm } from '../../src/search/written.js';

it('is a name where more than seven tenths of its words have a capital', () => {
  expect(
    isWrittenAsName([
      ['Borg', 7],
      ['borg', 3],
    ]),
  ).toBe(false);
  expect(
    isWrittenAsName([
      ['Borg', 71],
      ['borg', 29],
    ]),
  ).toBe(true);
  expect(isWrittenAsName([['Žižek', 1]])).toBe(true);
  expect(isWrittenAsName([])).toBe(false);
});

it('is written as it mostly is, in all languages together, and else as it comes first in order of characters', () => {
  expect(
    mostFrequentForm([
      ['rain', 2],
      ['Rain', 3],
      ['rain', 2],
    ]),
  ).toBe('rain');
  expect(
    mostFrequentForm([
      ['rain', 2],
      ['Rain', 2],
    ]),
  ).toBe('Rain');
  expect(mostFrequentForm([])).toBe('');
});
