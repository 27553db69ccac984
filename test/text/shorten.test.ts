import { expect, it } from 'vitest';
import { shorten } from '../../src/text/shorten.js';

it('shortens between characters as readers count them, and only where it must', () => {
  expect(shorten('short', 5)).toBe('short');
  expect(shorten('longer', 5)).toBe('long…');
  expect(shorten('ab👩‍👩‍👧', 6)).toBe('ab…');
});
