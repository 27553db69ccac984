import { expect, it } from 'vitest';
import { readSaid } from '../../src/search/said.js';
import { libraryOfTexts } from '../support/made.js';

/** The numbers of the passages in which a text is said. */
async function said(text: string, ...texts: string[]): Promise<number[]> {
  const { engine, passages } = await libraryOfTexts(...texts);
  const isSaid = await readSaid(text, engine);
  return passages.flatMap((passage, at) => (isSaid(passage) ? [at] : []));
}

it('is said what stands inside quotation marks, in any form, outer or inner', async () => {
  const texts = [
    'He said: “Rains.”',
    'Rain, he said.',
    '“He said ‘rain’ again.”',
    'Rain, “he” said.',
    '“Sun,” he said.',
  ];
  expect(await said('rain', ...texts)).toEqual([0, 2]);
});

it('is said what goes on in the next paragraph, whose mark nothing closes', async () => {
  expect(await said('rain', '“Sun and rain.\n\n“And rain,” he said.')).toEqual([0, 1]);
});

it('is said where half of what the words weigh is, and no less', async () => {
  const texts = ['“Rain” and sun.', 'Snow.', 'Hail.'];
  expect(await said('rain sun', ...texts)).toEqual([0]);
  expect(await said('rain sun hail', ...texts)).toEqual([]);
  expect(await said('rain zebra', ...texts)).toEqual([]);
});

it('goes by function words only where there are no others', async () => {
  const texts = ['“It is the rain.”', '“So.”'];
  expect(await said('the sun', ...texts)).toEqual([]);
  expect(await said('it is', ...texts)).toEqual([0]);
});

it('takes “us” for no form of “use”, in whatever languages other documents are', async () => {
  expect(await said('use', '“Join us,” he said. Use it.')).toEqual([]);
});
