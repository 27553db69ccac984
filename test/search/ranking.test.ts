import { describe, expect, it } from 'vitest';
import { saturated } from '../../src/search/bm25.js';
import type { Around } from '../../src/search/context.js';
import type { Aim } from '../../src/search/query.js';
import { bestFirst, NAME_WEIGHT } from '../../src/search/ranking.js';
import { libraryOfDocuments, libraryOfTexts } from '../support/made.js';
import { ask } from './asked.js';
import { documentOf } from './engine-contract.js';

/** What each of some passages is worth, what the query's words weigh, and what so many occurrences in a passage are worth. */
async function scored(
  text: string,
  texts: readonly string[],
  options: { aim?: Aim; withSynonyms?: boolean } = {},
) {
  const library = await libraryOfTexts(...texts);
  const { engine, passages } = library;
  const { query, ranking } = await ask(library, text, options);
  const list = passages.map((passage) => ranking.score({ passage, words: engine.read(passage) }));
  return {
    list,
    scores: list.map(({ score }) => score),
    weights: query.terms.map(({ weight }) => weight),
    ranking,
    worth: (times: number, at: number) =>
      saturated(times, list[at]?.words.length as number, engine.averageLength),
  };
}

const PRESENT = 0.8;

describe('a score', () => {
  it('is BM25 over any form, as much as each counts as the word', async () => {
    const texts = ['rain', 'rains rain', 'universe', 'universities', 'wind'];
    const rain = await scored('Rain', texts);
    const [weight = 0] = rain.weights;
    expect(rain.scores[0]).toBeCloseTo(weight * rain.worth(1, 0), 12);
    expect(rain.scores[1]).toBeCloseTo(weight * rain.worth(2, 1), 12);
    expect(rain.scores[4]).toBe(0);
    const { scores, weights, worth, list } = await scored('university', texts);
    expect(scores[2]).toBeCloseTo((weights[0] as number) * worth(0.1, 2), 12);
    expect(list.map(({ share }) => share.toFixed(6))).toEqual(
      [0, 0, 0.1, 1, 0].map((share) => share.toFixed(6)),
    );
  });

  it('adds for an answer that a word is there at all, by how much it counts as the word', async () => {
    const texts = ['rain', 'universe', 'wind'];
    const rain = await scored('rain', texts, { aim: 'answer' });
    expect(rain.scores[0]).toBeCloseTo((rain.weights[0] as number) * (rain.worth(1, 0) + PRESENT), 12);
    const { scores, weights, worth } = await scored('university', texts, { aim: 'answer' });
    expect(scores[1]).toBeCloseTo((weights[0] as number) * (worth(0.1, 1) + PRESENT * 0.1), 12);
  });

  it('counts another word for the same as much as it is near', async () => {
    const texts = ['beloved', 'close close', 'wind'];
    const topic = await scored('dear', texts, { withSynonyms: true });
    const [weight = 0] = topic.weights;
    expect(topic.scores[0]).toBeCloseTo(weight * topic.worth(0.5, 0), 12);
    expect(topic.scores[1]).toBeCloseTo(weight * topic.worth(0.4, 1), 12);
    expect(topic.list.map(({ share }) => share)).toEqual([0.5, 0.4, 0]);
    const answer = await scored('dear', texts, { withSynonyms: true, aim: 'answer' });
    expect(answer.scores[0]).toBeCloseTo(weight * (answer.worth(0.5, 0) + PRESENT * 0.5), 12);
  });

  it('counts a name and a number half as much again for an answer, and as any word for a topic', async () => {
    expect(NAME_WEIGHT).toBe(1.5);
    for (const [text, asked] of [
      ['He saw Borg.', 'Did he see Borg?'],
      ['He saw 47.', 'Did he see 47?'],
    ] as const) {
      const texts = [text, 'It is rain.'];
      const answer = await scored(asked, texts, { aim: 'answer' });
      const named = answer.weights.at(-1) as number;
      const without = await scored('saw', texts, { aim: 'answer' });
      const rest = answer.weights.length > 1 ? (without.scores[0] as number) : 0;
      const near = answer.weights.length > 1 ? 0.4 * Math.min(...answer.weights) : 0;
      expect(answer.scores[0]).toBeCloseTo(rest + near + 1.5 * named * (answer.worth(1, 0) + PRESENT), 12);
      const topic = await scored(asked.slice(asked.lastIndexOf(' ') + 1), texts);
      expect(topic.scores[0]).toBeCloseTo((topic.weights[0] as number) * topic.worth(1, 0), 12);
    }
  });

  it('counts words of a topic that stand together as typed by half of what the lesser is worth, up to two words apart', async () => {
    const texts = ['rain sun', 'rain the sun', 'rain of the sun', 'sun rain', 'rain snow'];
    const { scores, weights, worth } = await scored('rain sun', texts);
    const [rain = 0, sun = 0] = weights;
    const both = (at: number) => worth(1, at) * (rain + sun);
    const lesser = 0.5 * Math.min(rain, sun);
    expect(scores[0]).toBeCloseTo(both(0) + lesser * worth(1, 0), 12);
    expect(scores[1]).toBeCloseTo(both(1) + lesser * worth(1 / 4, 1), 12);
    expect(scores[2]).toBeCloseTo(both(2), 12);
    expect(scores[3]).toBeCloseTo(both(3), 12);
    const turned = await scored('sun rain', ['sun rain', 'rain snow']);
    const [more = 0, less = 0] = turned.weights;
    expect(more).toBeGreaterThan(less);
    expect(turned.scores[0]).toBeCloseTo((more + less + 0.5 * less) * turned.worth(1, 0), 12);
  });

  it('counts words of a question that are near each other by four tenths of the lesser, less from three words on', async () => {
    const apart = [1, 2, 3, 5, 6, 10, 11];
    // Function words are between them, so that all passages are as long.
    const between = (words: number) =>
      Array(words - 1)
        .fill('the')
        .join(' ');
    const texts = [...apart.map((words) => `sun ${between(words)} rain`), 'rain snow'];
    const { scores, weights, worth } = await scored('rain sun', texts, { aim: 'answer' });
    const [rain = 0, sun = 0] = weights;
    const near = apart.map((_, at) => {
      const alone = (rain + sun) * (worth(1, at) + PRESENT);
      return ((scores[at] as number) - alone) / Math.min(rain, sun);
    });
    expect(near.map((share) => share.toFixed(6))).toEqual(
      [0.4, 0.4, 0.2, 0.2, 0.1, 0.1, 0].map((share) => share.toFixed(6)),
    );
  });

  it('takes the nearest places of two words', async () => {
    const texts = ['sun a a a a a a a a rain a sun', 'sun a rain a a a a a a a a a sun', 'rain snow'];
    const { scores, weights, worth } = await scored('rain sun', texts, { aim: 'answer' });
    const [rain = 0, sun = 0] = weights;
    for (const at of [0, 1]) {
      const alone = rain * (worth(1, at) + PRESENT) + sun * (worth(2, at) + PRESENT);
      expect(scores[at]).toBeCloseTo(alone + 0.4 * Math.min(rain, sun), 12);
    }
  });

  it('counts a word as often as it was typed', async () => {
    const once = await scored('rain', ['rain', 'sun']);
    const twice = await scored('rain, rains', ['rain', 'sun']);
    expect(twice.scores[0]).toBeCloseTo(2 * (once.scores[0] as number), 12);
    expect([once.ranking.length, twice.ranking.length]).toEqual([1, 2]);
    const [one, both] = [
      await scored('rain', ['rain rain', 'sun']),
      await scored('rain rains', ['rain rain', 'sun']),
    ];
    expect(both.scores[0]).toBeCloseTo(2 * (one.scores[0] as number), 12);
    expect((await scored('rain zebra', ['rain', 'sun'])).ranking.length).toBe(1);
  });

  it('says what share of the weight is met, of words that no passage has too', async () => {
    const { list, weights } = await scored('rain zebra', ['rain', 'sun']);
    const [rain = 0, zebra = 0] = weights;
    expect(list.map(({ share }) => share)).toEqual([rain / (rain + zebra), 0]);
    const two = await scored('rain zebra yak', ['rain', 'sun']);
    expect(two.list[0]?.share).toBeCloseTo(rain / (rain + 2 * zebra), 12);
  });

  it('orders passages, and leaves equals as they were', async () => {
    const { list } = await scored('rain', ['rain', 'sun', 'rain', 'rain rain']);
    expect(bestFirst(list).map(({ passage }) => passage.id)).toEqual(['3#1', '0#1', '2#1', '1#1']);
  });
});

