import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  citationSchema,
  decodeOpenId,
  encodeOpenId,
  isOpened,
  OPENED,
} from '../../../src/surfaces/discord/open-id.js';

it('comes back as it went in, whatever the id, or is not made where it is too long', () => {
  const kind = fc.constantFrom(...OPENED, 'cite' as const, 'open' as const);
  fc.assert(
    fc.property(kind, fc.string({ minLength: 1, maxLength: 120, size: 'max' }), (kind, id) => {
      const open = { kind, revision: '0123abcd', id };
      const encoded = encodeOpenId(open);
      if (encoded === undefined) expect(kind.length + '0123abcd'.length + 2 + id.length).toBeGreaterThan(100);
      else {
        expect(encoded.length).toBeLessThanOrEqual(100);
        expect(decodeOpenId(encoded)).toEqual(open);
      }
    }),
  );
});

it('is nothing where anybody made it up', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, size: 'max' }), (made) => {
      const read = decodeOpenId(made);
      if (read) expect(encodeOpenId(read)).toBe(made);
    }),
  );
  for (const made of [
    'page:0123abcd:1',
    'context:0123abcde:1',
    'context::1',
    `context:0123abcd:${'1'.repeat(90)}`,
  ])
    expect(decodeOpenId(made)).toBeUndefined();
});

it('opens by itself what a button may open, and no menu', () => {
  const opened = (kind: 'context' | 'cite' | 'open') => isOpened({ kind, revision: '0', id: '1' });
  expect([opened('context'), opened('cite'), opened('open')]).toEqual([true, false, false]);
  expect(citationSchema.safeParse('apa').success).toBe(true);
  expect(citationSchema.safeParse('facts').success).toBe(false);
});
