import { describe, expect, it } from 'vitest';
import { words } from '../../src/text/words.js';
import { generatedArticles } from './articles.js';
import { FUNCTION_WORDS } from './vocabulary.js';

const PASSAGES = 3_000;
const articles = generatedArticles(PASSAGES);
const storyOf = (id: string) => id.slice(0, id.indexOf('-'));
const stories = grouped(articles, ({ id }) => storyOf(id));

function grouped<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

describe('generated articles', () => {
  it('are the same every time, as many passages as asked for, and fewer are the beginning of more', () => {
    expect(generatedArticles(PASSAGES)).toEqual(articles);
    expect(articles.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(PASSAGES);
    const fewer = generatedArticles(100).flatMap(({ paragraphs }) => paragraphs);
    expect(articles.flatMap(({ paragraphs }) => paragraphs).slice(0, 100)).toEqual(fewer);
  });

  it('have ids of their own that are files’ names without a dot or underscore', () => {
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    expect(articles.filter(({ id }) => !/^\d{5}-[a-z]+$/.test(id))).toEqual([]);
  });

  it('are each an outlet’s own telling of a story that two to five outlets tell', () => {
    // The last story may be cut off.
    for (const tellings of [...stories.values()].slice(0, -1)) {
      expect(tellings.length).toBeGreaterThanOrEqual(2);
      expect(tellings.length).toBeLessThanOrEqual(5);
      expect(new Set(tellings.map(({ outlet }) => outlet)).size).toBe(tellings.length);
    }
  });

  it('share quotations with the other tellings of their story, and with no other story', () => {
    const quotations = ({ paragraphs }: { paragraphs: readonly string[] }) =>
      paragraphs.flatMap((text) => [...text.matchAll(/[“"]([^”"]+)[”"]/g)].map((match) => match[1] ?? ''));
    const bare = (quotation: string) => quotation.replace(/[,.]$/, '');
    const tellersOf = grouped(
      articles.flatMap((article) =>
        [...new Set(quotations(article).map(bare))].map((text) => ({ text, id: article.id })),
      ),
      ({ text }) => text,
    );
    const shared = [...tellersOf.values()].filter((tellers) => tellers.length > 1);
    expect(shared.length).toBeGreaterThan(stories.size);
    expect(shared.filter((tellers) => new Set(tellers.map(({ id }) => storyOf(id))).size > 1)).toEqual([]);
  });

  it('are of about 20 paragraphs, of 25 to 60 words of which about half are function words', () => {
    const mean = PASSAGES / articles.length;
    expect(mean).toBeGreaterThan(17);
    expect(mean).toBeLessThan(23);
    const all = articles.flatMap(({ paragraphs }) => paragraphs.flatMap((text) => words(text)));
    const functional = all.filter(({ text }) => FUNCTION_WORDS.has(text.toLowerCase())).length / all.length;
    expect(functional).toBeGreaterThan(0.4);
    expect(functional).toBeLessThan(0.6);
    expect(all.length / PASSAGES).toBeGreaterThan(25);
    expect(all.length / PASSAGES).toBeLessThan(60);
  });
});
