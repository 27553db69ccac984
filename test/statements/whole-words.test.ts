import { expect, it } from 'vitest';
import { isWhole } from '../../src/statements/whole-words.js';

it.each([
  ['unable to act', 'able to act', false],
  ['he cannot go', 'he can', false],
  ['he can’t go', 'he can', false],
  ['non-violent protest', 'violent protest', false],
  ['a well-known man', 'a well', false],
  ['rose 2.5 percent', '5 percent', false],
  ['rose by 2.5 percent', 'rose by 2', false],
  ['killed 1,000', 'killed 1', false],
  ['fell to -5 degrees', '5 degrees', false],
  ['rose by 5%', 'rose by 5', false],
  ['“able” he said', 'able', true],
  ['so—able', 'able', true],
  ['of 1999-2000 it', '2000 it', false],
  ['in 2012. Then', 'in 2012', true],
  ['the end', 'the end', true],
  ['He said: able', 'able', true],
])('in “%s”, “%s” is whole: %s', (text, part, whole) => {
  const start = text.indexOf(part);
  expect(start).not.toBe(-1);
  expect(isWhole(text, start, start + part.length)).toBe(whole);
});
