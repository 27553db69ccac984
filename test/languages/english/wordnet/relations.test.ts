import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedWith } from '../../../../src/languages/english/wordnet/derivations.js';
import { isRelated, isSameWord } from '../../../../src/languages/english/wordnet/relations.js';

const pairs = (list: string) => list.split(', ').map((pair) => pair.split(' ') as [string, string]);

const word = fc.oneof(
  fc.string(),
  fc.constantFrom(
    ...'pay paid university universities universe colour colors nation national news new saw see'.split(' '),
    ...'lie lies trump trumps xyzzy xyzzies leaves leaf leave constructor us use used'.split(' '),
  ),
);

describe('two words are the same', () => {
  it.each(
    pairs(
      "pay paid, university universities, colour colors, saw see, leaves leaf, organised organize, went goes, dog dog's",
    ),
  )('word: %s and %s', (one, other) => {
    expect(isSameWord(one, other)).toBe(true);
  });

  it.each(pairs("obama obamas, obama obama's, zibbed zib, zibbing zibs, xyzzies xyzzy"))(
    'by the plain rules where WordNet knows neither: %s and %s',
    (one, other) => {
      expect(isSameWord(one, other)).toBe(true);
    },
  );

  it.each(pairs('nation national, university universe, us use, news new, xyzzy xyzzle, affect effect'))(
    'and %s and %s are not',
    (one, other) => {
      expect(isSameWord(one, other)).toBe(false);
    },
  );

  it('whichever stands first, and each is with itself', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isSameWord(one, one)).toBe(true);
        expect(isSameWord(one, other)).toBe(isSameWord(other, one));
      }),
    );
  });
});

describe('two words are related', () => {
  it.each(
    pairs(
      'nation national, nation nationalism, national nationalism, finance financial, elect election, elect electoral, election electoral, russia russian, deny denial, investigator investigation, pays payment',
    ),
  )('by what WordNet derives: %s and %s', (one, other) => {
    expect(isRelated(one, other)).toBe(true);
  });

  it.each(
    pairs(
      'large largely, helpful helps, comparable compare, special specialise, imperial imperialism, alleged allegations, logic logical, stability stabilizing, happily happy',
    ),
  )('by a suffix that keeps the meaning: %s and %s', (one, other) => {
    expect(isRelated(one, other)).toBe(true);
  });

  it.each(
    pairs(
      'direct direction, senate senators, reflect reflection, continuous continue, careful care, productive product',
    ),
  )('by a definition with the stem of the other: %s and %s', (one, other) => {
    expect(isRelated(one, other)).toBe(true);
  });

  it('by a suffix of a word that WordNet lacks, if it has the other', () => {
    expect(isRelated('transformational', 'transformation')).toBe(true);
    expect(isRelated('xyzzional', 'xyzzion')).toBe(false);
  });

  it.each(
    pairs(
      'university universe, import important, author authority, general generation, new news, past paste, experiment experience, information informal, community communication, iron ironic, depart department, use us, severe several',
    ),
  )('and not by their stems alone: %s and %s', (one, other) => {
    expect(isRelated(one, other)).toBe(false);
  });

  it('only if they begin alike, for three letters', () => {
    expect(isRelated('deny', 'denial')).toBe(true);
    expect(derivedWith('long')).not.toContain('length');
    expect(isRelated('long', 'length')).toBe(false);
  });

  it('whichever stands first, and if they are the same', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isRelated(one, other)).toBe(isRelated(other, one));
        if (isSameWord(one, other)) expect(isRelated(one, other)).toBe(true);
      }),
    );
  });
});
