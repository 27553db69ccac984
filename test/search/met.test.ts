import { describe, expect, it } from 'vitest';
import { answeringSentence, ENOUGH, Measure } from '../../src/search/met.js';
import { readQuery } from '../../src/search/query.js';
import { TermTable } from '../../src/search/term-table.js';
import { createPace } from '../../src/text/pace.js';

const TEXTS = [
  'Oliver Stone made a film. It was aired on Thursday. Nobody was old.',
  'Oliver Stone made a documentary series about Russia.',
  'Rain fell on Monday. Snow fell on Friday.',
  'Taxes will rise. Rates will fall.',
];

async function measured(question: string): Promise<number[]> {
  const table = await TermTable.build(
    TEXTS.map((text) => ({ text })),
    createPace(),
  );
  const measure = new Measure(readQuery(question, table, 'answer'), undefined, 'answer');
  return TEXTS.map((text, at) => measure.of(text, table.keysOf(at)).share);
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
  const table = await TermTable.build(
    TEXTS.map((text) => ({ text })),
    createPace(),
  );
  const [first = ''] = TEXTS;
  const { start, end } = answeringSentence('When was the film aired?', first, table.keysOf(0), table);
  expect(first.slice(start, end)).toBe('It was aired on Thursday.');
});
