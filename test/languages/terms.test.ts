import { describe, expect, it } from 'vitest';
import { isCommon, keyOf, terms, wordsAsWritten } from '../../src/languages/terms.js';

describe('keyOf', () => {
  it.each([
    [['NGO', 'NGOs', 'NGO’s', "NGO's", 'ngos']],
    [['hack', 'hacked', 'hacking', 'Hacks']],
    [['election', 'elections', 'Elections']],
    [['Guénon', 'guenon', "Guénon's"]],
    [['1,234', '1234']],
  ])('is one for the forms %j', (forms) => {
    expect(new Set(forms.map((form) => keyOf(form))).size).toBe(1);
  });

  it.each([
    ['Russia', 'Russell'],
    ['Iran', 'Iraq'],
    ['2012', '2013'],
  ])('tells %s from %s', (a, b) => {
    expect(keyOf(a)).not.toBe(keyOf(b));
  });
});

describe('the keys of words', () => {
  /** A language that says how many stems it was asked for. */
  function counting() {
    const asked: string[] = [];
    const stem = (word: string) => {
      asked.push(word);
      return word;
    };
    return { asked, language: { stem, common: new Set<string>() } };
  }

  it('are kept of 8 MiB of words of a language, those asked for last', () => {
    const { asked, language } = counting();
    // A word of 8 letters and its key take 160 + 2 × (40 + 16) bytes: 30,840 have room.
    const words = Array.from({ length: 30_840 }, (_, at) => `w${String(at).padStart(7, '0')}`);
    for (const word of [...words, ...words]) keyOf(word, language);
    expect(asked).toHaveLength(words.length);
    keyOf('another1', language);
    keyOf(words[0] ?? '', language);
    expect(asked.slice(words.length)).toEqual(['another1', words[0]]);
  });

  it('are not kept of what is too long for a word', () => {
    const { asked, language } = counting();
    for (const length of [64, 64, 65, 65]) keyOf('a'.repeat(length), language);
    expect(asked.map(({ length }) => length)).toEqual([64, 65, 65]);
  });
});

describe('isCommon', () => {
  it('knows function words, and that in capitals they are names', () => {
    expect(['the', 'The', 'of', 'won’t'].map((word) => isCommon(word))).toEqual([true, true, true, true]);
    expect(['US', 'WHO', 'Obama'].map((word) => isCommon(word))).toEqual([false, false, false]);
  });

  it('knows names in capitals with full stops too', () => {
    expect(['U.S.', 'U.S', 'W.H.O.', 'I.T.'].map((word) => isCommon(word))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['A', 'I', 'Us', 'Who'].map((word) => isCommon(word))).toEqual([true, true, true, true]);
  });
});

describe('wordsAsWritten', () => {
  const read = (text: string): string =>
    wordsAsWritten(text)
      .map((word) => word.text)
      .join(' ');

  it('reads what is in capitals throughout in small letters', () => {
    expect(read('WHAT DID BORG SAY ABOUT BOATS?')).toBe('what did borg say about boats');
  });

  it('keeps a function word after an article, which is a name', () => {
    expect(read('WHAT THE US SAYS OF US')).toBe('what the US says of us');
    expect(read('THE WHO AND WHO ELSE')).toBe('the WHO and who else');
  });

  it('keeps capitals of few words, and beside small letters', () => {
    expect(read('US GDP FIGURES')).toBe('US GDP FIGURES');
    expect(read('What did the US AND OTHERS say')).toBe('What did the US AND OTHERS say');
  });

  it('keeps the places', () => {
    expect(wordsAsWritten('BORG SAW THE BOAT')[3]).toMatchObject({ text: 'boat', start: 13, end: 17 });
  });
});

describe('terms', () => {
  it('gives each word its key and its place', () => {
    expect(terms('The NGOs won')).toEqual([
      { key: '_the', start: 0, end: 3, common: true },
      { key: 'ngo', start: 4, end: 8, common: false },
      { key: 'won', start: 9, end: 12, common: false },
    ]);
  });
});
