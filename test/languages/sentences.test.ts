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
    ['“Why?” he asked. “No!” she cried.', ['“Why?” he asked.', '“No!” she cried.']],
    ['“Why?” “because,” he said.', ['“Why?” “because,” he said.']],
    ['“Go.” he said. “So?”', ['“Go.” he said.', '“So?”']],
    ['“Why?” He left. “Why?” 3 of them left.', ['“Why?”', 'He left.', '“Why?”', '3 of them left.']],
    ['Why?\n\nhe asked', ['Why?', 'he asked']],
  ])('%j are %j', (text, wanted) => {
    expect(slices(text)).toEqual(wanted);
  });

  it.each([
    [
      'before a small letter',
      'The rain\nfell. It\r\n“stayed” there.',
      ['The rain\nfell.', 'It\r\n“stayed” there.'],
    ],
    [
      'after a comma or a function word',
      'Rain, said the\nMayor, Ada,\nBorg.',
      ['Rain, said the\nMayor, Ada,\nBorg.'],
    ],
    ['after an abbreviation', 'It rained on Mr.\nBorg.', ['It rained on Mr.\nBorg.']],
    ['after “Why?”', '“Why?”\nhe asked.', ['“Why?”\nhe asked.']],
    [
      'where the next word had no room',
      'Rain fell all day on Tuesday, say Mayor\nBorg and, in a letter that he sent, Carl\nHolm.',
      ['Rain fell all day on Tuesday, say Mayor\nBorg and, in a letter that he sent, Carl\nHolm.'],
    ],
  ])('go on in the next line %s', (_, text, wanted) => {
    expect(slices(text)).toEqual(wanted);
  });

  it.each([
    ['full stop', 'Rain fell.\nSun shone.\n3 people left.', ['Rain fell.', 'Sun shone.', '3 people left.']],
    [
      'heading',
      'Rain in Lund\nRain fell on Lund for all of Tuesday night.',
      ['Rain in Lund', 'Rain fell on Lund for all of Tuesday night.'],
    ],
    ['item', 'Carl Holm\nAda Borg\n- Bo Lund', ['Carl Holm', 'Ada Borg', '- Bo Lund']],
    ['paragraph', 'Rain fell on the\n\nmayor.', ['Rain fell on the', 'mayor.']],
  ])('end with a line that is a %s', (_, text, wanted) => {
    expect(slices(text)).toEqual(wanted);
  });

  it('are wrapped at 40 characters at least, and end with lines in a text of narrower ones', () => {
    const wrapped = (width: number) => `${'x'.repeat(width - 6)} falls\nBorg fell.`;
    expect(slices(wrapped(39))).toHaveLength(2);
    expect(slices(wrapped(40))).toHaveLength(1);
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
