import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../src/languages/english/phrases.js';
import { subjectOf } from '../../../src/languages/english/sayer.js';
import { directSubject } from '../../../src/languages/english/subject.js';
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
    ['one note, about Zell and her allies, said', 'one note'],
    ['Borg left, and Sen. Ida Holm (L), said', 'Sen. Ida Holm'],
    ['Borg apologised after they came out, saying', 'Borg'],
    ['Borg explained it when members led the council by saying', 'Borg'],
    ['the note came as Borg left Lund, saying', 'Borg'],
    ['the council failed, with Borg taking the floor to say', 'Borg'],
    ['the storm prompted Borg to say', 'Borg'],
    ['LUND, Aug. 24 (LNA) — a lawyer for Zell denied a report suggesting', 'a lawyer'],
    ['Borg had tweeted that Zell and others have failed, adding', 'Borg'],
    ['Borg, her deputy, Ida Holm, warned the council, saying', 'Ida Holm'],
    ['the dam, said Borg,', 'Borg'],
    ['the dam leaks ― critics of Borg saying', 'critics of Borg'],
    ['despite Borg saying', 'Borg'],
    ['the council met such as a plan to reaffirm', 'the council'],
  ])('“%s” is %s', (text, wanted) => {
    expect(subject(text)).toBe(wanted);
  });

  it('stands before an apposition as long as those of prose are', () => {
    const apart = (letters: number) => subject(`Zell, ${'x'.repeat(letters)}, who left, said`, directSubject);
    expect(apart(186)).toBe('Zell');
    expect(apart(190)).toBeUndefined();
  });
});
