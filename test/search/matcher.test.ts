import { describe, expect, it } from 'vitest';
import { has, RELATED, type TermMatch, UNRELATED } from '../../src/search/matcher.js';
import { libraryOfTexts } from '../support/made.js';
import { ask } from './asked.js';

/** What a text has of the first word of a topic. */
async function matchIn(topic: string, text: string, withSynonyms = false): Promise<TermMatch> {
  const library = await libraryOfTexts(text);
  const { matcher } = await ask(library, topic, { withSynonyms });
  const [passage] = library.passages;
  const [match] = passage ? matcher.in(passage) : [];
  if (!match) throw new Error('no word was asked for');
  return match;
}

const NONE: TermMatch = { amount: 0, best: 0, places: [], synonym: 0, synonymPlaces: [] };

describe('what a passage has of a word', () => {
  it('is each form of the word as much as the word', async () => {
    expect(await matchIn('rain', 'Rain, and the rains; raining on rain’s Rain.')).toEqual({
      ...NONE,
      amount: 5,
      best: 1,
      places: [0, 3, 4, 6, 7],
    });
    expect(await matchIn('rain', 'Sun.')).toEqual(NONE);
  });

  it('is seven tenths of a word of the same root, which it still has', async () => {
    const match = await matchIn('nation', 'The national park.');
    expect([RELATED, match.amount, match.best]).toEqual([0.7, 0.7, 0.7]);
    expect(has(match)).toBe(true);
  });

  it('is a tenth of a word that only shares the stem, which it has not', async () => {
    const match = await matchIn('university', 'The universe of the universe.');
    // It has no place, so that nothing stands beside it.
    expect([UNRELATED, match.best, match.places]).toEqual([0.1, 0.1, []]);
    expect(match.amount).toBeCloseTo(0.2, 12);
    expect(has(match)).toBe(false);
    expect((await matchIn('university', 'The universe has universities.')).best).toBe(1);
  });

  it('is all of a word in other letters, whose stems are told by rules alone', async () => {
    expect((await matchIn('시장은', '시장에서.')).best).toBe(1);
  });

  it('is there from a half on', () => {
    expect([0.5, 0.49].map((best) => has({ ...NONE, best }))).toEqual([true, false]);
    expect(has(undefined)).toBe(false);
  });

  it('is another spelling and another shape of an abbreviation all the same, in any of its forms', async () => {
    expect((await matchIn('pay', 'He paid.')).best).toBe(1);
    expect((await matchIn('US', 'The USA.')).best).toBe(1);
    expect((await matchIn('film-maker', 'Two filmmakers.')).best).toBe(1);
  });

  it('is a row of words, at the first of them', async () => {
    expect(await matchIn('filmmaker', 'A film maker and a film-maker.')).toEqual({
      ...NONE,
      amount: 2,
      best: 1,
      places: [1, 5],
    });
    expect(await matchIn('filmmaker', 'A maker of a film.')).toEqual(NONE);
    expect(await matchIn('filmmaker', 'The maker, the film')).toEqual(NONE);
  });

  it('is counted once in a place that several ways lead to', async () => {
    const match = await matchIn('united states', 'The United States of America and the US.');
    expect([match.amount, match.places]).toEqual([2, [1, 7]]);
  });

  it('is a row that needs a hyphen only with one', async () => {
    expect((await matchIn('handoff', 'He took a hand off it; a hand-off, a hand‑off.')).places).toEqual([
      7, 10,
    ]);
    expect((await matchIn('handoff', 'He took a hand off.')).best).toBe(0);
  });

  it('has other words for it apart, by the nearest, and not as the word itself', async () => {
    const text = 'He is close to his beloved.';
    expect(await matchIn('dear', text, true)).toEqual({ ...NONE, synonym: 0.5, synonymPlaces: [2, 5] });
    expect((await matchIn('dear', 'Beloved, so close.', true)).synonym).toBe(0.5);
    expect((await matchIn('dear', 'He is close.', true)).synonym).toBe(0.4);
    expect(await matchIn('dear', text)).toEqual(NONE);
  });

  it('has other words of more than one in a row, and none that only share a stem', async () => {
    expect((await matchIn('quit', 'He stepped down, in steps.', true)).synonymPlaces).toEqual([1]);
    const match = await matchIn('cosmos', 'The university and the universe.', true);
    expect(match.synonymPlaces).toEqual([4]);
  });

  it('is told of any text by its keys, where each counts all', async () => {
    const library = await libraryOfTexts('The universe.', 'Rain.');
    const { matcher } = await ask(library, 'university rain');
    const keys = Uint32Array.from(library.engine.lexicon.keysFor('universe'));
    expect(matcher.among({ keys }, 'universe')).toEqual([{ ...NONE, amount: 1, best: 1, places: [0] }, NONE]);
  });

  it('is read once', async () => {
    const library = await libraryOfTexts('Rain.');
    const { matcher } = await ask(library, 'rain');
    const [passage] = library.passages;
    expect(passage && matcher.in(passage)).toBe(passage && matcher.in(passage));
  });
});
