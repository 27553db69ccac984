import { expect, it } from 'vitest';
import { ENGLISH } from '../../src/languages/english/english.js';
import { Lexicon } from '../../src/search/lexicon.js';
import { hasRow, rowIn } from '../../src/search/row.js';

const lexicon = new Lexicon();
const forms = Uint32Array.from('Rain rain sun RAIN rain'.split(' '), (word) => lexicon.enter(word, ENGLISH));
const row = (text: string) => text.split(' ').map((word) => lexicon.wordNumber(word));

it('stands where its words do, in any capitals, one place after the other', () => {
  expect(rowIn(lexicon, forms, row('rain'))).toBe(0);
  expect(rowIn(lexicon, forms, row('rain rain'))).toBe(0);
  expect(rowIn(lexicon, forms, row('rain rain'), 1)).toBe(3);
  expect(rowIn(lexicon, forms, row('rain rain'), 4)).toBe(-1);
  expect(rowIn(lexicon, forms, row('Sun rain rain'))).toBe(2);
});

it('stands nowhere where it is longer than the text, in another order, or has a word without a number', () => {
  expect(hasRow(lexicon, forms, row('rain rain sun rain rain'))).toBe(true);
  expect(hasRow(lexicon, forms, row('rain rain sun rain rain rain'))).toBe(false);
  expect(hasRow(lexicon, forms, row('rain sun sun'))).toBe(false);
  expect(hasRow(lexicon, forms, [undefined])).toBe(false);
});
