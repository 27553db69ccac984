import { describe, expect, it } from 'vitest';
import { introductionsIn } from '../../../src/languages/english/introductions.js';

const read = (text: string) =>
  introductionsIn(text).map(({ words, speaker }) => [
    text.slice(words.start, words.end),
    text.slice(speaker.start, speaker.end),
  ]);

describe('what introduces a statement', () => {
  it.each<[text: string, ...wanted: [string, string][]]>([
    ['Borg argued that it holds.', ['Borg argued that', 'Borg']],
    ['According to the judge, it holds.', ['According to the judge', 'the judge']],
    ['In the words of Borg, it holds.', ['In the words of Borg', 'Borg']],
    ['Borg, a lawyer, said it holds.', ['Borg, a lawyer, said', 'Borg']],
    ['“It holds,” said Borg. She added that it leaks.', ['said Borg', 'Borg'], ['She added that', 'She']],
    ['To clear himself, Borg said it holds.', ['To clear himself, Borg said', 'Borg']],
    ['Lund slept, and Borg said it holds.', ['Borg said', 'Borg']],
    ['Borg will not say that it holds.', ['Borg will not say that', 'Borg']],
    ['The Post quoted Borg as saying that it holds.', ['quoted Borg as saying that', 'Borg']],
    ['The mayor, Ada Borg, said it holds.', ['Ada Borg, said', 'Ada Borg']],
    ['The dam, said Borg, holds.', ['said Borg', 'Borg']],
    ['“It holds,” said the mayor, Ada Borg.', ['said the mayor, Ada Borg', 'Ada Borg']],
    ['“It holds,” Borg, who asked to stay, said.', ['Borg, who asked to stay, said', 'Borg']],
    ['BORG: It holds.', ['BORG:', 'BORG']],
    ['ADA BORG-HOLM: It holds.', ['ADA BORG-HOLM:', 'ADA BORG-HOLM']],
    ['NOTE: It holds.'],
    ['Borg: a mayor and her dam.'],
    ['Zell made a film called “The Borg Interviews” in Lund.'],
    ['Zell’s series for Lund, called “The Borg Interviews,” ended.'],
    ['He was told so.'],
    ['Two reports came.'],
  ])('%s', (text, ...wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it.each([
    'Borg said that it holds.',
    'Borg asked on Monday whether it holds.',
    'Borg said it holds.',
    'Borg said in a letter on Monday the dam leaks.',
    'Borg says there is rain.',
    'Borg vowed to stay.',
    'Borg told the council that it holds.',
    'Borg told reporters that it holds.',
    'Borg warned the town that it leaks.',
    'Borg said: “It holds.”',
    'Borg told the council: “It holds.”',
    'It holds, Borg said.',
    'The dam, said Borg, holds.',
    '“It holds,” Borg said on Monday.',
    'According to Borg, it holds.',
    'The Post quoted Borg as saying it holds.',
    'BORG: It holds.',
  ])('stands beside what is said: %s', (text) => {
    expect(introductionsIn(text).map((one) => one.isBesideSaid)).toEqual([true]);
  });

  it.each([
    'Borg asked for help.',
    'Borg added a wing to the hall.',
    'Borg blamed the storm that came.',
    'Borg objected to the plan that failed.',
    'On Monday, Borg called for help.',
    'Borg told the council.',
    'Borg argued with Zell in the hall.',
    'Borg ordered two coffees.',
  ])('introduces nothing: %s', (text) => {
    expect(introductionsIn(text).map((one) => one.isBesideSaid)).toEqual([false]);
  });

  it('stands beside what is said behind eight words of when, and no more', () => {
    const isBeside = (times: number) =>
      introductionsIn(`Borg asked ${'then '.repeat(times)}whether it holds.`)[0]?.isBesideSaid;
    expect([isBeside(8), isBeside(9)]).toEqual([true, false]);
  });

  it('takes a short clause before it, and no long one', () => {
    const first = (letters: number) => read(`To ${'x'.repeat(letters)}, Borg said it holds.`)[0]?.[0];
    expect(first(55)).toMatch(/^To x/);
    expect(first(56)).toBe('Borg said');
  });
});
