import { describe, expect, it } from 'vitest';
import { type Aim, readQuery } from '../../src/search/query.js';
import { libraryOfTexts } from '../support/made.js';

const TEXTS = ['Rain fell on Oliver Stone.', 'Rains, and the rain of it.', 'The sun did not say.'];

async function readIn(texts: readonly string[], text: string, aim: Aim = 'topic') {
  const { engine } = await libraryOfTexts(...texts);
  const { terms, asked, phrases } = await readQuery(text, engine, aim);
  const keys = terms.map((term) => term.keys.map((key) => engine.lexicon.keyAt(key)).join());
  const words = phrases.map((phrase) =>
    phrase.map((word) => word !== undefined && engine.lexicon.wordAt(word)),
  );
  return { engine, terms, typed: terms.map(({ typed }) => typed), asked, keys, words };
}

const read = (text: string, aim?: Aim) => readIn(TEXTS, text, aim);

describe('a query', () => {
  it('is of telling words in order, repeated ones too, those that no passage has without a key', async () => {
    const { terms, keys, asked } = await read('the rain of raining zebra, Rain’s');
    expect(keys).toEqual(['rain', 'rain', '', 'rain']);
    expect(terms.map(({ folded }) => folded)).toEqual(['rain', 'raining', 'zebra', 'rain']);
    expect(asked).toBeCloseTo(
      terms.reduce((sum, { weight }) => sum + weight, 0),
      12,
    );
    expect(terms[2]?.weight).toBeGreaterThan(terms[0]?.weight as number);
  });

  it('is of function words only where there are no others, and as a question never', async () => {
    expect((await read('of the it')).keys).toEqual(['_of', '_the', '_it']);
    expect((await read('of the it', 'answer')).keys).toEqual([]);
  });

  it('leaves out of a question what only asks, unless it asks nothing else', async () => {
    expect((await read('What did he say about rain?')).keys).toEqual(['sai', 'rain']);
    expect((await read('What did he say about rain?', 'answer')).keys).toEqual(['rain']);
    expect((await read('What did he say?', 'answer')).keys).toEqual(['sai']);
  });

  it('says which words are of names: as the corpus writes them, or as they are typed where it has none', async () => {
    const names = async (text: string) => (await read(text)).terms.map(({ name }) => name);
    expect(await names('oliver STONE sun')).toEqual([true, true, false]);
    expect(await names('Zebra Zebra zebra 1999')).toEqual([false, true, false, true]);
  });

  it('says which words adjoin: nothing but a blank or a hyphen is between them', async () => {
    const { terms } = await read('oliver stone, oliver of stone\nsun  sun-sun');
    expect(terms.map(({ adjoining }) => adjoining)).toEqual([false, true, false, false, true, false, true]);
    for (const hyphen of ['-', '‐', '‑'])
      expect((await read(`sun${hyphen}rain`)).terms[1]?.adjoining).toBe(true);
  });

  it('is read in small letters where all is in capitals, and so are its names', async () => {
    expect((await read('WHAT DID OLIVER SAY OF RAIN', 'answer')).typed).toEqual(['oliver', 'rain']);
    expect((await read('OLIVER OF RAIN')).typed).toEqual(['OLIVER', 'RAIN']);
  });

  it('has a function word in capitals that is an abbreviation, where the corpus has it as one', async () => {
    const texts = ['The US and the sun.', 'The rain is on us.'];
    expect((await readIn(texts, 'rain US')).keys).toEqual(['rain', 'us']);
    expect((await readIn(texts, 'rain us')).keys).toEqual(['rain']);
    expect((await readIn(texts, 'rain AND sun')).keys).toEqual(['rain', 'sun']);
    expect((await readIn(['The rain is on us.'], 'rain US')).keys).toEqual(['rain']);
    expect((await readIn(['The rain AND sun.'], 'rain AND sun')).keys).toEqual(['rain', 'sun']);
  });

  it('has in one term the forms, spellings and abbreviations of a word', async () => {
    const { terms, keys } = await readIn(['He paid.', 'The harbor.', 'Rain.'], 'pay harbour');
    expect(keys).toEqual(['paid', 'harbor']);
    expect(terms.map(({ spelled }) => spelled)).toEqual([['paid'], ['harbor']]);
    expect((await readIn(['A film maker.'], 'filmmaker')).terms[0]?.rows.length).toBeGreaterThan(0);
  });

  it('weighs a word as the most frequent of its forms, and one that no passage has by itself', async () => {
    const texts = ['He paid.', 'She paid.', 'They pay.', 'Rain.', 'Sun.'];
    const { engine, terms } = await readIn(texts, 'pay zebra');
    const [pay, paid, zebra] = (await engine.statistics(['pay', 'paid', 'zebra'])).map(
      ({ weight }) => weight,
    );
    expect(pay).toBeGreaterThan(paid as number);
    expect(terms.map(({ weight }) => weight)).toEqual([paid, zebra]);
    expect((await readIn(texts, 'paid')).terms.map(({ weight }) => weight)).toEqual([paid]);
    const [only] = (await readIn(texts.slice(0, 2), 'pay')).terms;
    const without = await readIn(texts.slice(0, 2), 'paid');
    expect(only?.weight).toBe(without.terms[0]?.weight);
  });

  it('holds its names and numbers', async () => {
    const { terms } = await read('did Stone see 47 of the rain?', 'answer');
    expect(terms.map(({ held }) => held)).toEqual(['name', undefined, 'number', undefined]);
  });

  it('requires what stands between quotation marks, outer ones, closed ones', async () => {
    expect((await read('“rain of it” sun')).words).toEqual([['rain', 'of', 'it']]);
    expect((await read('“the ‘sun’” and "fell zebra"')).words).toEqual([
      ['the', 'sun'],
      ['fell', false],
    ]);
    expect((await read('“rain of it')).words).toEqual([]);
    expect((await read('“…” rain')).words).toEqual([]);
  });

  it('requires and holds nothing of a text of more than twelve telling words, which was copied', async () => {
    const text = (words: number) =>
      `“rain” Oliver ${Array.from({ length: words - 2 }, () => 'sun').join(' ')}`;
    const [twelve, thirteen] = [await read(text(12)), await read(text(13))];
    expect([twelve.words, twelve.terms[1]?.held]).toEqual([[['rain']], 'name']);
    expect([thirteen.words, thirteen.terms[1]?.held]).toEqual([[], undefined]);
  });
});
