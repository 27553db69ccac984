import { describe, expect, it } from 'vitest';
import { words } from '../../src/text/words.js';
import { generatedArticles } from './articles.js';
import { inputsFrom } from './inputs.js';
import { FUNCTION_WORDS } from './vocabulary.js';

const COUNT = 60;
const passages = generatedArticles(300).flatMap(({ paragraphs }) => paragraphs);
const inputs = inputsFrom(passages, COUNT);
const wordsOf = (text: string) => words(text).map((word) => word.text);

describe('inputs of a measurement', () => {
  it('are as many of each kind as asked for, and the same every time', () => {
    expect(Object.values(inputs).map((list) => list.length)).toEqual(Array(5).fill(COUNT));
    expect(inputsFrom(passages, COUNT)).toEqual(inputs);
  });

  it('ask about words that some passage has, none of which is a function word', () => {
    for (const topic of inputs.topics) {
      const asked = wordsOf(topic);
      expect(asked.filter((word) => FUNCTION_WORDS.has(word.toLowerCase()))).toEqual([]);
      expect(passages.some((passage) => asked.every((word) => wordsOf(passage).includes(word)))).toBe(true);
    }
  });

  it('claim what stands in a passage, and the same with one word changed', () => {
    for (const [at, claim] of inputs.standing.entries()) {
      expect(passages.some((passage) => passage.includes(claim))).toBe(true);
      const [stands, altered] = [wordsOf(claim), wordsOf(inputs.altered[at] ?? '')];
      expect(altered).toHaveLength(stands.length);
      expect(altered.filter((word, place) => word !== stands[place])).toEqual(['otherwise']);
    }
  });

  it('begin words that some passage goes on with', () => {
    const forms = new Set(passages.flatMap(wordsOf));
    for (const typed of inputs.typed) {
      const begun = typed.split(' ').at(-1) ?? '';
      expect([...forms].some((form) => form.startsWith(begun))).toBe(true);
    }
  });
});
