import fc from 'fast-check';
import { expect, it } from 'vitest';
import { token } from '../../../src/search/opensearch/token.js';

it('is the word itself, where no blank parts it', () => {
  expect(token('rain')).toBe('rain');
  expect(token('20 000\u00A0euros')).toBe('20#000#euros');
});

it('is one token of at most 255 characters, never empty, the same for the same', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600, unit: 'binary' }), (word) => {
      expect(token(word)).toMatch(/^\S+$/u);
      expect(token(word).length).toBeLessThanOrEqual(255);
      expect(token(word)).toBe(token(word));
    }),
  );
});

it('tells long words apart, from 201 characters on by their hash', () => {
  expect(token('a'.repeat(200))).toBe('a'.repeat(200));
  expect(token('a'.repeat(201))).toMatch(/^#[0-9a-f]{64}$/);
  expect(token('a'.repeat(201))).not.toBe(token('a'.repeat(202)));
});
