import { describe, expect, it } from 'vitest';
import { abbreviationsOf, isInitialism } from '../../../../src/languages/english/wordnet/initialisms.js';

const names = (name: string) => abbreviationsOf(name.split(' ')).map((row) => row.join(' '));

describe('the names of a thing by abbreviation', () => {
  it.each(['us', 'US', 'U.S.'])('of %s are the name in full and the other abbreviation', (name) => {
    expect(names(name)).toEqual(['usa', 'united states', 'united states of america']);
  });

  it.each([
    ['who', ['world health organization']],
    ['world health organization', ['who']],
    ['World Health Organisation', ['who']],
    ['irs', ['internal revenue service']],
    ['un', ['united nations']],
    ['north atlantic treaty organization', ['nato']],
    ['Federal Bureau of Investigation', ['fbi']],
    ['united states', ['us', 'usa', 'united states of america']],
  ])('of %s are %j', (name, others) => {
    expect(names(name)).toEqual(others);
  });

  it('are none of a name that has no such initials', () => {
    for (const name of ['america', 'gop', 'republican party', 'table', '', 'xyzzy'])
      expect(names(name)).toEqual([]);
  });

  it('have the dotted letters before a word as one', () => {
    expect(names('usa')).toEqual(['us', 'united states', 'united states of america', 'united states army']);
  });

  it('are none of what is longer than any name', () => {
    expect(abbreviationsOf(Array.from({ length: 10_000 }, () => 'us'))).toEqual([]);
  });
});

describe('an initialism', () => {
  it.each(['us', 'who', 'it', 'nato', 'U.S.', 'fbi'])('is %s', (word) => {
    expect(isInitialism(word)).toBe(true);
  });

  it.each(['and', 'the', 'is', 'no', 'on', 'table', 'a', 'i', 'c', '', 'xyzzy'])('is not %s', (word) => {
    expect(isInitialism(word)).toBe(false);
  });
});
