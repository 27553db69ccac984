import { describe, expect, it } from 'vitest';
import { speechIn } from '../../../src/languages/english/speech.js';

const said = (text: string) =>
  speechIn(text).map(({ speaker, cue }) => [
    speaker && text.slice(speaker.start, speaker.end),
    cue && text.slice(cue.start, cue.end),
  ]);

describe('a quotation is said', () => {
  it.each<[rule: string, text: string, ...wanted: [string | null, string | null][]]>([
    ['by whoever is named after it', '“It holds,” Borg quipped.', ['Borg', 'quipped']],
    ['by whoever is named after the verb', '“It holds,” said Maj. Ola Berg.', ['Maj. Ola Berg', 'said']],
    ['after a dash', '“It holds” — Borg said.', ['Borg', 'said']],
    ['by whoever signs it', '“It holds.” — Anna Borg.', ['Anna Borg', null]],
    ['by whoever it is labelled with', 'Anna Borg: “It holds.”', ['Anna Borg', null]],
    ['by what it is taken from', 'From the report: “It holds.”', ['the report', null]],
    ['with any verb after a whole sentence', '“It holds!” beamed Anna Borg.', ['Anna Borg', 'beamed']],
    ['with any verb after its subject', '“It holds!” Borg barked.', ['Borg', 'barked']],
    ['in a sentence of its own', '“It holds.” Borg said.', ['Borg', 'said']],
    ['not in the sentence after it', '“It holds.” Borg said it was late.', [null, null]],
    ['past an apposition', '“It holds,” Borg, a lawyer for the firm, said.', ['Borg', 'said']],
    ['past two of them', '“It holds,” Zell, a lawyer, the head of the firm, said.', ['Zell', 'said']],
    ['past a list in one', '“It holds,” Zell, a deputy for roads, water, and parks, said.', ['Zell', 'said']],
    [
      'past a party',
      'Rep. Ida Holm (D-Md.), chair of the panel, said it was “safe.”',
      ['Rep. Ida Holm', 'said'],
    ],
    [
      'by the name rather than what describes it',
      'The mayor, Anna Borg, said it was “safe.”',
      ['Anna Borg', 'said'],
    ],
    [
      'past where and when',
      'The head of the council on Monday said it was “safe.”',
      ['The head of the council', 'said'],
    ],
    [
      'by no object of a preposition',
      'A letter obtained by the Lund Post warns it is “safe.”',
      ['A letter', 'warns'],
    ],
    ['by the subject of verbs in a row', 'Borg took the stage and called it “safe.”', ['Borg', 'called']],
    ['by the subject of a participle', 'Borg issued a statement saying it was “safe.”', ['Borg', 'saying']],
    ['by what is read', 'Borg wore a hat reading “Safe again.”', ['a hat', 'reading']],
    ['by who is quoted', 'Keller quoted Zell as saying it was “safe.”', ['Zell', 'saying']],
    ['by who is quoted, passively', 'Zell was quoted as saying it was “safe.”', ['Zell', 'saying']],
    ['by who says it to another', 'Borg was told by Zell that it was “safe.”', ['Zell', 'by']],
    ['by who calls another so', 'Borg was called “a liar” by Zell.', ['Zell', 'by']],
    ['by nobody who is called so', 'Borg was called “a liar” in public.', [null, null]],
    [
      'by who calls it so, after it',
      'The so called “Quiet Plan” was called by Zell a farce.',
      ['Zell', 'by'],
    ],
    ['by nobody whom it names', 'It is a group called “Quiet Lund.”', [null, null]],
    ['after “will” and “did”', '“It holds,” Borg did say.', ['Borg', 'did say']],
    ['by more than one', 'Critics say it is “unsafe.”', ['Critics', 'say']],
    ['not with what is a noun as often', 'Two reports on the dam were “lost.”', ['Two reports', null]],
    ['with a noun that is a verb here', '“It holds,” Borg reports.', ['Borg', 'reports']],
    ['with “points out”', '“It holds,” he points out.', ['he', 'points out']],
    ['by a pronoun as it stands', 'When Zell came back he began by saying, “It holds.”', ['he', 'saying']],
    ['by who says what she believes', 'Borg said she believes it is “safe.”', ['Borg', 'said']],
    [
      'by whoever makes a claim',
      'Borg made the bold claim that it was “safe.”',
      ['Borg', 'made the bold claim'],
    ],
    ['by whoever shoots back', 'Borg shot back, “It holds.”', ['Borg', 'shot back']],
    ['as somebody puts it', 'As Borg put it, “It holds.”', ['Borg', 'put it']],
    ['in somebody’s claim', 'Nobody believed Borg’s claim that it is “safe.”', ['Borg', null]],
    ['according to somebody', 'According to the judge, it is “safe.”', ['the judge', 'According to']],
    [
      'before more of the sentence',
      'The promise to “hold” the dam drew crowds, said Anna Borg.',
      ['Anna Borg', 'said'],
    ],
    ['within a clause that says nothing', 'Borg carried the “safe” plan.', ['Borg', null]],
    [
      'in the first half of a sentence',
      'Although Borg said it was “safe,” he warned others.',
      ['Borg', 'said'],
    ],
    ['by nobody as a title of a work', 'Borg spoke with Zell on “Lund at Night.”', [null, null]],
    ['by nobody where nobody is', 'It was “safe” then.', [null, null]],
    [
      'by who follows another clause',
      'In a hall in Lund, after losing the vote, Anna Borg (L-Lund), said “no.”',
      ['Anna Borg', 'said'],
    ],
    ['after an aside', 'The council met and he, once again, promised a “safe” dam.', ['he', 'promised']],
  ])('%s: %s', (_, text, ...wanted) => {
    expect(said(text)).toEqual(wanted);
  });

  it('by nobody in a nickname, which is a part of the name', () => {
    expect(said('Anna “the Hammer” Borg said it was “safe.”')).toEqual([
      [null, null],
      ['Anna “the Hammer” Borg', 'said'],
    ]);
  });

  it('by a subject that is near, where no verb of saying tells', () => {
    const far = (words: number) => said(`Borg carried ${'on '.repeat(words)}“safe” plans.`)[0]?.[0];
    expect(far(13)).toBe('Borg');
    expect(far(14)).toBeNull();
  });

  it('by nobody farther away than anybody looks', () => {
    const far = (words: number) => said(`Borg said ${'on '.repeat(words)}“safe”.`)[0]?.[0];
    expect(far(129)).toBe('Borg');
    expect(far(134)).toBeNull();
  });
});
