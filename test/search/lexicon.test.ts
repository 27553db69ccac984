import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/languages/english/english.js';
import { languageOf } from '../../src/languages/index.js';
import { Lexicon } from '../../src/search/lexicon.js';

const GERMAN = languageOf('de');

function lexiconOf(text: string, language = ENGLISH): Lexicon {
  const lexicon = new Lexicon();
  for (const word of text.split(' ')) lexicon.enter(word, language);
  return lexicon;
}

describe('a lexicon', () => {
  it('numbers forms, words and keys in the order in which they are first met', () => {
    const lexicon = lexiconOf('Rains rain Rains the Café cafe');
    expect(lexicon.size).toEqual({ forms: 5, words: 4, keys: 3 });
    expect(lexicon.enter('rain', ENGLISH)).toBe(1);
    expect([0, 1, 2, 3, 4].map((form) => lexicon.surfaceOf(form))).toEqual([
      'Rains',
      'rain',
      'the',
      'Café',
      'cafe',
    ]);
    expect([0, 1, 2, 3, 4].map((form) => lexicon.wordAt(lexicon.wordOf(form)))).toEqual([
      'rains',
      'rain',
      'the',
      'cafe',
      'cafe',
    ]);
    expect([0, 1, 2, 3, 4].map((form) => lexicon.keyAt(lexicon.keyOf(form)))).toEqual([
      'rain',
      'rain',
      '_the',
      'cafe',
      'cafe',
    ]);
    expect(lexicon.isCommonForm(2)).toBe(true);
    expect(lexicon.isCommonForm(0)).toBe(false);
  });

  it('knows the forms of a word and of a key', () => {
    const lexicon = lexiconOf('Rains rain RAINS the');
    const written = (forms: Iterable<number>) => [...forms].map((form) => lexicon.surfaceOf(form));
    expect(written(lexicon.formsOfWord(0))).toEqual(['RAINS', 'Rains']);
    expect(written(lexicon.formsOfKey(0))).toEqual(['RAINS', 'rain', 'Rains']);
  });

  it('knows a word, case and accents apart, and none that it has not met', () => {
    const lexicon = lexiconOf('Café rains');
    expect(lexicon.wordNumber('CAFE')).toBe(0);
    expect(lexicon.wordNumber('rain')).toBeUndefined();
  });

  it('has for a typed word a key in each language that it is asked for, or was met, in order of what they are', () => {
    const lexicon = lexiconOf('used us');
    const keys = (word: string, ...languages: (typeof ENGLISH)[]) =>
      (languages.length > 0 ? lexicon.keysFor(word, languages) : lexicon.keysFor(word)).map((key) =>
        lexicon.keyAt(key),
      );
    expect(keys('us')).toEqual(['_us']);
    expect(keys('using')).toEqual(['us']);
    lexicon.enter('Regen', GERMAN);
    expect(keys('us')).toEqual(['_us', 'us']);
    expect(keys('us', ENGLISH)).toEqual(['_us']);
    expect(keys('us', GERMAN)).toEqual(['us']);
    expect(keys('zebra')).toEqual([]);
  });

  it('keeps a form of one language apart from that of another', () => {
    const lexicon = lexiconOf('the');
    const other = lexicon.enter('the', GERMAN);
    expect([lexicon.isCommonForm(0), lexicon.isCommonForm(other)]).toEqual([true, false]);
    expect(lexicon.wordOf(other)).toBe(lexicon.wordOf(0));
  });

  it('has no numbers that it did not give', () => {
    const lexicon = lexiconOf('rain');
    for (const ask of [() => lexicon.surfaceOf(1), () => lexicon.wordAt(1), () => lexicon.keyAt(-1)])
      expect(ask).toThrow('The lexicon has no number');
    expect(() => lexicon.wordOf(1)).toThrow('No entry 1 in a list of 1');
  });
});
