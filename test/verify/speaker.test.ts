import { describe, expect, it } from 'vitest';
import { attributedQuotations, quotationsGiven } from '../../src/verify/given.js';
import { isSameName } from '../../src/verify/names.js';
import { folderOf } from '../support/folder.js';
import { ask } from '../support/session.js';

describe('who says words of a transcript, which has no quotation marks', () => {
  const TALK = [
    'Ada Borg: The dam is safe for ten years, and nobody need leave the town below.',
    'The drains will be cleaned twice a year, as the engineers have asked us to.',
    'Holm: Who is going to pay for all of that, if the council has no money left?',
    'Ada Borg: We had hoped that the university would pay. It said “not a penny more from us this year”.',
    'The talk was held in the town hall, and it was recorded by the archive.',
  ].join('\n');
  const verdictOn = async (quote: string) =>
    (await ask(`/verify quote:${quote}`, folderOf({ 'a.txt': TALK }))).verdicts?.[0];
  const isOutlets = /not inside quotation marks there/;

  it.each([
    ['“The dam is safe for ten years” — Ada Borg', 'exact', false],
    ['“The dam is safe for ten years” — Jon Holm', 'exact', true],
    ['“The drains will be cleaned twice a year” — Jon Holm', 'exact', true],
    ['“Who is going to pay for all of that” — Jon Holm', 'exact', false],
    ['“The talk was held in the town hall” — Jon Holm', 'exact', false],
    ['“not a penny more from us this year” — Jon Holm', 'exact', false],
  ])('is told of %s', async (quote, verdict, isOther) => {
    const found = await verdictOn(quote);
    expect(found?.verdict).toBe(verdict);
    expect(found?.message.includes('not to Jon Holm')).toBe(isOther);
  });

  it('is quoted without quotation marks, but for what stands in nobody’s turn', async () => {
    const noteOn = async (quote: string) => (await verdictOn(quote))?.excerpts[0]?.note ?? '';
    expect(await noteOn('“The dam is safe for ten years”')).not.toMatch(isOutlets);
    expect(await noteOn('“The drains will be cleaned twice a year”')).not.toMatch(isOutlets);
    expect(await noteOn('“Ada Borg: The dam is safe for ten years”')).toMatch(isOutlets);
    expect(await noteOn('“The talk was held in the town hall”')).toMatch(isOutlets);
  });
});

describe('what somebody pastes', () => {
  const given = (text: string) =>
    attributedQuotations(text).map(({ text: quotation, speaker }) => [quotation, speaker]);

  it.each([
    ['Obama said "There is no bus here."', [['There is no bus here.', 'Obama']]],
    ['“There is no bus here” — Enrique Peña Nieto', [['There is no bus here', 'Enrique Peña Nieto']]],
    [
      '“There is no bus here” – E. Peña (@EPN) 26 January 2017 https://t.co/x',
      [['There is no bus here', 'E. Peña']],
    ],
    ['Anna Borg: “There is no bus here.”', [['There is no bus here.', 'Anna Borg']]],
    [
      '“There is no bus here,” Borg said. “There will be none.”',
      [
        ['There is no bus here,', 'Borg'],
        ['There will be none.', 'Borg'],
      ],
    ],
    ['They gathered “opposition forces” and paid them', []],
    ['“There is no bus here.”', []],
    ['Obama said there is no bus', []],
    ['Mark Rutte: “Prices rose in March.”', [['Prices rose in March.', 'Mark Rutte']]],
    ['Jan Keller (@jk): “Prices rose in March” 9:14 AM', [['Prices rose in March', 'Jan Keller']]],
    ['Pence said: “Prices rose in March.”', [['Prices rose in March.', 'Pence']]],
    ['In May 2020 Obama said: “Prices rose in March.”', [['Prices rose in March.', 'Obama']]],
    ['“Prices rose in March” – Jan. 5, 2020', [['Prices rose in March', null]]],
    [
      'President Lee yesterday said “Our party lost the vote”',
      [['Our party lost the vote', 'President Lee']],
    ],
    ['Obama never said “Prices rose in March”', [['Prices rose in March', null]]],
  ])('%j is the quotations %j', (text, expected) => {
    expect(given(text)).toEqual(expected);
  });

  it('has every quotation of a message, whoever said it', () => {
    expect(quotationsGiven('“One two three.”\n\n“Four five six.”').map(({ text }) => text)).toEqual([
      'One two three.',
      'Four five six.',
    ]);
  });
});

describe('a name', () => {
  it.each([
    ['President Obama', 'Barack Obama', true],
    ['V. Putin', 'Vladimir Putin', true],
    ['Peña Nieto', 'Enrique Pena Nieto', true],
    ['Borg’s', 'Anna Borg', true],
    ['Bill Clinton', 'Hillary Clinton', false],
    ['Borg', 'Lind', false],
  ])('%j and %j may be the same: %j', (a, b, same) => {
    expect(isSameName(a, b)).toBe(same);
    expect(isSameName(b, a)).toBe(same);
  });
});

describe('who says something in a document', () => {
  it.each([
    ['Johnson denied saying “let the bodies pile high”.', 'Johnson'],
    ['Lee never said “let the bodies pile high”.', 'Lee'],
    ['“Let the bodies pile high,” Petrov quoted General Ivanov as saying.', 'Petrov'],
    ['Mr. Hale accused Ms. Dorn of saying “let the bodies pile high”.', 'Hale'],
    ['“Let the bodies pile high,” wrote Ivan Petrov’s widow, Vera.', 'Ivan Petrov'],
    ['Neither Borg nor Keller said “let the bodies pile high”.', 'Keller'],
    ['“Let the bodies pile high,” Borg heard Keller say.', 'Borg'],
    ['The crowd chanted “let the bodies pile high” as Vance spoke.', 'Vance'],
  ])('is nobody of whom that is not said: %s', async (text, nobody) => {
    const folder = folderOf({ '1.txt': text });
    const quote = 'Somebody said “let the bodies pile high”';
    const { verdicts } = await ask(JSON.stringify({ command: 'verify', options: { quote } }), folder);
    expect(verdicts?.[0]?.message).not.toContain(`${nobody} say this`);
  });
});

describe('who is said to have said something', () => {
  const folder = () =>
    folderOf({ '1.txt': '“There is no bus here,” Anna Borg said.\n\n“The dam is rather old,” he said.' });
  const noteOn = async (quote: string) =>
    (await ask(JSON.stringify({ command: 'verify', options: { quote } }), folder())).verdicts?.[0]?.message;

  it('is held against who is named there, and nothing is guessed from a pronoun', async () => {
    expect(await noteOn('Obama said “There is no bus here”')).toContain(
      'The documents attribute this to Anna Borg, not to Obama.',
    );
    expect(await noteOn('Borg said “There is no bus here”')).toContain(
      'Attributed to Borg, who is named as saying it.',
    );
    expect(await noteOn('Obama said “The dam is rather old”')).toContain(
      'no speaker is named next to these words there',
    );
    expect(await noteOn('The mayor said “There is no bus here”')).not.toContain('not to The mayor');
    expect(await noteOn('There is no bus here')).not.toMatch(/attribute/i);
  });
});
