import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf, rowsOf } from '../../../src/surfaces/terminal/rows.js';

const rows = (text: string, width: number, hard = false) =>
  rowsOf(text, width, { hard }).map(({ start, end }) => text.slice(start, end));

describe('places', () => {
  it.each([
    ['plain', 5],
    ['Zürich', 6],
    ['日本語', 6],
    ['한국', 4],
    ['👩‍👩‍👧', 2],
    ['🇨🇭', 2],
    ['e\u0301a\u0308', 2],
    ['ｶﾞ', 2],
    ['a\u200Bb', 2],
    ['a\tb', 10],
  ])('%s takes %i', (text, places) => {
    expect(placesOf(text)).toBe(places);
  });
});

describe('rows', () => {
  it.each<[text: string, width: number, rows: string[]]>([
    ['They went to the rallies', 10, ['They went', 'to the', 'rallies']],
    ['They went', 9, ['They went']],
    ['', 10, ['']],
    ['one\n\ntwo', 10, ['one', '', 'two']],
    ['il dit «\u00A0non\u00A0» à tous', 12, ['il dit', '«\u00A0non\u00A0» à', 'tous']],
    ['one  two', 8, ['one  two']],
    ['one  two', 7, ['one', 'two']],
    ['  indented words here', 12, ['  indented', 'words here']],
    ['an extraordinarily long word', 10, ['an', 'extraordinarily', 'long word']],
    ['日本語の文章です。', 8, ['日本語の', '文章で', 'す。']],
    ['「日本」と言う', 4, ['「日', '本」', 'と言', 'う']],
    ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 4, ['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧']],
    ['cafe\u0301 au lait', 7, ['cafe\u0301 au', 'lait']],
  ])('of %j in %i places', (text, width, expected) => {
    expect(rows(text, width)).toEqual(expected);
  });

  it('cut a word only where nothing may stand out', () => {
    expect(rows('an extraordinary word', 8, true)).toEqual(['an', 'extraord', 'inary', 'word']);
    expect(rows('e\u0301'.repeat(5), 2, true)).toEqual(['e\u0301'.repeat(2), 'e\u0301'.repeat(2), 'e\u0301']);
  });

  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom(' ', '\n', '\t', '日本語。', '👨‍👩‍👧‍👦', 'a\u0308', '  ', '‘a’', '\u00A0'),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('hold all of a text but white space, in order, whatever it is', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), fc.boolean(), (whole, width, hard) => {
        let at = 0;
        for (const { start, end } of rowsOf(whole, width, { hard })) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(whole.slice(at, start)).toMatch(/^\s*$/);
          expect(whole.slice(start, end)).not.toContain('\n');
          at = end;
        }
        expect(whole.slice(at)).toMatch(/^\s*$/);
      }),
    );
  });

  it('stand out nowhere, but for a character that is wider than all of a row', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 60 }), (whole, width) => {
        for (const row of rows(whole, width, true))
          expect(placesOf(row.trimStart())).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('of a long text are found in a time that grows with it, and no faster', () => {
    for (const unit of ['word ', '語', 'e\u0301']) {
      const whole = unit.repeat(20_000);
      expect(rows(whole, 40, true).join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
    }
  });
});
