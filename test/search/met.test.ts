import { describe, expect, it } from 'vitest';
import type { AnswerKind } from '../../src/languages/english/questions.js';
import type { Around } from '../../src/search/context.js';
import { ENOUGH, isEnough, Measure } from '../../src/search/met.js';
import type { Aim } from '../../src/search/query.js';
import { search } from '../../src/search/search.js';
import { foldWord } from '../../src/text/fold.js';
import { words } from '../../src/text/words.js';
import { libraryOfTexts } from '../support/made.js';
import { ask } from './asked.js';

interface Options {
  readonly aim?: Aim;
  readonly kind?: AnswerKind;
  /** Where all of the words stand around the passage. */
  readonly around?: Partial<Around>;
  readonly withSynonyms?: boolean;
}

/** What a text meets, among others in which each of some words stands; so words that are named as often weigh as much. */
async function met(asked: string, text: string, others: string, options: Options = {}) {
  const { aim = 'answer', kind, around = {}, withSynonyms = false } = options;
  const library = await libraryOfTexts(text, ...others.split(' ').map((word) => `It is ${word}.`));
  const { query, matcher } = await ask(library, asked, { aim, withSynonyms });
  const folded = new Set(words(asked).map((word) => foldWord(word.text)));
  const measure = new Measure({ query, kind, asked: folded, aim, matcher, analyses: library.analyses });
  const [passage] = library.passages;
  if (!passage) throw new Error('no passage');
  const everywhere = query.terms.map(() => ({ heading: false, before: false, document: false, ...around }));
  const { share, sentence, hasKind } = measure.of(passage, everywhere);
  return { share, sentence: text.slice(sentence.start, sentence.end), hasKind };
}

describe('how much of a question a passage meets', () => {
  it('is all where one sentence has all words, and nothing where it has none', async () => {
    expect((await met('rain sun', 'He saw rain and sun.', 'rain sun')).share).toBe(1);
    expect((await met('rain sun', 'Wind.', 'rain sun')).share).toBe(0);
  });

  it('is the mean of what the passage has and of what its best sentence has', async () => {
    expect((await met('rain sun', 'He saw rain. She saw sun.', 'rain sun')).share).toBeCloseTo(0.75, 12);
    const text = 'He saw rain. She saw sun and snow.';
    const three = await met('rain sun snow', text, 'rain sun snow');
    expect(three.share).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect(three.sentence).toBe('She saw sun and snow.');
  });

  it('is of words as much as they count', async () => {
    // In the passage; in no sentence, since it has no place.
    expect((await met('university', 'The universe.', 'rain')).share).toBeCloseTo(0.05, 12);
    expect((await met('dear', 'He is beloved.', 'rain', { withSynonyms: true })).share).toBeCloseTo(0.5, 12);
    const apart = await met('dear rain', 'He is beloved. It is rain.', 'dear dear rain', {
      withSynonyms: true,
    });
    expect(apart.share).toBeCloseTo((0.75 + 0.5) / 2, 12);
  });

  it('counts a half what stands in the heading or before, in the passage and in no sentence', async () => {
    for (const around of [{ heading: true }, { before: true }])
      expect((await met('rain sun', 'Wind.', 'rain sun', { around })).share).toBeCloseTo(0.25, 12);
    expect((await met('rain sun', 'Wind.', 'rain sun', { around: { document: true } })).share).toBe(0);
  });

  it('counts a name or a number half as much again as another word of the same weight', async () => {
    expect((await met('saw snow, Borg', 'It is Borg.', 'saw snow Borg snow saw')).share).toBeCloseTo(
      1.5 / 3.5,
      12,
    );
    expect((await met('snow, 47', 'It is 47.', '47 snow snow')).share).toBeCloseTo(1.5 / 2.5, 12);
  });

  it('counts a name apart from a word beside it', async () => {
    expect((await met('snow Borg', 'It is snow.', 'snow Borg Borg')).share).toBeCloseTo(1 / 2.5, 12);
    expect((await met('Borg snow', 'It is snow.', 'snow Borg Borg')).share).toBeCloseTo(1 / 2.5, 12);
  });

  it('counts a name of several words as one, which its last word meets', async () => {
    const others = 'Ada Borg snow snow';
    const of = async (text: string) =>
      (
        await met(
          'snow, Ada Borg',
          text,
          `${others} ${text.includes('Ada') ? '' : 'Ada'} ${text.includes('Borg') ? '' : 'Borg'}`.trim(),
        )
      ).share;
    expect(await of('It is Borg.')).toBeCloseTo(1.5 / 2.5, 12);
    expect(await of('It is Ada.')).toBeCloseTo(0.75 / 2.5, 12);
    expect(await of('It is Ada Borg.')).toBeCloseTo(1.5 / 2.5, 12);
    const apart = await met('Ada, Borg', 'It is Borg.', 'Ada Ada Borg');
    expect(apart.share).toBeCloseTo(0.5, 12);
  });

  it('is all where six of many words are met for an answer, and five for a topic', async () => {
    const all = 'rain sun snow hail fog wind storm cloud frost mist';
    const of = async (aim: Aim, count: number) => {
      const text = `He saw ${all.split(' ').slice(0, count).join(' ')}.`;
      const others = `${all.split(' ').slice(count).join(' ')} ${all}`;
      return (await met(all, text, others, { aim })).share;
    };
    expect(await of('answer', 6)).toBeCloseTo(1, 12);
    expect(await of('answer', 5)).toBeCloseTo(5 / 6, 12);
    expect(await of('answer', 7)).toBe(1);
    expect(await of('topic', 5)).toBeCloseTo(1, 12);
    expect(await of('topic', 4)).toBeCloseTo(4 / 5, 12);
  });
});

