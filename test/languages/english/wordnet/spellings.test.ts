import { describe, expect, it } from 'vitest';
import { isSpeltAlike, spellingsOf } from '../../../../src/languages/english/wordnet/spellings.js';

const PAIRS = [
  ...[
    'colour color',
    'organise organize',
    'defence defense',
    'centre center',
    'labour labor',
    'analyse analyze',
  ],
  ...['grey gray', 'cheque check', 'jewellery jewelry', 'tyre tire', 'e-mail email', 'catalogue catalog'],
  ...['ageing aging', 'judgement judgment', 'sceptic skeptic', 'enrol enroll', 'fulfil fulfill', 'mum mom'],
  ...['programme program', 'plough plow', 'foetus fetus', 'sulphur sulfur', 'connexion connection'],
  ...['adviser advisor', 'enquiry inquiry', 'yoghurt yogurt', 'draught draft', 'licence license'],
  ...['leukaemia leukemia', 'gramme gram', 'filmmaker film-maker', 'litre liter', 'auntie aunty'],
].map((pair) => pair.split(' ') as [string, string]);

describe('the spellings of a word', () => {
  it.each(PAIRS)('are %s and %s', (one, other) => {
    expect(spellingsOf(one)).toContain(other);
    expect(spellingsOf(other)).toContain(one);
  });

  it.each([
    ['organised', ['organized']],
    ['colours', ['colors']],
    ['centred', ['centered']],
    ['travelled', ['traveled']],
    ['traveled', ['travelled']],
    ['cancelling', ['canceling']],
    ['organisations', ['organizations']],
    ['programmes', ['programs']],
  ])('of the form %s are %j', (word, spellings) => {
    expect(spellingsOf(word)).toEqual(spellings);
  });

  it('are none of a form that doubles its last letter everywhere', () => {
    for (const word of ['stopped', 'fulfilled', 'enrolled', 'running']) expect(spellingsOf(word)).toEqual([]);
  });

  it('are none of words that look alike and are not of one meaning', () => {
    for (const [one, other] of [
      ['affect', 'effect'],
      ['principal', 'principle'],
      ['stationary', 'stationery'],
      ['ensure', 'insure'],
      ['leaves', 'leafs'],
      ['mole', 'mol'],
      ['formally', 'formerly'],
    ] as const) {
      expect(spellingsOf(one)).not.toContain(other);
      expect(spellingsOf(other)).not.toContain(one);
    }
  });

  it('are none of what WordNet does not know', () => {
    expect(spellingsOf('xyzzour')).toEqual([]);
    expect(spellingsOf('')).toEqual([]);
  });

  it('differ as English spelling does and not otherwise', () => {
    expect(isSpeltAlike('honourable', 'honorable')).toBe(true);
    expect(isSpeltAlike('honest', 'honour')).toBe(false);
    expect(isSpeltAlike('u.s.a.', 'usa')).toBe(true);
    expect(isSpeltAlike('a.b.c.d.', 'abcd')).toBe(false);
  });
});
