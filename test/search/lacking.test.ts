import { describe, expect, it } from 'vitest';
import { Lacking } from '../../src/search/lacking.js';
import { libraryOfDocuments } from '../support/made.js';
import { ask } from './asked.js';
import { documentOf } from './engine-contract.js';

/** What a passage of a document lacks of the names and numbers of a question, in a corpus that has others. */
async function lacks(question: string, text: string, title?: string, number = 1): Promise<string[]> {
  const others = 'Mr. Borg, Ada Borg, Holm, House and Olav King live in Europe. It is 47.';
  const library = await libraryOfDocuments([
    documentOf('1', text, title ? { title } : {}),
    documentOf('2', others),
  ]);
  const { query, matcher, surroundings } = await ask(library, question, { aim: 'answer' });
  const lacking = new Lacking(library.engine, query, matcher);
  const passage = library.passages[number - 1];
  return passage ? lacking.typed(lacking.in(passage, surroundings.of(passage))) : [];
}

describe('what a document lacks', () => {
  it('is the names and numbers that stand nowhere in it, as typed, each once', async () => {
    expect(await lacks('Did Holm sell 47 of rain to Zebedee, or Holm 48?', 'Rain.')).toEqual([
      'Holm',
      '47',
      'Zebedee',
      '48',
    ]);
    expect(await lacks('Did Holm sell 47?', 'It was Holm’s.\n\nOf 47.')).toEqual([]);
    expect(await lacks('what of the rain?', 'Sun.')).toEqual([]);
  });

  it('is not what stands in its title', async () => {
    expect(await lacks('Did Holm sell 47?', 'Rain.', 'Holm and 47')).toEqual([]);
  });

  it('is not a name of which a form of the same root stands there as a name', async () => {
    expect(await lacks('Did European rain fall?', 'Rain in Europe.')).toEqual([]);
    expect(await lacks('Did European rain fall?', 'Rain in europe.')).toEqual(['European']);
    expect(await lacks('Did 47 fall?', 'Rain in Europe.')).toEqual(['47']);
    expect(await lacks('Did European rain fall?', 'Rain.\n\nSun in Europe.')).toEqual([]);
  });

  it('is not a first name, where the last stands without another', async () => {
    for (const text of [
      'Borg spoke.',
      'It is Mr. Borg.',
      'It is President Borg.',
      'So it is of Borg.',
      'It is yellow Borg.',
      'It was B. Borg of Borg',
    ])
      expect([text, await lacks('Did Ada Borg speak?', text)]).toEqual([text, []]);
  });

  it('is a first name where the last stands with another, or is no name', async () => {
    expect(await lacks('Did Ada Borg speak?', 'It is Carl Borg.')).toEqual(['Ada']);
    expect(await lacks('Did Ada Borg speak?', 'It is Carl Borg. Then Borg spoke.')).toEqual([]);
    expect(await lacks('Did Ada House speak?', 'In the House.')).toEqual(['Ada']);
    expect(await lacks('Did Ada Borg speak?', 'Ada spoke.')).toEqual(['Borg']);
    expect(await lacks('Did Ada Borg speak?', 'Rain.')).toEqual(['Ada', 'Borg']);
  });

  it('takes names apart that nothing but a blank or a hyphen does not join', async () => {
    expect(await lacks('Did Ada, Borg speak?', 'Borg spoke.')).toEqual(['Ada']);
    expect(await lacks('Did Ada-Borg speak?', 'Borg spoke.')).toEqual([]);
    expect(await lacks('Did Ada 47 fall?', 'It is 47.')).toEqual(['Ada']);
    expect(await lacks('Did 48 Borg speak?', 'Borg spoke.')).toEqual(['48']);
  });

  it('looks a hundred passages before and after', async () => {
    const rows = (at: number, text: string) =>
      Array.from({ length: 103 }, (_, row) => (row === at ? text : 'Rain.')).join('\n\n');
    expect(await lacks('Did European rain fall?', rows(100, 'In Europe.'))).toEqual([]);
    expect(await lacks('Did European rain fall?', rows(101, 'In Europe.'))).toEqual(['European']);
    const back = (at: number) => lacks('Did European rain fall?', rows(at, 'In Europe.'), undefined, 103);
    expect([await back(2), await back(1)]).toEqual([[], ['European']]);
    expect(await lacks('Did Ada Borg speak?', rows(100, 'So Borg spoke.'))).toEqual([]);
  });
});
