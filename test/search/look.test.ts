import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/library/library.js';
import { type Look, lookFor, type Similarities } from '../../src/search/look.js';
import type { Aim } from '../../src/search/query.js';
import { libraryOfDocuments, libraryOfTexts } from '../support/made.js';
import { documentOf } from './engine-contract.js';

const idsOf = ({ ranked }: Look) => ranked.map(({ passage }) => passage.document.id);

/** A model for which a text that has a word is alike in meaning, others not, and which says for how many it was asked. */
function modelOf(word: string, likeness = 1): { model: Similarities; asked: number[] } {
  const asked: number[] = [];
  const similarities: Similarities['similarities'] = async (_, passages) => {
    asked.push(passages.length);
    return passages.map(({ text }) => (text.includes(word) ? likeness : 0));
  };
  return { model: { similarities }, asked };
}

describe('a look', () => {
  it('ranks a hundred passages and a hundred for each word, six hundred at most, and says where there are more', async () => {
    const found = async (count: number, topic: string) => {
      const library = await libraryOfTexts(
        Array(count).fill('Rain, sun, snow, hail, fog, ice.').join('\n\n'),
      );
      const { ranked, complete } = await lookFor(library.engine, topic, { aim: 'topic', filter: undefined });
      return [ranked.length, complete];
    };
    expect(await found(200, 'rain')).toEqual([200, true]);
    expect(await found(201, 'rain')).toEqual([200, false]);
    expect(await found(301, 'rain sun')).toEqual([300, false]);
    expect(await found(601, 'rain sun snow hail fog ice')).toEqual([600, false]);
  });

  it('ranks the best hundred again by what stands around them', async () => {
    // The last has the other word in its document, which a hundred or ninety-nine before it have not.
    const place = async (before: number) => {
      const others = Array.from({ length: before }, (_, at) => documentOf(`${at}`, 'It is rain.'));
      const last = documentOf('last', 'It is rain.\n\nIt is snow.');
      const { engine } = await libraryOfDocuments([...others, last]);
      const found = await lookFor(engine, 'rain snow', { aim: 'answer', filter: undefined });
      const rain = found.ranked.filter(({ passage }) => passage.text.includes('rain'));
      return rain.findIndex(({ passage }) => passage.document.id === 'last');
    };
    expect(await place(98)).toBe(0);
    expect(await place(99)).toBe(99);
  });

  it('looks for what passages say that an abbreviation stands for, and the other way round', async () => {
    const texts = [
      'The Harbour Union of Granite (HUG) spoke.',
      'A harbour union of granite spoke.',
      'HUG spoke.',
      'A harbour of granite.',
      'Wind, and a union.',
    ];
    const { engine } = await libraryOfTexts(...texts);
    const found = async (topic: string) => {
      const { ranked, matcher } = await lookFor(engine, topic, { aim: 'answer', filter: undefined });
      return ranked
        .filter(({ passage }) => matcher.in(passage).every(({ best }) => best === 1))
        .map(({ passage }) => passage.document.id)
        .sort();
    };
    expect(await found('HUG')).toEqual(['0', '1', '2']);
    expect(await found('harbour union of granite')).toEqual(['0', '1', '2']);
    expect(await found('union of granite')).toEqual(['0', '1']);
    const twice = await libraryOfTexts(...texts, texts[0] as string);
    const { query } = await lookFor(twice.engine, 'HUG', { aim: 'answer', filter: undefined });
    expect(query.terms[0]?.rows.length).toBe(1);
  });
});

describe('other words for the same', () => {
  const read = ({ synonyms }: Look) => synonyms.map((list) => list.map(({ text }) => text));
  const look = async (topic: string, aim: Aim, ...texts: string[]) =>
    lookFor((await libraryOfTexts(...texts)).engine, topic, { aim, filter: undefined });

  it('are looked for in place of what the best passage has not', async () => {
    const found = await look('automobile rain', 'answer', 'Rain fell.', 'A car.', 'Wind.');
    expect(read(found)).toEqual([['car'], []]);
    expect(idsOf(found).sort()).toEqual(['0', '1']);
    expect(read(await look('automobile', 'answer', 'An automobile.', 'A car.'))).toEqual([]);
  });

  it('are not looked for where the best passage has half of the weight of a topic', async () => {
    // Both words stand in two passages; as a third has one of them, it weighs less.
    const half = ['Rain fell.', 'An automobile.', 'A car.'];
    expect(read(await look('automobile rain', 'topic', ...half))).toEqual([]);
    expect(read(await look('automobile rain', 'answer', ...half))).not.toEqual([]);
    // 2.64 for rain and 1.03 for snow, of these and 3.74 for a word that no passage has: 0.495.
    const less = [
      'It is rain and snow.',
      ...Array(6).fill('It is snow.'),
      ...Array(12).fill('Wind.'),
      'A car.',
    ];
    const found = await look('automobile rain snow', 'topic', ...less);
    expect(found.ranked[0]?.share).toBeGreaterThan(0.49);
    expect(read(found)[0]).toEqual(['car']);
  });

  it('are not looked for where a topic has more than six words', async () => {
    const texts = ['Rain.', 'A car.'];
    expect(read(await look('automobile rain fog ice hail wind', 'topic', ...texts))[0]).toEqual(['car']);
    expect(read(await look('automobile rain fog ice hail wind sun', 'topic', ...texts))).toEqual([]);
    expect(read(await look('automobile rain fog ice hail wind sun', 'answer', ...texts))[0]).toEqual(['car']);
  });
});

describe('a model that tells what is alike in meaning', () => {
  const look = ({ engine }: Library, embeddings?: Similarities) =>
    lookFor(engine, 'rain', { aim: 'answer', filter: undefined, embeddings });

  it('brings up what is alike, by twice of what was asked', async () => {
    const library = await libraryOfTexts('Rain.', 'Rain, or fog.', 'Sun.');
    const without = await look(library);
    expect(idsOf(without)).toEqual(['0', '1']);
    expect(without.ranked.map(({ likeness }) => likeness)).toEqual([undefined, undefined]);
    const { model } = modelOf('fog', 0.5);
    const { ranked, query } = await look(library, model);
    expect(ranked.map(({ passage, likeness }) => [passage.document.id, likeness])).toEqual([
      ['1', 0.5],
      ['0', 0],
    ]);
    const before = without.ranked[1]?.score as number;
    expect(ranked[0]?.score).toBeCloseTo(before + 2 * query.asked * 0.5, 12);
  });

  it('is asked for the best hundred, and the others come after them as they were', async () => {
    const library = await libraryOfTexts(...Array(100).fill('Rain.'), 'Rain, or fog.');
    const { model, asked } = modelOf('fog');
    expect(idsOf(await look(library, model)).at(-1)).toBe('100');
    expect(asked).toEqual([100]);
  });

  it('changes nothing where it does not tell in time', async () => {
    const library = await libraryOfTexts('Rain.', 'Rain, or fog.');
    const none: Similarities = { similarities: async () => undefined };
    expect((await look(library, none)).ranked).toEqual((await look(library)).ranked);
  });
});
