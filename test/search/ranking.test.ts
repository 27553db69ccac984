import { describe, expect, it } from 'vitest';
import { readQuery } from '../../src/search/query.js';
import { bestFirst, Ranking } from '../../src/search/ranking.js';
import { libraryOfTexts } from '../support/made.js';

/** What each of some passages is worth for a topic, and what its words weigh. */
async function scored(topic: string, ...texts: string[]) {
  const { engine, passages } = await libraryOfTexts(...texts);
  const query = await readQuery(topic, engine, 'topic');
  const ranking = new Ranking(engine, query);
  const list = passages.map((passage) => ranking.score({ passage, words: engine.read(passage) }));
  return {
    list,
    scores: list.map(({ score }) => score),
    weights: query.terms.map(({ weight }) => weight),
    ranking,
  };
}

/** BM25 of so many occurrences in a passage of the usual length. */
const worth = (times: number) => (times * 2.2) / (times + 1.2);

describe('a score', () => {
  it('is BM25 over any form, and a quarter more for the form that was typed', async () => {
    const { scores, weights } = await scored('Rain', 'rain', 'rains', 'sun', 'wind');
    const [weight = 0] = weights;
    expect(scores[0]).toBeCloseTo(weight * 1.25, 12);
    expect(scores[1]).toBeCloseTo(weight, 12);
    expect(scores[2]).toBe(0);
  });

  it('counts words that stand together as typed by half of what the lesser is worth, up to two words apart', async () => {
    const texts = ['rain sun', 'rain the sun', 'rain of the sun', 'sun rain', 'rain snow'];
    const { scores, weights } = await scored('rain sun', ...texts);
    const [rain = 0, sun = 0] = weights;
    const both = 1.25 * (rain + sun);
    expect(scores[0]).toBeCloseTo(both + 0.5 * Math.min(rain, sun), 12);
    expect(scores[1]).toBeCloseTo(both + 0.5 * Math.min(rain, sun) * worth(1 / 4), 12);
    expect(scores[2]).toBeCloseTo(both, 12);
    expect(scores[3]).toBeCloseTo(both, 12);
  });

  it('counts a word as often as it was typed', async () => {
    const once = await scored('rain', 'rain', 'sun');
    const twice = await scored('rain, rains', 'rain', 'sun');
    expect(twice.scores[0]).toBeCloseTo(2 * (once.scores[0] as number), 12);
    expect([once.ranking.length, twice.ranking.length]).toEqual([1, 2]);
  });

  it('says what share of the weight is met, of words that no passage has too', async () => {
    const { list, weights } = await scored('rain zebra', 'rain', 'sun');
    const [rain = 0, zebra = 0] = weights;
    expect(list.map(({ share }) => share)).toEqual([rain / (rain + zebra), 0]);
  });

  it('orders passages, and leaves equals as they were', async () => {
    const { list } = await scored('rain', 'rain', 'sun', 'rain', 'rain rain');
    expect(bestFirst(list).map(({ passage }) => passage.id)).toEqual(['3#1', '0#1', '2#1', '1#1']);
  });
});
