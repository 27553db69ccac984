import { describe, expect, it } from 'vitest';
import { Compounds } from '../../src/search/compounds.js';

function partOf(part: string, ...keys: string[]): string[] {
  const compounds = new Compounds();
  for (const [number, key] of keys.entries()) compounds.add(key, number);
  return compounds.of(part).map((number) => keys[number] ?? '');
}

describe('the compounds of a Korean noun', () => {
  it('begin or end with it, each once', () => {
    expect(partOf('시장', '서울시장', '시장', '시장경제', '다리', '시장시장')).toEqual([
      '서울시장',
      '시장경제',
      '시장시장',
    ]);
  });

  it('have two syllables at least beside it, since one makes another word', () => {
    expect(partOf('다리', '사다리', '기다리', '한강다리')).toEqual(['한강다리']);
  });

  it('are none of one syllable, of what it only stands in the middle of, or of other scripts', () => {
    expect(partOf('강', '한강다리', '강원도청')).toEqual([]);
    expect(partOf('시장', '서울시장선거')).toEqual([]);
    expect(partOf('rain', 'rainbow', 'rainfall')).toEqual([]);
  });
});
