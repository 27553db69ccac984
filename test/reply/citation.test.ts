import { expect, it } from 'vitest';
import { cite, placeLine, sourceLine } from '../../src/reply/citation.js';
import { libraryOf } from '../support/folder.js';

async function citationOf(source: object) {
  const files = { '7_x.txt': 'Title\n\nOne.\nTwo.', 'sources.json': JSON.stringify({ '7_x.txt': source }) };
  const passage = (await libraryOf(files)).passage('7#2');
  if (!passage) throw new Error('no passage');
  return cite(passage.excerpt);
}

it('names a document by its file where nothing is stated', async () => {
  const citation = await citationOf({});
  expect(sourceLine(citation)).toBe('7_x.txt');
  expect(placeLine(citation)).toBe('7#2, line 3');
});

it('names up to three authors, and counts those of more', async () => {
  const authors = ['A', 'B', 'C', 'D'].map((family) => ({ family, given: 'X.' }));
  expect((await citationOf({ authors: authors.slice(0, 3) })).author).toBe('X. A, X. B and X. C');
  expect((await citationOf({ authors })).author).toBe('X. A, X. B and 2 others');
});

it('names a document by what is stated', async () => {
  const citation = await citationOf({
    title: 'A Title',
    outlet: 'The Paper',
    author: 'A. Writer',
    published: '2017-06-16',
  });
  expect(sourceLine(citation)).toBe('A Title, A. Writer, The Paper, 2017-06-16');
  expect(placeLine(citation)).toBe('7#2, line 3 of 7_x.txt');
});

it('says of what was taken out of a file that the line is one of the text', async () => {
  const text = '---\ntitle: T\n---\n# Head\n\nThe heron stood in the river.\n';
  const passage = (await libraryOf({ '7_x.md': text })).passage('7#2');
  if (!passage) throw new Error('no passage');
  const citation = cite(passage.excerpt);
  const { document } = passage;
  expect(placeLine(citation)).toBe(`7#2, line ${citation.line} of the text of 7_x.md`);
  const kept = Buffer.from(document.original.bytes).toString('utf8').split('\n');
  expect(kept[citation.line - 1]).toBe('The heron stood in the river.');
});
