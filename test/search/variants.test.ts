import { describe, expect, it } from 'vitest';
import { wordsAsWritten } from '../../src/languages/terms.js';
import { variantsOf } from '../../src/search/variants.js';
import { libraryOfTexts } from '../support/made.js';

/** What else stands for each word of `text` in some texts: words, and rows with a hyphen where they need one. */
async function variantsIn(text: string, ...texts: string[]): Promise<string[][]> {
  const { engine } = await libraryOfTexts(...texts);
  const all = await variantsOf(wordsAsWritten(text), text, engine);
  return all.map(({ spelled, rows }) => [
    ...new Set([
      ...spelled,
      ...rows.map(({ keys, hyphenated }) =>
        keys.map((row) => row.map((key) => engine.lexicon.keyAt(key)).join('/')).join(hyphenated ? '-' : ' '),
      ),
    ]),
  ]);
}

/** The same for a text of one word. */
const variantsOfOne = async (word: string, ...texts: string[]) => (await variantsIn(word, ...texts))[0];

describe('what else stands for a word', () => {
  it('is its irregular forms, one from the other, and each from its base', async () => {
    expect(await variantsOfOne('pay', 'He paid.')).toEqual(['paid']);
    expect(await variantsOfOne('paid', 'They pay.')).toEqual(['pay']);
    expect(await variantsOfOne('went', 'Gone, or going.')).toEqual(['go', 'gone', 'going']);
  });

  it('is its other spellings', async () => {
    expect(await variantsOfOne('harbour', 'A harbor.')).toEqual(['harbor']);
    expect(await variantsOfOne('organized', 'It was organised.')).toEqual(['organised']);
    expect(await variantsOfOne('email', 'An e-mail.')).toContain('e-mail');
  });

  it('is the same number with its thousands marked otherwise, and no part of another', async () => {
    for (const blank of [' ', '\u00A0', '\u2009', '\u202F'])
      expect(await variantsOfOne('1000000', `It cost 1${blank}000${blank}000.`)).toEqual(['1 000 000']);
    expect(await variantsOfOne('1,000,000', "It cost 1'000'000, or 1.000.000.")).toEqual([
      "1'000'000",
      '1.000.000',
    ]);
    expect(await variantsIn('1 000 000', 'It cost 1,000,000.')).toEqual(Array(3).fill(['1000000']));
    expect(await variantsOfOne('2.500', 'It cost 2500.')).toEqual([]);
    expect(await variantsOfOne('1234', 'It cost 1 23 4.')).toEqual([]);
  });

  it('is nothing that no passage has, and no function word', async () => {
    expect(await variantsOfOne('pay', 'Rain.')).toEqual([]);
    expect(await variantsOfOne('be', 'It was.')).toEqual([]);
    expect(await variantsOfOne('carpark', 'A park.')).toEqual([]);
  });

  it('is two words as one, with a blank or a hyphen between them, for both', async () => {
    expect(await variantsIn('cyber attacks', 'A cyberattack.')).toEqual([['cyberattacks'], ['cyberattacks']]);
    expect(await variantsIn('film-maker', 'A filmmaker.')).toEqual([['filmmaker'], ['filmmaker']]);
    expect(await variantsIn('cyber, attacks', 'A cyberattack.')).toEqual([[], []]);
  });

  it('is one with what a hyphen joins to it, though that does not count by itself', async () => {
    const { engine } = await libraryOfTexts('A handoff.');
    for (const [text, wanted] of [
      ['hand-off', ['handoff']],
      ['hand‑off', ['handoff']],
      ['hand off', []],
    ] as const) {
      const [own] = await variantsOf(wordsAsWritten(text).slice(0, 1), text, engine);
      expect(own?.spelled).toEqual(wanted);
    }
  });

  it('is two words for one, with any blank where both parts have three letters', async () => {
    expect(await variantsOfOne('carpark', 'A car park.')).toEqual(['car park']);
    expect(await variantsOfOne('oxcart', 'An ox cart.')).toEqual(['ox-cart']);
    expect(await variantsOfOne('cartox', 'A cart ox.')).toEqual(['cart-ox']);
  });

  it('is two words with a hyphen alone where one of them is a function word, or short', async () => {
    expect(await variantsOfOne('handoff', 'A hand-off.')).toEqual(['hand-_off']);
    expect(await variantsOfOne('f16', 'An F-16.')).toEqual(['f-16']);
  });

  it('is two words for one of 24 letters, and not for longer ones', async () => {
    const [first, second] = ['b'.repeat(12), 'c'.repeat(12)];
    expect(await variantsOfOne(first + second, `${first} ${second}`)).toEqual([`${first} ${second}`]);
    expect(await variantsOfOne(`${first}${second}c`, `${first} ${second}c`)).toEqual([]);
    expect(await variantsOfOne('rain’fall', 'Rain fall.')).toEqual([]);
  });

  it('is what an abbreviation stands for, and its other shapes', async () => {
    expect(await variantsOfOne('NATO', 'The North Atlantic Treaty Organization.')).toEqual([
      'north atlant treati organ',
    ]);
    expect((await variantsOfOne('US', 'The USA.', 'The United States.'))?.sort()).toEqual([
      'unit state',
      'usa',
    ]);
    expect(await variantsOfOne('USA', 'The U.S.', 'All of us.')).toEqual(['us']);
  });

  it('is the abbreviation of a name, for each of its words, up to five of them', async () => {
    expect(await variantsIn('the United States army', 'The US.')).toEqual([[], ['us'], ['us'], []]);
    const five = 'defense advanced research projects agency';
    expect(await variantsIn(five, 'DARPA.')).toEqual(Array(5).fill(['darpa']));
    const six = 'general agreement on tariffs and trade';
    expect(await variantsIn(six, 'GATT.')).toEqual(Array(6).fill([]));
    expect(await variantsIn('united states', 'All of us.')).toEqual([[], []]);
  });

  it('weighs what the most frequent of them does', async () => {
    const { engine } = await libraryOfTexts('Gone.', 'Gone.', 'He went.', 'Rain.');
    const [variants] = await variantsOf(wordsAsWritten('go'), 'go', engine);
    const [gone] = await engine.statistics(['gone']);
    expect(variants?.weight).toBe(gone?.weight);
    const [none] = await variantsOf(wordsAsWritten('rain'), 'rain', engine);
    expect(none).toEqual({ keys: [], spelled: [], rows: [], weight: undefined });
  });
});
