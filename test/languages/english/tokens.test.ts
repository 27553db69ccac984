import { describe, expect, it } from 'vitest';
import { type Token, tokensOf } from '../../../src/languages/english/tokens.js';
import { Is } from '../../../src/languages/english/word-classes.js';
import { outerQuotationsIn } from '../../../src/text/quotation-marks.js';

const tokens = (text: string) => tokensOf(text, outerQuotationsIn(text));
const shown = (text: string) =>
  tokens(text).map(({ kind, start, end }) => (kind === 'end' ? '|' : text.slice(start, end)));

describe('the tokens of a paragraph', () => {
  it.each([
    [
      'Maj. Borg said: “No. Never.” He’s gone.',
      ['Maj.', 'Borg', 'said', ':', '“No. Never.”', 'He', '’s', 'gone', '.', '|'],
    ],
    [
      '“One” “two”, al-Amri said. Then the U.S. left.',
      ['“One”', '“two”', ',', 'al-Amri', 'said', '.', '|', 'Then', 'the', 'U.S.', 'left', '.', '|'],
    ],
    [
      'It’s the workers’ turn, İpek says.',
      ['It', '’s', 'the', 'workers’', 'turn', ',', 'İpek', 'says', '.', '|'],
    ],
    ['Borg said.Then 650,000 left.', ['Borg', 'said', '.', 'Then', '650,000', 'left', '.', '|']],
    ['what’s ― here', ['what', '’s', '―', 'here', '|']],
    ['a \uE000 b “c” d', ['a', 'b', '“c”', 'd', '|']],
  ])('%s', (text, wanted) => {
    expect(shown(text)).toEqual(wanted);
  });

  const classes = (text: string, word: string) =>
    tokens(text).find(({ start, end }: Token) => text.slice(start, end) === word)?.classes ?? 0;

  it.each([
    ['a name', 'then Will left', 'Will', Is.Capital],
    ['no name where a sentence begins', 'Will it hold', 'Will', Is.Modal | Is.First],
    ['a genitive', 'the Borgs’ house', 'Borgs’', Is.Possessive],
    ['a name with a small initial', 'so d’Arc left', 'd’Arc', Is.Capital],
    ['a day', 'on Monday they left', 'Monday', Is.Time],
    ['a name that is a time with a small letter', 'then Day left', 'Day', Is.Capital],
    ['a time', 'that day they left', 'day', Is.Time],
    ['a title of a work', 'on “Lund at Night”', '“Lund at Night”', Is.Work],
    ['a title of two words', 'on “At it”', '“At it”', Is.Work],
  ])('tell %s', (_, text, word, wanted) => {
    expect(classes(text, word) & wanted).toBe(wanted);
  });

  it('tell no title of a sentence of three short words and more', () => {
    for (const said of ['We can do', 'We can do it', 'So am I', 'So I’m in it', 'It’s up to me']) {
      expect(classes(`on “${said}”`, `“${said}”`) & Is.Work).toBe(0);
    }
    expect(classes('on “Up at Two”', '“Up at Two”') & Is.Work).toBe(Is.Work);
    expect(classes('on “Up to 22”', '“Up to 22”') & Is.Work).toBe(Is.Work);
  });

  it('tell no title where a longer word has no capital', () => {
    expect(classes('on “Lund after dark”', '“Lund after dark”') & Is.Work).toBe(0);
    const long = `“${'Lund at Night '.repeat(6)}”`;
    expect(classes(`on ${long}`, long) & Is.Work).toBe(0);
  });
});
