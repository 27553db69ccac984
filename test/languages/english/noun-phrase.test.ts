import { describe, expect, it } from 'vitest';
import { readNounPhrase } from '../../../src/languages/english/noun-phrase.js';
import { tokensOf } from '../../../src/languages/english/tokens.js';
import { outerQuotationsIn } from '../../../src/text/quotation-marks.js';

describe('the words that name somebody', () => {
  it.each([
    ['yes, he said', 'he', 'pronoun'],
    ['yes, Maj. Ola Berg said', 'Maj. Ola Berg', 'name'],
    ['yes, Foreign Ministry spokeswoman Maria Zell said', 'Foreign Ministry spokeswoman Maria Zell', 'name'],
    ['yes, chief executive Lars Holm said', 'chief executive Lars Holm', 'name'],
    ['yes, Ana de la Cruz said', 'Ana de la Cruz', 'name'],
    ['yes, Jean d’Orsay said', 'Jean d’Orsay', 'name'],
    ['yes, Karim al-Amri said', 'Karim al-Amri', 'name'],
    ['yes, al Amri said', 'al Amri', 'name'],
    ['yes, Anna “the Hammer” Borg said', 'Anna “the Hammer” Borg', 'name'],
    ['yes, Borg and Zell said', 'Borg and Zell', 'name'],
    ['yes, the mayor of Lund said', 'the mayor of Lund', 'role'],
    ['yes, the secretary of state said', 'the secretary of state', 'role'],
    ['yes, the newly elected mayor said', 'the newly elected mayor', 'role'],
    ['yes, the mayor attacked', 'the mayor', 'role'],
    ['yes, the mayor repeatedly said', 'the mayor', 'role'],
    ['yes, his remarks on it', 'his remarks', 'role'],
    ['yes, the mayor remarks that', 'the mayor', 'role'],
    ['yes, Borg’s first deputy said', 'Borg’s first deputy', 'role'],
    ['yes, Borg’s chief legal adviser said', 'Borg’s chief legal adviser', 'role'],
    ['yes, the Lund mayor said', 'the Lund mayor', 'role'],
    ['yes, the two senators said', 'the two senators', 'role'],
    ['yes, the two say', 'the two', 'role'],
    ['yes, the scholars say that', 'the scholars', 'role'],
    ['yes, the members of the council say “no”', 'the members of the council', 'role'],
    ['yes, his recent claims that', 'his recent claims', 'role'],
    ['yes, his old claim that', 'his old claim', 'role'],
    ['yes, her team calls the plan', 'her team', 'role'],
    ['yes, former Lund treasurer Ida Holm said', 'former Lund treasurer Ida Holm', 'name'],
    ['yes, federal prosecutors said', 'federal prosecutors', 'role'],
    ['yes, former residents say', 'former residents', 'role'],
    ['yes, someone shouted', 'someone', 'pronoun'],
    ['yes, many say', 'many', 'role'],
    ['yes, the “Night Watch” actor said', 'the “Night Watch” actor', 'role'],
  ])('“%s” names %s', (text, wanted, kind) => {
    const tokens = tokensOf(text, outerQuotationsIn(text));
    const noun = readNounPhrase(tokens, 2);
    expect(noun?.kind).toBe(kind);
    expect(text.slice(tokens[2]?.start, tokens[(noun?.end ?? 0) - 1]?.end)).toBe(wanted);
  });

  it.each(['yes, this says', 'yes, of course', 'yes, went away', 'yes, the', 'yes, “no”'])(
    '“%s” names nobody',
    (text) => {
      expect(readNounPhrase(tokensOf(text, outerQuotationsIn(text)), 2)).toBeUndefined();
    },
  );

  it('begin a sentence although they end as adverbs do', () => {
    const nameOf = (text: string) => readNounPhrase(tokensOf(text, []), 0)?.kind;
    expect(nameOf('Kelly said no')).toBe('name');
    expect(nameOf('Sadly she said no')).toBeUndefined();
  });

  it('stops after as many words as prose has', () => {
    const text = 'Borg '.repeat(40);
    expect(readNounPhrase(tokensOf(text, []), 0)?.end).toBe(14);
  });

  it('takes what is longer than a nickname for a quotation', () => {
    const text = 'Anna “the most feared woman in Lund” Borg';
    expect(readNounPhrase(tokensOf(text, outerQuotationsIn(text)), 0)?.end).toBe(1);
  });
});
