import { expect, it } from 'vitest';
import { isKnownLanguage, tagNamed } from '../../src/corpus/language-names.js';

it.each([
  ['English', 'en'],
  [' german ', 'de'],
  ['Deutsch', 'de'],
  ['français', 'fr'],
  ['Chinese', 'zh'],
  ['Hebrew', 'he'],
  ['Klingon Poetry', undefined],
  ['en', undefined],
])('%j is the name of the language %j', (name, tag) => {
  expect(tagNamed(name)).toBe(tag);
});

it.each([
  ['en', true],
  ['pt-BR', true],
  ['gsw', true],
  ['zh-Hant', true],
  ['english', false],
  ['zz', false],
])('%j is of a known language: %j', (tag, known) => {
  expect(isKnownLanguage(tag)).toBe(known);
});
