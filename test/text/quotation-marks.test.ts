import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationsIn } from '../../src/text/quotation-marks.js';

const found = (text: string) => quotationsIn(text).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  it.each([
    ['He said “no”.', ['“no”'], 'curly marks'],
    ['He said "no" and "yes".', ['"no"', '"yes"'], 'straight ones'],
    ['‘I don’t know,’ he said.', ['‘I don’t know,’'], 'single ones, an apostrophe inside'],
    ['„Ja“, »nein«, «oui»', ['„Ja“', '»nein«', '«oui»'], 'those of other languages'],
    ['He said “no“ and ”yes”.', ['“no“', '”yes”'], 'mismatched ones, as phones type them'],
    ["``It is so,'' he said.", ["``It is so,''"], 'doubled single ones'],
    ['“He said ‘no,’ twice.”', ['“He said ‘no,’ twice.”', '‘no,’'], 'one inside another'],
    ['“He said “no” twice.”', ['“He said “no” twice.”', '“no”'], 'the same marks inside'],
    ['“It goes on', ['“It goes on'], 'one that the next paragraph goes on with'],
    ['“One.” “Two', ['“One.”', '“Two'], 'the second of two going on'],
    ['“Lost mark. “Kept.” So.', ['“Kept.”'], 'one without its mark left out'],
    ['<a href="x">“no”</a>', ['"x"', '“no”'], 'those of markup'],
    ['the workers’ rights, the ’90s and the ‘60s', [], 'no apostrophe'],
    ["in the '90s tins o' beans, 'no' and the workers' pay", ["'no'"], 'no year without its century'],
    ["the summer of '69 and the workers' pay", [], 'nor one of two digits alone'],
    [
      "'Tis late,' he said, 'twas late when the dogs' owner came",
      ["'Tis late,'"],
      'but one that begins with such a word',
    ],
    ["'Em' and 'tiso' are", ["'Em'", "'tiso'"], 'and others'],
    ['He is 6\'2" tall', [], 'no feet and inches'],
    ['“”', [], 'nothing between marks'],
  ])('of %s are %j: %s', (text, quotations) => {
    expect(found(text)).toEqual(quotations);
  });

  it.each(['em', 'til', 'tis', 'twas', 'twere', 'twould', '69', '90s'])(
    'do not begin with the apostrophe of ’%s, where nothing surely ends them',
    (word) => {
      expect(found(`all this, and '${word} the workers' pay`)).toEqual([]);
      expect(found(`'${word} the workers' pay,' he said.`)).toEqual([`'${word} the workers' pay,'`]);
      expect(found(`'${word}x the workers' pay`)).toEqual([`'${word}x the workers'`]);
    },
  );

  it('know their depth, and whether they are closed', () => {
    expect(quotationsIn('“A ‘b’ c” “d').map(({ depth, closed }) => [depth, closed])).toEqual([
      [0, true],
      [1, true],
      [0, false],
    ]);
  });

  it('stand inside the text, in order, none across another', () => {
    const text = fc
      .array(fc.constantFrom('“', '”', '"', '‘', '’', "'", '„', '«', '»', 'word', 's', ' ', '. ', ', '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (one) => {
        const quotations = quotationsIn(one);
        for (const [at, { start, end, innerStart, innerEnd }] of quotations.entries()) {
          expect(start < innerStart && innerStart < innerEnd && innerEnd <= end && end <= one.length).toBe(
            true,
          );
          for (const other of quotations.slice(at + 1)) {
            expect(other.start).toBeGreaterThan(start);
            expect(other.start >= end || other.end <= end).toBe(true);
          }
        }
      }),
    );
  });
});
