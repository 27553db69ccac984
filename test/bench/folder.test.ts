import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withArticles, withManyArticles } from './folder.js';

const articles = ['a', 'b', 'c'].map((id) => ({
  id,
  outlet: 'The Example',
  paragraphs: [`First of\n${id}.`, 'Second.'],
}));
const filesIn = (folder: string) => readdirSync(folder).sort();
const sourcesIn = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'sources.json'), 'utf8'));

it('makes articles documents of a folder, with what is stated of them, for as long as they are used', async () => {
  const folder = await withArticles(articles, async (made) => {
    expect(filesIn(made)).toEqual(['a.txt', 'b.txt', 'c.txt', 'sources.json']);
    expect(readFileSync(path.join(made, 'a.txt'), 'utf8')).toBe('First of a.\n\nSecond.\n');
    expect(sourcesIn(made)['b.txt']).toEqual({ outlet: 'The Example' });
    return made;
  });
  expect(existsSync(folder)).toBe(false);
});

it('makes more articles than a folder may have documents of several, each with its own sources', async () => {
  const use = async (folders: readonly string[]) => {
    expect(folders.map(filesIn)).toEqual([
      ['a.txt', 'b.txt', 'sources.json'],
      ['c.txt', 'sources.json'],
    ]);
    expect(folders.map((folder) => Object.keys(sourcesIn(folder)))).toEqual([['a.txt', 'b.txt'], ['c.txt']]);
  };
  await withManyArticles(articles, use, 2);
});
