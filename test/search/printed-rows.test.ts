import { expect, it } from 'vitest';
import { MAX_PLACES_OF_A_WORD, MAX_PRINTINGS, MIN_ROWS, rowsIn } from '../../src/search/printed-rows.js';

it('are every three words in a row, folded, with how often they come; none over the end of a stretch', () => {
  const rows = rowsIn([
    ['We', 'will', 'NOT', 'start'],
    ['we', 'will', 'not'],
    ['too', 'short'],
  ]);
  expect([...rows]).toEqual([
    ['we will not', { words: ['we', 'will', 'not'], times: 2 }],
    ['will not start', { words: ['will', 'NOT', 'start'], times: 1 }],
  ]);
});

it('are 256 at most', () => {
  const stretch = Array.from({ length: 1_000 }, (_, at) => `w${at}`);
  expect(rowsIn([stretch]).size).toBe(256);
});

it('tell printings by three rows, of words that 512 passages have and rows that 128 print, at most', () => {
  expect([MIN_ROWS, MAX_PLACES_OF_A_WORD, MAX_PRINTINGS]).toEqual([3, 512, 128]);
});
