import { expect, it } from 'vitest';
import { isWhole } from '../../src/verify/whole-words.js';

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
  ['a 15-year-old boy', '-year-old boy', false],
  ['cost us $5', 'cost us $', false],
  ['cost us $5', '5', false],
  ['the 9/11 attacks', '/11 attacks', false],
  ['the 9/11 attacks', '11 attacks', false],
  ['U.S. troops', 'S. troops', false],
  ['love the U.S.', 'love the U', false],
  ['love the U.S.', 'love the U.', false],
  ['love the U.S.', 'love the U.S', true],
  ['AT&T said', 'T said', false],
  ['written in C++', 'written in C', false],
  ['at 10:30 sharp', '30 sharp', false],
  ['it ended.Then', 'Then', true],
])('in “%s”, “%s” is whole: %s', (text, part, whole) => {
  const start = text.indexOf(part);
  expect(start).not.toBe(-1);
  expect(isWhole(text, start, start + part.length)).toBe(whole);
});
