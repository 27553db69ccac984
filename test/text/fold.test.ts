import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../src/text/fold.js';

describe('foldWord', () => {
  it.each([
    ['Obama', 'obama', 'letter case'],
    ['Guénon', 'guenon', 'accents, composed'],
    ['Gue\u0301non', 'guenon', 'accents, combining'],
    ['won’t', "won't", 'the shape of an apostrophe'],
    ['U.S.', 'us', 'the dots of an abbreviation'],
    ['2.5', '2.5', 'but not the point of a number'],
    ['exam\u00ADple', 'example', 'a soft hyphen'],
    ['ﬁnance', 'finance', 'a ligature'],
    ['Łódź', 'lodz', 'a letter that does not decompose'],
    ['5″', "5''", 'a double prime'],
    ['Straße', 'strasse', 'a letter that two stand for'],
    ['Йод', 'иод', 'marks of other scripts'],
    ['👍🏽', '👍', 'the skin tone of an emoji'],
    ['🏽', '🏽', 'but not one that stands alone'],
    ['❤️', '❤', 'the selector of an emoji'],
  ])('%s → %s: %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(foldWord(foldWord(word))).toBe(foldWord(word));
      }),
    );
  });
});
