import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../src/languages/english/phrases.js';
import { directSubject, subjectOf } from '../../../src/languages/english/subject.js';
import { tokensOf } from '../../../src/languages/english/tokens.js';
import { outerQuotationsIn } from '../../../src/text/quotation-marks.js';

function subject(text: string, find = subjectOf): string | undefined {
  const phrases = phrasesOf(tokensOf(text, outerQuotationsIn(text)));
  const verb = phrases.findLastIndex(({ kind }) => kind === 'saying');
  const found = phrases[find(phrases, verb) ?? -1];
  return found && text.slice(found.start, found.end);
}

describe('the subject of a verb of saying', () => {
  it.each([
    ['Borg said', 'Borg'],
    ['Borg has in the past said', 'Borg'],
    ['Borg (L-Lund) said', 'Borg'],
    ['the head of the dam in Lund said', 'the head of the dam'],
    ['Borg, who has led the council, said', 'Borg'],
    ['Borg, wearing a hat, said', 'Borg'],
    ['the note that says', 'the note'],
    ['Borg attacked Zell, calling', 'Borg'],
    ['Borg attacked Zell last week, calling', 'Borg'],
    ['Borg, a lawyer, attacked Zell, calling', 'Borg'],
    ['Borg attacked Zell, whom he met, calling', 'Borg'],
    ['Borg went to the hall to say', 'Borg'],
    ['it was time for Borg to say', 'Borg'],
    ['“It holds,” said Borg at the hall, adding', 'Borg'],
    ['as Borg said', 'Borg'],
    ['In the hall, Borg, in tears, said', 'Borg'],
    ['with Borg saying', 'Borg'],
    ['the council (and Zell) met and said', 'the council'],
  ])('“%s” is %s', (text, wanted) => {
    expect(subject(text)).toBe(wanted);
  });

  it('stands before an apposition as long as those of prose are', () => {
    const apart = (letters: number) => subject(`Zell, ${'x'.repeat(letters)}, who left, said`, directSubject);
    expect(apart(186)).toBe('Zell');
    expect(apart(190)).toBeUndefined();
  });
});
