import { expect, it } from 'vitest';
import { PassageIndex } from '../../../src/search/memory/passage-index.js';

it('tells which passages have a key, by number, and how often', () => {
  const index = new PassageIndex();
  for (const keys of [['rain', 'sun', 'rain'], [], ['rain'], ['constructor', '__proto__']])
    index.addPassage(keys);
  expect([...index.postings('rain')]).toEqual([
    [0, 2],
    [2, 1],
  ]);
  expect([...index.postings('constructor')]).toEqual([[3, 1]]);
  expect([...index.postings('__proto__')]).toEqual([[3, 1]]);
  expect(index.postings('ra').size).toBe(0);
  expect(index.documentCount).toBe(4);
});
