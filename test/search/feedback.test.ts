import { describe, expect, it } from 'vitest';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { saturated } from '../../src/search/bm25.js';
import { withFeedback } from '../../src/search/feedback.js';
import type { Scored } from '../../src/search/ranking.js';
import { libraryOfTexts } from '../support/made.js';

/** The passages of a library as if ranked in their order: the first is worth most. */
function rankedIn({ engine, passages }: EmbeddedLibrary): Scored[] {
  return passages.map((passage, at) => ({
    passage,
    words: engine.read(passage),
    score: 1 - at / 1e6,
    share: 1,
  }));
}

/** The ids in the order that feedback gives. */
async function reordered(...texts: string[]): Promise<string[]> {
  const library = await libraryOfTexts(...texts);
  const found = await withFeedback(rankedIn(library), 1, library.engine);
  return found.map(({ passage }) => passage.document.id);
}

/** Passages of nothing that others have. */
const plain = (count: number, from: number) => Array.from({ length: count }, (_, at) => `p${from + at}lain`);

describe('feedback', () => {
  it('brings up what talks about the same as the five best, and no more than these', async () => {
    const texts = (at: number) => [...plain(at, 0), 'rain sun', ...plain(9 - at, at), 'sun'];
    // The last has a word of the fifth, or of the sixth.
    expect((await reordered(...texts(4))).indexOf('10')).toBeLessThan(10);
    expect((await reordered(...texts(5))).indexOf('10')).toBe(10);
  });

  it('goes by the thirty words that these use most, letters only', async () => {
    // Four of them are of the passages after the first; of equals the first in order of the alphabet count.
    const words = Array.from(
      { length: 31 },
      (_, at) => `w${String.fromCharCode(97 + at / 26, 97 + (at % 26))}x`,
    );
    const order = await reordered(words.join(' '), ...plain(9, 0), words[26] as string, words[25] as string);
    expect(order.indexOf('11')).toBeLessThan(10);
    expect(order.at(-1)).toBe('10');
    expect((await reordered('1999 x', ...plain(9, 0), '1999', 'x')).slice(-2)).toEqual(['10', '11']);
  });

  it('orders the two hundred best anew, and leaves those after as they are', async () => {
    const order = async (before: number) => reordered('rain sun', ...plain(before - 1, 0), 'sun');
    expect((await order(199)).indexOf('199')).toBeLessThan(199);
    expect((await order(200)).indexOf('200')).toBe(200);
  });

  it('counts a third of what was asked, by hand', async () => {
    const library = await libraryOfTexts('rain', 'sun');
    const { engine } = library;
    const [first] = await withFeedback(rankedIn(library).slice(0, 1), 3, engine);
    const [weight = 0] = await engine.weights(engine.lexicon.keysFor('rain'));
    // One word has all of the model: 3 words asked × 0.25 / 0.75.
    expect(first?.score).toBeCloseTo(1 + 3 * (0.25 / 0.75) * weight * saturated(1, 1, 1), 12);
  });
});
