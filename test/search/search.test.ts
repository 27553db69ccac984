import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Aim } from '../../src/search/query.js';
import { search } from '../../src/search/search.js';
import { ROOT } from '../support/build.js';
import { libraryIn, SEEDS } from '../support/folder.js';
import { libraryOfTexts } from '../support/made.js';

async function found(topic: string, ...texts: string[]): Promise<number[]> {
  const { hits } = await search(await libraryOfTexts(...texts), topic);
  return hits.map(({ passage }) => Number(passage.document.id));
}

describe('a search', () => {
  it('finds every form of a word', async () => {
    const texts = ['An NGO spoke.', 'Two NGOs spoke.', 'The NGO’s head spoke.', 'Nobody spoke.'];
    for (const topic of ['NGO', 'NGOs', 'ngos'])
      expect((await found(topic, ...texts)).sort()).toEqual([0, 1, 2]);
  });

  it('puts the passage that says it most densely first, and the first of equals', async () => {
    const texts = ['Rain and much else that is of no interest here.', 'Rain, rain.', 'Sun.', 'Rain, rain.'];
    expect(await found('rain', ...texts)).toEqual([1, 3, 0]);
  });

  it('finds nothing where a passage meets less than half of what was asked', async () => {
    const texts = ['The political climate is heated.', 'Taxes rise.', 'Rates fall.'];
    expect(await found('climate change', ...texts)).toEqual([]);
    expect(await found('heated climate', ...texts)).toEqual([0]);
  });

  it('looks for function words only where there are no others', async () => {
    const texts = ['To be or not to be.', 'Taxes and death.', 'Rates.'];
    expect(await found('the taxes of them', ...texts)).toEqual([1]);
    expect(await found('not to be', ...texts)).toEqual([0]);
  });

  it.each(['', ' ', '“…”', '!?'])('finds nothing for %j', async (topic) => {
    expect(await found(topic, 'Rain.', 'Sun.')).toEqual([]);
  });

  it('ranks a hundred passages and a hundred for each word, six hundred at most, and says where there are more', async () => {
    const found = async (count: number, topic: string) => {
      const library = await libraryOfTexts(
        Array(count).fill('Rain, sun, snow, hail, fog, ice.').join('\n\n'),
      );
      const { hits, complete } = await search(library, topic);
      return [hits.length, complete];
    };
    expect(await found(200, 'rain')).toEqual([200, true]);
    expect(await found(201, 'rain')).toEqual([200, false]);
    expect(await found(301, 'rain sun')).toEqual([300, false]);
    expect(await found(601, 'rain sun snow hail fog ice')).toEqual([600, false]);
  });

  it('measures the best twenty for an answer', async () => {
    const { hits } = await search(await libraryOfTexts(...Array(21).fill('Rain.')), 'rain', {
      aim: 'answer',
    });
    expect(hits.length).toBe(20);
  });

  it('leaves out what meets less than three tenths of what the best meets', async () => {
    const texts = (words: string) => [words, ...words.split(' ')];
    expect((await found('rain sun snow', ...texts('rain sun snow'))).length).toBe(4);
    expect(await found('rain sun snow hail', ...texts('rain sun snow hail'))).toEqual([0]);
  });

  it('finds what meets 0.385 of what was asked, and nothing that meets less', async () => {
    const found = async (text: string, asked: string, aim: Aim) => {
      // Each word stands in two passages, so that all weigh the same.
      const others = asked.split(' ').flatMap((word) => (text.includes(word) ? [word] : [word, word]));
      const { hits } = await search(await libraryOfTexts(text, ...others), asked, { aim });
      return hits[0]?.passage.id;
    };
    // A half of the words twice, and one of five pairs: 0.4. Two fifths twice, and one of four pairs: 0.35.
    expect(await found('It is rain, sun and hail.', 'rain sun snow hail fog wind', 'answer')).toBe('0#1');
    expect(await found('It is rain and sun.', 'rain sun snow hail fog', 'topic')).toBeUndefined();
  });

  it('looks only where it is told to', async () => {
    const library = await libraryOfTexts('Rain.', 'Rain.', 'Rain.', 'Sun.');
    const { hits } = await search(library, 'rain', { filter: { outlet: '1' } });
    expect(hits.map(({ passage }) => passage.id)).toEqual(['1#1']);
  });
});

describe('the topics that editors judged', () => {
  interface Judgement {
    readonly topic: string;
    readonly relevant: readonly string[];
  }
  const judged = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/topics.json'), 'utf8')) as Judgement[];

  it.each(judged)('$topic', async ({ topic, relevant }) => {
    const library = await libraryIn(SEEDS);
    const { hits } = await search(library, topic);
    const id = hits[0]?.passage.id;
    if (relevant.length === 0) expect(id).toBeUndefined();
    else expect(relevant).toContain(id);
  });
});
