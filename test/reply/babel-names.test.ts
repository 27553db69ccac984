import { expect, it } from 'vitest';
import { babelName } from '../../src/reply/babel-names.js';

it.each([
  ['en', 'english'],
  ['en-GB', 'british'],
  ['EN-us', 'american'],
  ['en-IE', 'english'],
  ['en-Latn-AU', 'australian'],
  ['de', 'german'],
  ['de-AT', 'german'],
  ['fr-CA', 'french'],
  ['pt-BR', 'brazilian'],
  ['no', 'norsk'],
  ['sr-Cyrl-RS', 'serbianc'],
  ['sr-Latn', 'serbian'],
])('%s is %s', (tag, name) => {
  expect(babelName(tag)).toBe(name);
});

it.each(['sw', 'und', 'sgn', 'zh-Hant'])('%s has no name', (tag) => {
  expect(babelName(tag)).toBeUndefined();
});
