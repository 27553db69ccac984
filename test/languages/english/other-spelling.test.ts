import { expect, it } from 'vitest';
import { isOtherSpelling } from '../../../src/languages/english/other-spelling.js';

const both = (one: string, other: string) => {
  const [a, b] = [one.split(' '), other.split(' ')];
  return [isOtherSpelling(a, b), isOtherSpelling(b, a)];
};

it.each([
  ['British and American', 'colour', 'color'],
  ['parted', 'work force', 'workforce'],
  ['a negation that is one word', 'can not', 'cannot'],
  ['contracted', 'I’d', 'I would'],
  ['a contracted negation', 'don’t', 'do not'],
  ['one whose verb loses letters', 'won’t', 'will not'],
  ['a title written short', 'Sen', 'Senator'],
  ['one that is not the beginning of it', 'Sgt', 'Sergeant'],
  ['a month', 'Sept', 'September'],
  ['initials', 'EU', 'European Union'],
  ['a name of another script', 'Muammar', 'Moammar'],
  ['one with its article', 'al Qaddafi', 'Gadhafi'],
  ['letter case and accents', 'Café', 'cafe'],
])('tells another spelling: %s', (_, one, other) => {
  expect(both(one, other)).toEqual([true, true]);
});

it.each([
  ['another word', 'his', 'her'],
  ['a plural', 'wall', 'walls'],
  ['a negation', 'do', 'do not'],
  ['another verb of a contraction', 'I’d', 'I will'],
  ['another title', 'Gen', 'Governor'],
  ['a word that goes on by one letter', 'Gen', 'Gene'],
  ['a name with another consonant', 'Osama', 'Obama'],
  ['one with another vowel more', 'Barack', 'Brock'],
  ['a name of two consonants', 'Cain', 'Kain'],
  ['words in small letters that sound alike', 'border', 'barder'],
  ['nothing', '', 'the'],
  ['two words and two', 'I would', 'I had'],
])('tells other words: %s', (_, one, other) => {
  expect(both(one, other)).toEqual([false, false]);
});
