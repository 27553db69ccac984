import { describe, expect, it } from 'vitest';
import { inflectionsOf, irregularBase } from '../../../../src/languages/english/wordnet/irregular-forms.js';

describe('the irregular forms', () => {
  it.each([
    ['pay', ['paid']],
    ['child', ['children']],
    ['go', ['goes', 'going', 'gone', 'went']],
    ['travel', ['travelled', 'travelling']],
    ['far', ['farther', 'farthest', 'further', 'furthest']],
    ['table', []],
    ['constructor', []],
  ])('of %s are %j', (base, forms) => {
    expect([...inflectionsOf(base)].sort()).toEqual(forms);
  });

  it('have their base in the part of speech that is asked for alone', () => {
    expect(irregularBase('saw', 'v')).toBe('see');
    expect(irregularBase('saw', 'n')).toBeUndefined();
    expect(irregularBase('better', 'a')).toBe('good');
    expect(irregularBase('better', 'r')).toBe('well');
    expect(irregularBase('toString', 'r')).toBeUndefined();
  });
});
