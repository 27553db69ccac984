import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/languages/index.js';
import { withoutParticles } from '../../../src/languages/korean/particles.js';
import { keyOf } from '../../../src/languages/terms.js';

describe('a Korean noun without its particles', () => {
  it.each([
    ['다리를', '다리'],
    ['책을', '책'],
    ['시장은', '시장'],
    ['정부가', '정부'],
    ['서울에서는', '서울'],
    ['미국으로부터', '미국'],
    ['서울로', '서울'],
    ['사람들에게', '사람'],
    ['대통령이라고', '대통령'],
    ['eu가', 'eu'],
  ])('%s is %s', (word, noun) => {
    expect(withoutParticles(word)).toBe(noun);
    expect(withoutParticles(word.normalize('NFD'))).toBe(noun);
  });

  it.each(['다리', '가을', '마을', '국가', '휴가', '결과', '도로', '지도', '회의', '부터', '도', '100만'])(
    '%s ends like one that has a particle, and has none',
    (word) => {
      expect(withoutParticles(word)).toBe(word);
    },
  );

  it('has the same key with a particle and without one, even where it ends like a particle itself', () => {
    for (const noun of ['다리', '고양이', '제주도', '민주주의', '시장']) {
      const forms = ['', '의', '에서', '까지', '만', '에게는', '처럼도'].map((particle) => noun + particle);
      expect(new Set(forms.map((form) => keyOf(form))).size).toBe(1);
    }
  });

  it('has one key whatever language its document states, and whether its syllables are composed', () => {
    const tags = [undefined, 'ko', 'ko-KR', 'en', 'de'];
    const keys = tags.flatMap((tag) =>
      ['다리', '다리를', '다리를'.normalize('NFD')].map((word) => keyOf(word, languageOf(tag))),
    );
    expect(new Set(keys)).toEqual(new Set(['다리']));
  });

  it('in letters of another script has the key that it has there', () => {
    expect(keyOf('NGOs를')).toBe(keyOf('NGO'));
  });
});
