import { expect, it } from 'vitest';
import { ENGLISH } from '../../src/languages/english/english.js';
import { languageOf } from '../../src/languages/index.js';
import { isCommon, keyOf } from '../../src/languages/terms.js';

it('reads English where no language is stated, whatever its region', () => {
  for (const tag of [undefined, 'en', 'en-GB', 'EN-us']) expect(languageOf(tag)).toBe(ENGLISH);
});

it('lets the words of a language that it does not know stand for themselves', () => {
  const german = languageOf('de');
  expect(keyOf('Häuser', german)).toBe('hauser');
  expect(isCommon('the', german)).toBe(false);
});
