import { describe, expect, it } from 'vitest';
import { type Aim, readQuery } from '../../src/search/query.js';
import { libraryOfTexts } from '../support/made.js';

const TEXTS = ['Rain fell on Oliver Stone.', 'Rains, and the rain of it.', 'The sun did not say.'];

async function read(text: string, aim: Aim = 'topic') {
  const { engine } = await libraryOfTexts(...TEXTS);
  const { terms, asked, phrases } = await readQuery(text, engine, aim);
  const keys = terms.map((term) => term.keys.map((key) => engine.lexicon.keyAt(key)).join());
  const words = phrases.map((phrase) =>
    phrase.map((word) => word !== undefined && engine.lexicon.wordAt(word)),
  );
  return { terms, asked, keys, words };
}

describe('a query', () => {
  it('is of telling words in order, repeated ones too, those that no passage has without a key', async () => {
    const { terms, keys, asked } = await read('the rain of raining zebra, Rain');
    expect(keys).toEqual(['rain', 'rain', '', 'rain']);
    expect(terms.map(({ word }) => word !== undefined)).toEqual([true, false, false, true]);
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

  it('says which words adjoin: nothing but a blank is between them', async () => {
    const { terms } = await read('oliver stone, oliver of stone\nsun  sun');
    expect(terms.map(({ adjoining }) => adjoining)).toEqual([false, true, false, false, true, false]);
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

  it('requires nothing of a text of more than twelve telling words, which was copied', async () => {
    const text = (words: number) => `“rain” ${Array.from({ length: words - 1 }, () => 'sun').join(' ')}`;
    expect((await read(text(12))).words).toEqual([['rain']]);
    expect((await read(text(13))).words).toEqual([]);
  });
});