describe('the sentence that meets most', () => {
  it('is the first of equals', async () => {
    expect((await met('rain', 'Sun. He saw rain. Rain fell.', 'rain')).sentence).toBe('He saw rain.');
  });

  it('has the kind of thing that is asked for, unless another has a tenth more of the words', async () => {
    const best = async (asked: string, text: string, others: string) =>
      (await met(asked, text, others, { kind: 'date' })).sentence;
    // A name is 1.5 of 6.5, a word 1: 0.08 more. Two words of six are 0.17 more than one.
    const named = 'Borg rain sun sun snow snow hail hail fog fog';
    expect(await best('rain, sun, snow, hail, fog, Borg', 'He saw Borg. Rain in 1956.', named)).toBe(
      'Rain in 1956.',
    );
    const more = 'rain sun snow hail hail fog fog wind wind';
    expect(await best('rain sun snow hail fog wind', 'It is sun, snow. Rain in 1956.', more)).toBe(
      'It is sun, snow.',
    );
  });

  it('is none for the kind alone', async () => {
    const found = await met('rain', 'It is 1956. Rain fell.', 'rain', { kind: 'date' });
    expect(found.sentence).toBe('Rain fell.');
    expect((await met('rain', 'Wind. It is 1956.', 'rain', { kind: 'date' })).sentence).toBe('Wind.');
  });

  it('is told from whether some sentence has the kind, besides what the question has', async () => {
    const of = async (asked: string, kind?: AnswerKind) =>
      (await met(asked, 'Rain fell. It is 1956.', 'rain', kind ? { kind } : {})).hasKind;
    expect(await of('rain', 'date')).toBe(true);
    expect(await of('rain 1956', 'date')).toBe(false);
    expect(await of('rain', 'name')).toBe(false);
    expect(await of('rain')).toBe(true);
  });

  it('is marked in an answer', async () => {
    const text = 'Oliver Stone made a film. It was aired on Thursday. Nobody was old.';
    const library = await libraryOfTexts(text, 'Snow fell on Friday.', 'Taxes will rise.');
    const { hits } = await search(library, 'When was the film aired?', { aim: 'answer' });
    const sentence = hits[0]?.sentence;
    expect(sentence && text.slice(sentence.start, sentence.end)).toBe('It was aired on Thursday.');
  });
});

describe('enough', () => {
  const bounds = { aim: 'answer', least: undefined, likeness: undefined } as const;

  it('is 0.52 of a question and 0.45 of a topic', () => {
    expect(ENOUGH).toEqual({ topic: 0.45, answer: 0.52 });
    expect([0.52, 0.519].map((share) => isEnough(share, bounds))).toEqual([true, false]);
    expect([0.45, 0.449].map((share) => isEnough(share, { ...bounds, aim: 'topic' }))).toEqual([true, false]);
  });

  it('is what is asked for where that is said, whatever a model says', () => {
    for (const likeness of [undefined, 1, -1]) {
      const given = { ...bounds, least: 0.7, likeness };
      expect([0.7, 0.69].map((share) => isEnough(share, given))).toEqual([true, false]);
    }
  });

  it('is 0.8 together with how alike it is, where a model says so', () => {
    expect([0.5, 0.49].map((likeness) => isEnough(0.3, { ...bounds, likeness }))).toEqual([true, false]);
    expect(isEnough(0.7, { ...bounds, likeness: 0 })).toBe(false);
  });
});
