import { expect, it } from 'vitest';
import { ownCopy } from '../../src/text/own-copy.js';
import { held } from '../support/memory.js';

it('a copy is the same string, whatever characters it has', () => {
  for (const text of [
    '',
    'a',
    'a word of thirteen',
    '\uD800 half a pair, and another \uDFFF',
    '👩‍👩‍👧 위키 עברית',
  ])
    expect(ownCopy(text)).toBe(text);
});

it.each([13, 40])('a copy of %i letters does not keep the text that it was cut from', async (letters) => {
  const texts = 50;
  const before = await held();
  const kept = Array.from({ length: texts }, (_, at) =>
    ownCopy(`${at} `.repeat(300_000).slice(7, 7 + letters)),
  );
  const after = await held();
  // Of the texts each takes 600,000 bytes or more.
  expect(after.heap - before.heap).toBeLessThan((texts * 600_000) / 2);
  expect(kept).toHaveLength(texts);
});
