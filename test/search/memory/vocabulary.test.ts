import { describe, expect, it } from 'vitest';
import { libraryOfTexts } from '../../support/made.js';

const engine = async () =>
  (await libraryOfTexts('Government and GOVERNMENT, government; the governor of Guénon. Government obama'))
    .engine;

describe('the words of a corpus', () => {
  it('are known, case and accents apart', async () => {
    const known = async (words: string[]) =>
      (await (await engine()).statistics(words)).map(({ word }) => word !== undefined);
    expect(await known(['government', 'GUENON', 'the'])).toEqual([true, true, true]);
    expect(await known(['govern', 'zebra'])).toEqual([false, false]);
  });

  it('are completed by those that carry something, the most frequent first, as they mostly stand', async () => {
    const completed = async (prefix: string, limit = 5) => (await engine()).startingWith(prefix, limit);
    expect(await completed('gov')).toEqual(['Government', 'governor']);
    expect(await completed('gué')).toEqual(['Guénon']);
    expect(await completed('g')).toEqual(['Government', 'governor', 'Guénon']);
    expect(await completed('th')).toEqual([]);
    expect(await completed('', 2)).toEqual(['Government', 'governor']);
  });

  it.each([
    ['goverment', ['Government']],
    ['Obma', ['obama']],
    ['governer', ['governor']],
    ['football', []],
    ['ob', []],
    ['obama', []],
  ])('are guessed from %s: %j', async (typed, meant) => {
    expect(await (await engine()).closeTo(typed, 3)).toEqual(meant);
  });

  it('are guessed from four letters on, and with two edits from seven on', async () => {
    const { engine: few } = await libraryOfTexts('sun suns planet planets');
    const guessed = (typed: string) => few.closeTo(typed, 9);
    expect(await guessed('son')).toEqual([]);
    expect(await guessed('sons')).toEqual(['suns']);
    expect(await guessed('plonot')).toEqual([]);
    expect(await guessed('plonots')).toEqual(['planets']);
  });

  it('are names where seven of ten stand with a capital', async () => {
    const isName = async (text: string) =>
      (await (await libraryOfTexts(text)).engine.statistics(['rose']))[0]?.isName;
    expect(await isName('Rose, Rose, Rose and a rose.')).toBe(true);
    expect(await isName('Rose, Rose and a rose.')).toBe(false);
  });
});
