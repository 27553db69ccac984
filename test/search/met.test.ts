import { describe, expect, it } from 'vitest';
import { ENOUGH, Measure } from '../../src/search/met.js';
import { readQuery } from '../../src/search/query.js';
import { search } from '../../src/search/search.js';
import { libraryOfTexts } from '../support/folder.js';

const TEXTS = [
  'Oliver Stone made a film. It was aired on Thursday. Nobody was old.',
  'Oliver Stone made a documentary series about Russia.',
  'Rain fell on Monday. Snow fell on Friday.',
  'Taxes will rise. Rates will fall.',
];

async function measured(question: string): Promise<number[]> {
  const { engine, analyses, passages } = await libraryOfTexts(...TEXTS);
  const query = await readQuery(question, engine, 'answer');
  const measure = new Measure({ query, kind: undefined, aim: 'answer', engine, analyses });
  return passages.map((passage) => measure.of({ passage, words: engine.read(passage) }).share);
}

describe('how much of a question a passage meets', () => {
  it('is all where it has all words together, and nothing where it has none', async () => {
    const [, second, third] = await measured('Who made a documentary series about Russia?');
    expect(second).toBeGreaterThan(0.9);
    expect(third).toBe(0);
  });

  it('is more where the words stand in one sentence, and near each other', async () => {
    const [together = 0] = (await measured('rain Monday')).slice(2);
    const [apart = 0] = (await measured('rain Friday')).slice(2);
    expect(together).toBeGreaterThan(apart);
  });

  it('is too little where only a name is met, however many words it has', async () => {
    const [, second = 1] = await measured('What is the age of Oliver Stone in years?');
    expect(second).toBeLessThan(ENOUGH);
  });
});

it('marks the sentence that says most, and of equal ones that which has what is asked for', async () => {
  const { hits } = await search(await libraryOfTexts(...TEXTS), 'When was the film aired?', {
    aim: 'answer',
  });
  const sentence = hits[0]?.sentence;
  expect(sentence && TEXTS[0]?.slice(sentence.start, sentence.end)).toBe('It was aired on Thursday.');
});
