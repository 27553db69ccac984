import { describe, expect, it } from 'vitest';
import { readWords, weightOf } from '../../src/verify/read-words.js';
import { libraryOfTexts } from '../support/made.js';

async function read(text: string, own?: ReadonlySet<string>) {
  const { engine } = await libraryOfTexts('The government spoke.', `${'a'.repeat(60)} ${'b'.repeat(61)}`);
  return readWords(text, { start: 0, end: text.length }, engine, own);
}
const folded = async (text: string, own?: ReadonlySet<string>) =>
  (await read(text, own)).map((word) => word.folded);

describe('the words of a claim or document', () => {
  it('have their typography folded, their places, and a quarter of the weight where they say little', async () => {
    const [first, second] = await read('The Dam’s');
    expect(first).toEqual({ start: 0, end: 3, folded: 'The', aligned: 'the', weight: 0.25 });
    expect(second).toEqual({ start: 4, end: 9, folded: "Dam's", aligned: "dam's", weight: 1 });
    expect(weightOf(await read('The Dam’s of US'))).toBe(2.5);
  });

  it('are those of a stretch only, with places in the text', async () => {
    const { engine } = await libraryOfTexts('Rain.');
    const words = await readWords('One two three', { start: 4, end: 7 }, engine);
    expect(words.map(({ start, end, folded: word }) => [start, end, word])).toEqual([[4, 7, 'two']]);
  });

  it('are joined over a line end where the corpus has the word, or the claim', async () => {
    expect(await folded('a gov-\nernment fell')).toEqual(['a', 'government', 'fell']);
    expect(await folded('a gov-  \n ernment fell')).toEqual(['a', 'government', 'fell']);
    expect(await folded('a gov-ernment, non-\nviolent')).toEqual(['a', 'gov', 'ernment', 'non', 'violent']);
    expect(await folded('non-\nviolent', new Set(['nonviolent']))).toEqual(['nonviolent']);
    expect(await folded('gov.\nernment gov-\n\nernment')).toEqual(['gov', 'ernment', 'gov', 'ernment']);
  });

  it('are not joined to what is longer than sixty characters, with its hyphen and line end', async () => {
    const parted = (letter: string, length: number) => `${letter.repeat(30)}-\n${letter.repeat(length - 30)}`;
    expect(await folded(parted('c', 58), new Set(['c'.repeat(58)]))).toHaveLength(1);
    expect(await folded(parted('c', 59), new Set(['c'.repeat(59)]))).toHaveLength(2);
  });
});
