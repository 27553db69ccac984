import { describe, expect, it } from 'vitest';
import { isSameWord } from '../../../../src/languages/english/wordnet/relations.js';
import { synonymsOf } from '../../../../src/languages/english/wordnet/synonyms.js';

const names = (word: string) => synonymsOf(word).map(({ words }) => words.join(' '));
const nearnessOf = (word: string, other: string) =>
  synonymsOf(word).find(({ words }) => words.join(' ') === other)?.nearness;

describe('other words for a word', () => {
  it('are those of its frequent senses', () => {
    expect(names('lawyer')).toEqual(['attorney']);
    expect(names('resign')).toContain('quit');
    expect(names('filmmaker')).toContain('movie maker');
  });

  it('are words in order, of the base form of the word', () => {
    expect(synonymsOf('quits')).toContainEqual({ words: ['step', 'down'], base: 'quit', nearness: 0.8 });
  });

  it('are the less near the less frequent the sense, and half as near if they are wider or narrower', () => {
    expect(nearnessOf('quit', 'discontinue')).toBe(1);
    expect(nearnessOf('quit', 'resign')).toBe(0.8);
    expect(nearnessOf('quit', 'depart')).toBeCloseTo(0.64);
    expect(nearnessOf('fund', 'bankroll')).toBe(0.5);
    expect(nearnessOf('happy', 'blessed')).toBe(0.5);
  });

  it('are those of the main sense where none is known to be frequent', () => {
    expect(names('fund')).toContain('finance');
  });

  it('are those of three senses at most', () => {
    const nearness = synonymsOf('change').map(({ nearness }) => nearness);
    expect(Math.min(...nearness)).toBeGreaterThanOrEqual(0.8 ** 2 / 2);
    expect(names('finance')).not.toContain('sell');
  });

  it('are those of the other spelling, which WordNet counts', () => {
    expect(names('organise')).toEqual(names('organize'));
  });

  it('are twenty at most, the nearest first, and no forms of the word', () => {
    for (const word of ['change', 'kill', 'said', 'buys', 'colour', 'big', 'apologised']) {
      const found = synonymsOf(word);
      expect(found.length).toBeLessThanOrEqual(20);
      expect(found.map(({ nearness }) => nearness)).toEqual(
        found.map(({ nearness }) => nearness).sort((a, b) => b - a),
      );
      expect(found.filter(({ words }) => isSameWord(words.join(' '), word))).toEqual([]);
      expect(new Set(names(word)).size).toBe(found.length);
    }
    expect(synonymsOf('change')).toHaveLength(20);
  });

  it('are none of a word that WordNet does not know', () => {
    expect(synonymsOf('xyzzy')).toEqual([]);
  });
});
