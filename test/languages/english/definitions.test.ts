import { describe, expect, it } from 'vitest';
import { definitionsIn } from '../../../src/languages/english/definitions.js';

const shown = (text: string): string[] =>
  definitionsIn(text).map(({ short, long }) => `${short}: ${long.join(' ')}`);

describe('an abbreviation that a text explains', () => {
  it.each([
    [
      'has the initials of the words right before it',
      'The Port Harbour Office (PHO) shut.',
      'PHO: Port Harbour Office',
    ],
    [
      'may be in the plural',
      'Non-Governmental Organizations (NGOs) came.',
      'NGO: Non Governmental Organizations',
    ],
    ['may have full stops', 'The Board of Works (B.W.) met.', 'BW: Board of Works'],
    [
      'may be of words in small letters',
      'All gross domestic product (GDP) fell.',
      'GDP: gross domestic product',
    ],
    [
      'leaves small words out',
      'The Union of Bakers and Millers (UBM) met.',
      'UBM: Union of Bakers and Millers',
    ],
    ['has them too', 'The Board of Works (BoW) met; the Board of Works (BOW) left.', 'BOW: Board of Works'],
  ])('%s', (_, text, found) => {
    expect(shown(text)).toEqual([found]);
  });

  it('is none where the initials are others, or a word with a capital has none of them', () => {
    expect(shown('The Port Harbour Office (PHA) shut.')).toEqual([]);
    expect(shown('The Port North Harbour Office (PHO) shut.')).toEqual([]);
    expect(shown('He won (PHO) and left.')).toEqual([]);
    expect(shown('The Port Harbour Office, PHO, shut.')).toEqual([]);
    expect(shown('Port Harbour Office (a P)')).toEqual([]);
  });

  it('has no more than two words for a letter, and words no further before it than a name is long', () => {
    expect(shown('Board of the old and new works (BW)')).toEqual([]);
    expect(shown('Board of old works (BW)')).toEqual(['BW: Board of old works']);
    expect(shown(`Board ${' '.repeat(180)}works (BW)`)).toHaveLength(1);
    expect(shown(`Board ${' '.repeat(200)}works (BW)`)).toEqual([]);
  });

  it('comes in order, each time', () => {
    const text = 'The Board of Works (BW) and the Port Office (PO); the Board of Works (BW).';
    expect(shown(text)).toEqual(['BW: Board of Works', 'PO: Port Office', 'BW: Board of Works']);
  });
});
