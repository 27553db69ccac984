import { expect, it } from 'vitest';
import { uniqueBy } from '../../src/text/unique-by.js';

it('keeps the first of each key, in order', () => {
  expect(uniqueBy(['Borg', 'Lind', 'bond', 'Laks'], (name) => name.charAt(0))).toEqual([
    'Borg',
    'Lind',
    'bond',
  ]);
});
