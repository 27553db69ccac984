import { describe, expect, it } from 'vitest';
import { readQuery } from '../../src/search/query.js';
import { MOST, synonymsFor } from '../../src/search/synonyms.js';
import { libraryOfTexts } from '../support/made.js';

/** The other words for each word of a topic that some of these texts have. */
async function synonymsIn(topic: string, ...texts: string[]) {
  const { engine } = await libraryOfTexts(...texts);
  const { terms } = await readQuery(topic, engine, 'topic');
  return (await synonymsFor(terms, engine)).map((list) => list.map(({ text, nearness }) => [text, nearness]));
}

describe('other words for what was asked for', () => {
  it('are those that some passage has, in any form, in the order of the words asked', async () => {
    expect(await synonymsIn('rainy automobiles', 'Cars and a motorcar.', 'Sun.')).toEqual([
      [],
      [
        ['car', 0.5],
        ['motorcar', 0.5],
      ],
    ]);
  });

  it('count half of the word at most, and less where WordNet has them for less', async () => {
    expect(MOST).toBe(0.5);
    const nearness = new Map((await synonymsIn('dear', 'He is beloved and close.'))[0] as [string, number][]);
    expect([nearness.get('beloved'), nearness.get('close')]).toEqual([0.5, 0.4]);
  });

  it('are of several words where each of them stands somewhere', async () => {
    expect(await synonymsIn('quit', 'He stepped down.')).toEqual([[['step down', 0.5]]]);
    expect(await synonymsIn('quit', 'He stepped in.')).toEqual([[]]);
  });

  it('are none of function words alone', async () => {
    const { engine } = await libraryOfTexts('He will have it.');
    const [term] = (await readQuery('own', engine, 'topic')).terms;
    if (!term) throw new Error('no term');
    expect((await synonymsFor([term], engine)).flat()).toEqual([]);
  });

  it('are none of names and numbers', async () => {
    // In small letters both stand for a measure of other words too.
    expect((await synonymsIn('Begin the talks', 'Begin and Begin. He started.'))[0]).toEqual([]);
    expect((await synonymsIn('begin the talks', 'They begin. He started.'))[0]).not.toEqual([]);
    expect((await synonymsIn('met 12 men', 'A dozen men.'))[1]).toEqual([]);
  });
});
