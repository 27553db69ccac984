import { expect, it } from 'vitest';
import { wellFormed } from '../../src/text/well-formed.js';

it.each([
  ['a\uD83D', 'a\uFFFD'],
  ['\uDE00a', '\uFFFDa'],
  ['\uDE00\uD83D', '\uFFFD\uFFFD'],
  ['👩‍👩‍👧 😀', '👩‍👩‍👧 😀'],
  ['\uFFFD', '\uFFFD'],
  ['', ''],
])('%j is well formed as %j', (text, formed) => {
  expect(wellFormed(text)).toBe(formed);
});