describe('what stands around a passage', () => {
  const NOWHERE: Around = { heading: false, before: false, document: false };
  /** What it adds to a passage, in shares of what the one word asked for weighs. */
  async function added(asked: string, text: string, around: Partial<Around>, aim: Aim = 'answer') {
    const { list, weights, ranking } = await scored(asked, [text, 'He saw Borg.', 'rain'], { aim });
    const [first] = list;
    if (!first) throw new Error('no passage');
    const after = ranking.withSurroundings(first, [{ ...NOWHERE, ...around }]);
    return (after.score - first.score) / (weights[0] as number);
  }

  it('adds half of a word’s weight in the heading, a fifth before it, and two fifths in the document', async () => {
    expect(await added('rain', 'Sun.', { heading: true })).toBeCloseTo(0.5, 12);
    expect(await added('rain', 'Sun.', { before: true })).toBeCloseTo(0.2, 12);
    expect(await added('rain', 'Sun.', { document: true })).toBeCloseTo(0.4, 12);
    expect(await added('rain', 'Rain.', { heading: true, before: true, document: true })).toBeCloseTo(
      1.1,
      12,
    );
    expect(await added('rain rain', 'Sun.', { document: true })).toBeCloseTo(0.8, 12);
    expect(await added('rain', 'Sun.', {})).toBe(0);
  });

  it('adds half as much again for a name, and takes half of its weight where it is nowhere', async () => {
    expect(await added('Borg', 'Sun.', { document: true })).toBeCloseTo(0.6, 12);
    expect(await added('Borg', 'Sun.', { document: true }, 'topic')).toBeCloseTo(0.4, 12);
    expect(await added('Borg', 'Sun.', {})).toBeCloseTo(-0.75, 12);
    expect(await added('Borg', 'Sun.', {}, 'topic')).toBeCloseTo(-0.5, 12);
    expect(await added('Borg', 'It is Borg.', {})).toBe(0);
  });

  it('takes 0.15 of what a headline or a standfirst is worth', async () => {
    const text = 'Rain in May\n\nRain for days.\n\nRain, and rain.';
    const library = await libraryOfDocuments([documentOf('1', text), documentOf('2', 'Sun.')]);
    const { ranking, surroundings } = await ask(library, 'rain');
    const ratios = library.passages.slice(0, 3).map((passage) => {
      const words = library.engine.read(passage);
      const own = ranking.score({ passage, words });
      const around = surroundings.of(passage);
      const added = ranking.withSurroundings({ ...own, score: 0 }, around).score;
      const after = ranking.withSurroundings(own, around).score;
      return (after - added) / own.score;
    });
    expect(ratios.map((ratio) => ratio.toFixed(6))).toEqual(['0.850000', '0.850000', '1.000000']);
  });
});
