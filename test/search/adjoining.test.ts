import { expect, it } from 'vitest';
import { isAdjoining, isHyphened } from '../../src/search/adjoining.js';
import { words } from '../../src/text/words.js';

it.each([
  ['hand off', true, false],
  ['hand-off', true, true],
  ['hand\u2010off', true, true],
  ['hand\u2011off', true, true],
  ['hand\noff', true, false],
  ['hand  off', false, false],
  ['hand-\noff', false, true],
  ['hand-\r\n  off', false, true],
  ['hand\u00AD\noff', false, true],
  ['hand-\n\noff', false, false],
  ['hand,\noff', false, false],
  ['hand, off', false, false],
  ['hand–off', false, false],
])('of two words as in “%s” tells if they adjoin, and if a hyphen joins them', (text, adjoin, hyphened) => {
  const [first, second] = words(text);
  expect([isAdjoining(text, first, second), isHyphened(text, first, second)]).toEqual([adjoin, hyphened]);
});

it('says that nothing adjoins a word that is not there', () => {
  const [first] = words('hand');
  expect([isAdjoining('hand', first, undefined), isAdjoining('hand', undefined, first)]).toEqual([
    false,
    false,
  ]);
  expect([isHyphened('hand', first, undefined), isHyphened('hand', undefined, first)]).toEqual([
    false,
    false,
  ]);
});
