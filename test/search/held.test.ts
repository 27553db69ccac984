import { describe, expect, it } from 'vitest';
import { heldKinds } from '../../src/search/held.js';
import { words } from '../../src/text/words.js';
import { libraryOfTexts } from '../support/made.js';

const TEXTS = [
  'The talks with Borg went on. Then Holm spoke, and Ada Holm left. The King and the House were there.',
  'It is King Olav and no one else who met Mélin; so did President Roth, and V was there.',
  'The rain fell.',
];

/** The words of a question that are held, each with what it is. */
async function held(question: string): Promise<string[]> {
  const { engine } = await libraryOfTexts(...TEXTS);
  const typed = words(question);
  const kinds = heldKinds(typed, await engine.statistics(typed.map(({ text }) => text)));
  return typed.flatMap(({ text }, at) => (kinds[at] ? [`${text}: ${kinds[at]}`] : []));
}

describe('what an answer must have', () => {
  it('is a number, and what begins with one', async () => {
    expect(await held('did 47 percent pay 20bn in the 1990s?')).toEqual([
      '47: number',
      '20: number',
      '1990s: number',
    ]);
  });

  it('is what is typed with a capital after the first word, if the corpus writes it so or has it not', async () => {
    expect(await held('did Borg meet Zebedee in the Rain?')).toEqual(['Borg: name', 'Zebedee: name']);
  });

  it('is a first word that the corpus writes with a capital, and no other', async () => {
    expect(await held('Borg met Holm')).toEqual(['Borg: name', 'Holm: name']);
    expect(await held('Zebedee met Holm')).toEqual(['Holm: name']);
  });

  it('is no word in small letters where others have capitals', async () => {
    expect(await held('did borg meet Holm?')).toEqual(['Holm: name']);
  });

  it('is, where all is in small letters, what the corpus writes with a capital and no dictionary has', async () => {
    expect(await held('did borg meet the king in the house, or mélin?')).toEqual([
      'borg: name',
      'mélin: name',
    ]);
    expect(await held('Did borg meet the king?')).toEqual(['borg: name']);
    expect(await held('did zebedee meet borg’s friend?')).toEqual(['borg’s: name']);
  });

  it('is no title and no single letter', async () => {
    expect(await held('did President V. Roth meet King Olav?')).toEqual(['Roth: name', 'Olav: name']);
    expect(await held('did V2 meet Mr. Roth?')).toEqual(['V2: name', 'Roth: name']);
  });
});
