import { describe, expect, it } from 'vitest';
import { isCommon, keyOf, terms } from '../../src/languages/terms.js';

describe('keyOf', () => {
  it.each([
    [['NGO', 'NGOs', 'NGO’s', "NGO's", 'ngos']],
    [['hack', 'hacked', 'hacking', 'Hacks']],
    [['election', 'elections', 'Elections']],
    [['Guénon', 'guenon', "Guénon's"]],
    [['1,234', '1234']],
  ])('is one for the forms %j', (forms) => {
    expect(new Set(forms.map((form) => keyOf(form))).size).toBe(1);
  });

  it.each([
    ['Russia', 'Russell'],
    ['Iran', 'Iraq'],
    ['2012', '2013'],
  ])('tells %s from %s', (a, b) => {
    expect(keyOf(a)).not.toBe(keyOf(b));
  });
});

describe('isCommon', () => {
  it('knows function words, and that in capitals they are names', () => {
    expect(['the', 'The', 'of', 'won’t'].map((word) => isCommon(word))).toEqual([true, true, true, true]);
    expect(['US', 'WHO', 'Obama'].map((word) => isCommon(word))).toEqual([false, false, false]);
  });
});

describe('terms', () => {
  it('gives each word its key and its place', () => {
    expect(terms('The NGOs won')).toEqual([
      { key: '_the', start: 0, end: 3, common: true },
      { key: 'ngo', start: 4, end: 8, common: false },
      { key: 'won', start: 9, end: 12, common: false },
    ]);
  });
});
