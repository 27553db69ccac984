import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/corpus/source.js';
import { libraryOfDocuments } from '../support/made.js';
import { ask } from './asked.js';
import { documentOf } from './engine-contract.js';

/** Where around each passage of one document a topic of one word stands. */
async function around(topic: string, text: string, source: Source = {}) {
  const library = await libraryOfDocuments([documentOf('1', text, source), documentOf('2', 'Rain. Storms.')]);
  const { surroundings } = await ask(library, topic);
  return library.passages.slice(0, -1).map((passage) => surroundings.of(passage)[0]);
}

const NOWHERE = { heading: false, before: false, document: false };

describe('what stands around a passage', () => {
  it('is in the paragraph before, and in the document of more than one', async () => {
    expect(await around('rain', 'Rains fell.\n\nSun.\n\nWind.')).toEqual([
      { ...NOWHERE, document: true },
      { ...NOWHERE, before: true, document: true },
      { ...NOWHERE, document: true },
    ]);
    expect(await around('rain', 'Rain.')).toEqual([NOWHERE]);
  });

  it('is in the title, the outlet or the date of its document', async () => {
    const source = { title: 'On rains', outlet: 'The Storm', published: '2018-07-05T23:30:00Z' };
    const [none] = await around('sun', 'Wind.', source);
    expect(none).toEqual(NOWHERE);
    for (const word of ['rain', 'storm', 'July', '5', '2018', '07']) {
      const [own] = await around(word, 'Wind on July 5, 2018 (2018-07-05).', source);
      expect([word, own?.heading]).toEqual([word, true]);
    }
    expect((await around('June', 'June.', source))[0]?.heading).toBe(false);
  });

  it('is in a date as far as that is stated', async () => {
    const headed = async (word: string, published: string) =>
      (await around(word, 'Wind on March 1, 2018 (2018-03-01), a Thursday.', { published }))[0]?.heading;
    expect(await headed('March', '2018-03')).toBe(true);
    expect(await headed('2018', '2018')).toBe(true);
    expect(await headed('January', '2018')).toBe(false);
    expect(await headed('1', '2018-03')).toBe(false);
  });

  it('is no word that only shares a stem with what was asked for', async () => {
    const [first, second] = await around('university', 'The universe.\n\nSun.\n\nUniversities.');
    expect([first?.document, second?.before, second?.document]).toEqual([true, false, true]);
    expect(await around('university', 'The universe.\n\nSun.')).toEqual([NOWHERE, NOWHERE]);
  });

  it('is of its own document', async () => {
    expect(await around('storms', 'Sun.\n\nWind.')).toEqual([NOWHERE, NOWHERE]);
  });

  it('reaches a hundred passages before and after', async () => {
    const rows = (rain: number) =>
      Array.from({ length: 103 }, (_, at) => (at === rain ? 'Rain.' : 'Sun.')).join('\n\n');
    const reached = async (rain: number) => (await around('rain', rows(rain))).map((one) => one?.document);
    const first = await reached(0);
    expect([first[0], first[100], first[101]]).toEqual([true, true, false]);
    const last = await reached(102);
    expect([last[1], last[2], last[102]]).toEqual([false, true, true]);
  });
});
