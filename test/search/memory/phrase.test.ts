import { expect, it } from 'vitest';
import { slotsWithRow } from '../../../src/search/memory/phrase.js';
import { createPace } from '../../../src/text/pace.js';
import { words } from '../../../src/text/words.js';
import { idsIn, indexOf } from './made.js';

const TEXTS = [
  'He had had enough of it.\n\nThat it is so is\n\n…\n\nso it is.',
  'Had he enough? He had.\n\nHad had, had had had.',
  'The US and us. Café!',
];

async function found(row: string, limit = 9): Promise<string[]> {
  const index = await indexOf(...TEXTS);
  const all = words(row).map(({ text }) => text);
  return idsIn(index, await slotsWithRow(index, all, limit, createPace()));
}

it.each([
  ['had had', ['0#1', '1#1', '1#2']],
  ['had had had', ['1#1', '1#2']],
  ['enough of it', ['0#1']],
  ['it is', ['0#2', '0#4']],
  ['so is so it', ['0#2']],
  ['is so', ['0#2']],
  ['cafe', ['2#1']],
  ['us', ['2#1']],
  ['the us and US', ['2#1']],
  ['he had had had', ['1#1']],
  ['is he', []],
  ['enough of them', []],
  ['zebra', []],
  ['enoughs', []],
  ['', []],
])('%s begins in %j', async (row, ids) => {
  expect(await found(row)).toEqual(ids);
});

it('is found in the first passages of the corpus, however many have it', async () => {
  expect(await found('had', 2)).toEqual(['0#1', '1#1']);
});
