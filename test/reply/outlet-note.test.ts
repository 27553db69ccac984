import { expect, it } from 'vitest';
import { outletNote } from '../../src/reply/outlet-note.js';
import { type FactsSection, type Quoted, say } from '../../src/reply/reply.js';
import { sourceFacts } from '../../src/reply/source-facts.js';
import { libraryOf } from '../support/folder.js';

async function quoted(...ids: string[]): Promise<Quoted[]> {
  const library = await libraryOf({
    '1.txt': 'One.\n\nTwo.',
    '2.txt': 'Three.',
    '3.txt': 'Four.',
    'sources.json': JSON.stringify({ '3.txt': { outlet: 'The Paper' } }),
  });
  return ids.map((id) => {
    const passage = library.passage(id);
    if (!passage) throw new Error(`There is no passage ${id}`);
    return { excerpt: passage.excerpt };
  });
}

it('names each document that states no outlet once', async () => {
  const shown = await quoted('1#1', '3#1', '1#2', '2#1');
  expect(outletNote(say('answered', ''), shown)).toEqual(['Outlet not stated: 1, 2']);
});

it('is left out where all outlets are stated', async () => {
  expect(outletNote(say('answered', ''), await quoted('3#1'))).toEqual([]);
  expect(outletNote(say('answered', ''), [])).toEqual([]);
});

it('is left out where the reply lists what is stated of a source', async () => {
  const shown = await quoted('1#1');
  const facts = shown.map(
    ({ excerpt }): FactsSection => ({ kind: 'facts', facts: sourceFacts(excerpt, 'revision') }),
  );
  expect(outletNote(say('answered', '', facts), shown)).toEqual([]);
});
