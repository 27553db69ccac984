import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/languages/sentences.js';

const slices = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a text', () => {
  it.each([
    ['One. Two!  Three?', ['One.', 'Two!', 'Three?']],
    ['He met Mr. Smith. They spoke.', ['He met Mr. Smith.', 'They spoke.']],
    ['The U.S. Senate met. It voted.', ['The U.S. Senate met.', 'It voted.']],
    ['J. Edgar Hoover, e.g. Mr. X. No.', ['J. Edgar Hoover, e.g. Mr. X. No.']],
    ['It rose 2.5 percent. Then it fell.', ['It rose 2.5 percent.', 'Then it fell.']],
    ['', []],
    [' \n ', []],
  ])('%j are %j', (text, wanted) => {
    expect(slices(text)).toEqual(wanted);
  });

  it('hold every character that is not white space, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '”', '?', 'Mr', '日') }),
        (text) => {
          let reached = 0;
          for (const { start, end } of sentencesOf(text)) {
            expect(start).toBeGreaterThanOrEqual(reached);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(reached, start).trim()).toBe('');
            reached = end;
          }
          expect(text.slice(reached).trim()).toBe('');
        },
      ),
    );
  });
});
