import { describe, expect, it } from 'vitest';
import type { AnswerKind } from '../../src/languages/english/questions.js';
import { ENOUGH, Measure } from '../../src/search/met.js';
import { type Aim, readQuery } from '../../src/search/query.js';
import { search } from '../../src/search/search.js';
import { libraryOfTexts } from '../support/made.js';

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

describe('by hand, what a passage meets', () => {
  /** What one passage meets, among others in which each of some words stands as often. */
  async function met(aim: Aim, asked: string, text: string, words: string, kind?: AnswerKind) {
    const others = words.split(' ').map((word) => `Nothing ${word}.`);
    const { engine, analyses, passages } = await libraryOfTexts(text, ...others);
    const query = await readQuery(asked, engine, aim);
    const [passage] = passages;
    if (!passage) throw new Error('no passage');
    const measure = new Measure({ query, kind, aim, engine, analyses });
    return measure.of({ passage, words: engine.read(passage) });
  }

  it('is all of it where words are three apart, five sixths up to eight, and two thirds beyond', async () => {
    const shares: number[] = [];
    for (const between of [2, 3, 7, 8]) {
      const text = `He saw rain ${Array(between).fill('wind').join(' ')} sun.`;
      shares.push((await met('answer', 'rain sun', text, 'rain sun')).share);
    }
    expect(shares.map((share) => share.toFixed(4))).toEqual(['1.0000', '0.8333', '0.8333', '0.6667']);
  });

  it('has two fifths of the nearness where only a word that no document has is between', async () => {
    const { share, inPassage, inSentence } = await met(
      'answer',
      'rain zebra sun',
      'He saw rain, sun.',
      'rain sun',
    );
    expect(share * 3 - inPassage - inSentence).toBeCloseTo(0.4, 12);
  });

  it('counts a name half as much again as another word of the same weight', async () => {
    const { inPassage } = await met('answer', 'Borg, snow', 'He saw Borg.', 'Borg snow snow');
    expect(inPassage).toBeCloseTo(1.5 / 2.5, 12);
  });

  it('takes a sentence for the best that has what is asked for, unless another has a tenth more of the words', async () => {
    const best = async (asked: string, text: string, words: string) => {
      const { start, end } = (await met('answer', asked, text, words, 'date')).sentence;
      return text.slice(start, end);
    };
    // A name is 1.5 of 6.5, a word 1: 0.08 more. Two words of six are 0.17 more than one.
    const named = await best(
      'Borg, rain, sun, snow, hail, fog',
      'He saw Borg. Rain in 1956.',
      'Borg rain sun sun snow snow hail hail fog fog',
    );
    expect(named).toBe('Rain in 1956.');
    const more = await best(
      'rain sun snow hail fog wind',
      'It is sun, snow. Rain in 1956.',
      'rain sun snow hail hail fog fog wind wind',
    );
    expect(more).toBe('It is sun, snow.');
  });

  it('is all where six of many words are met for an answer, and five for a topic', async () => {
    const words = 'rain sun snow hail fog wind storm cloud frost mist';
    const of = async (aim: Aim, count: number) => {
      const text = `He saw ${words.split(' ').slice(0, count).join(' ')}.`;
      const others = `${words.split(' ').slice(count).join(' ')} ${words}`;
      return (await met(aim, words, text, others)).inPassage;
    };
    expect(await of('answer', 6)).toBeCloseTo(1, 12);
    expect(await of('answer', 5)).toBeCloseTo(5 / 6, 12);
    expect(await of('topic', 5)).toBeCloseTo(1, 12);
    expect(await of('topic', 4)).toBeCloseTo(4 / 5, 12);
  });
});

it('marks the sentence that says most, and of equal ones that which has what is asked for', async () => {
  const { hits } = await search(await libraryOfTexts(...TEXTS), 'When was the film aired?', {
    aim: 'answer',
  });
  const sentence = hits[0]?.sentence;
  expect(sentence && TEXTS[0]?.slice(sentence.start, sentence.end)).toBe('It was aired on Thursday.');
});
