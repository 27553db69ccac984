import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/languages/index.js';
import { Vocabulary } from '../../src/search/vocabulary.js';
import { words } from '../../src/text/words.js';

function vocabularyOf(text: string): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const word of words(text)) vocabulary.enter(word.text, ENGLISH);
  return vocabulary;
}

const vocabulary = vocabularyOf(
  'Government and GOVERNMENT, government; the governor of Guénon. Government obama',
);

describe('the vocabulary', () => {
  it('knows each word of the corpus, case and accents apart', () => {
    expect(['government', 'GUENON', 'the'].map((word) => vocabulary.has(word))).toEqual([true, true, true]);
    expect(['govern', 'zebra'].map((word) => vocabulary.has(word))).toEqual([false, false]);
  });

  it('knows the words that are forms of one', () => {
    expect(vocabulary.formsOf('govern')).toEqual(['Government']);
    expect(vocabulary.formsOf('zebra')).toEqual([]);
  });

  it('completes a word with those that carry something, the most frequent first, as they mostly stand', () => {
    expect(vocabulary.startingWith('gov', 5)).toEqual(['Government', 'governor']);
    expect(vocabulary.startingWith('gué', 5)).toEqual(['Guénon']);
    expect(vocabulary.startingWith('th', 5)).toEqual([]);
    expect(vocabulary.startingWith('', 2)).toHaveLength(2);
  });

  it.each([
    ['goverment', ['Government']],
    ['Obma', ['obama']],
    ['governer', ['governor']],
    ['football', []],
    ['ob', []],
    ['obama', []],
  ])('guesses what was meant by %s: %j', (typed, meant) => {
    expect(vocabulary.closeTo(typed, 3)).toEqual(meant);
  });
});
