import { expect, it } from 'vitest';
import { statisticsByWord } from '../../src/search/statistics-by-word.js';
import { libraryOfTexts } from '../support/made.js';

it('knows of each word what the corpus does, and asks for each once', async () => {
  const { engine } = await libraryOfTexts('Rain fell.', 'Sun.');
  const asked: (readonly string[])[] = [];
  const statistics = (words: readonly string[]) => {
    asked.push(words);
    return engine.statistics(words);
  };
  const known = await statisticsByWord(['rain', 'snow', 'rain'], { statistics });
  expect(asked).toEqual([['rain', 'snow']]);
  const [rain, snow] = await engine.statistics(['rain', 'snow']);
  expect([...known]).toEqual([
    ['rain', rain],
    ['snow', snow],
  ]);
});
