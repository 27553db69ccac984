import { describe, expect, it } from 'vitest';
import { baseFormsOf } from '../../../../src/languages/english/wordnet/base-forms.js';

describe('the base forms of a word', () => {
  it.each([
    ['lies', ['lie']],
    ['paid', ['pay']],
    ['universities', ['university']],
    ['saw', ['saw', 'see']],
    ['leaves', ['leaf', 'leave']],
    ['better', ['better', 'good', 'well']],
    ['children', ['child']],
    ['went', ['go']],
    ['stopped', ['stop']],
    ['churches', ['church']],
    ['firemen', ['fireman']],
    ['largest', ['large']],
  ])('of %s are %j', (word, bases) => {
    expect(baseFormsOf(word)).toEqual(bases);
  });

  it('have the word itself first where WordNet has it', () => {
    expect(baseFormsOf('us')).toEqual(['us']);
    expect(baseFormsOf('authorities')).toEqual(['authorities', 'authority']);
    expect(baseFormsOf('wicked')[0]).toBe('wicked');
  });

  it('have one consonant for two where no list says so', () => {
    expect(baseFormsOf('blogged')).toEqual(['blog']);
    expect(baseFormsOf('passed')).not.toContain('pas');
  });

  it('of two letters, or with -ss, are no singular', () => {
    expect(baseFormsOf('as')).toEqual(['as']);
    expect(baseFormsOf('gas')).toEqual(['gas']);
    expect(baseFormsOf('has')).toEqual(['have']);
    expect(baseFormsOf('ads')).toEqual(['ad']);
    expect(baseFormsOf('doing')).toContain('do');
    expect(baseFormsOf('pass')).toEqual(['pass']);
  });

  it('are found without a possessive', () => {
    expect(baseFormsOf("dog's")).toEqual(['dog']);
    expect(baseFormsOf("dogs'")).toEqual(['dog']);
  });

  it('are none of what WordNet does not know, be it the name of what every object has', () => {
    for (const word of ['xyzzy', '', 'tostring', 'constructor_', '__proto__', 'köln', 'a'.repeat(10_000)]) {
      expect(baseFormsOf(word)).toEqual([]);
    }
  });
});
