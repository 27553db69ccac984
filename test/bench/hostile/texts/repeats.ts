import type { Dice } from '../dice.js';

/** What patterns try in more than one way: joined by signs, opened and never closed, or almost what is looked for. */
const UNITS: readonly string[] = [
  ...['a-', 'a’', "a'", 'a.', 'A.', 'a,', '1,', '1.', '1', 'a', 'A', 'A ', 'Aa ', 'a b ', 'the ', 'no '],
  ...['“', '”', '"', "'", '„', '«', '»', '‘', '’', '“a', 'a”', '" "', '“a” ', '"a" said ', '” “'],
  ...[
    '.',
    '..',
    '…',
    '. . ',
    '[…]',
    '[...] ',
    '(…)',
    '-',
    '—',
    '- ',
    '-\n',
    '–',
    '_',
    '*',
    '(',
    ')',
    '[',
    ']',
    '<',
    '{',
    '\\',
  ],
  ...[
    ' ',
    '\n',
    '\t',
    '\r\n',
    '\u00A0',
    '\n\n',
    ' \n',
    '> ',
    '||',
    '```',
    '&amp;',
    '@a ',
    '#',
    'http://',
    'http://a/',
  ],
  ...[
    'Mr. ',
    'U.S. ',
    'said ',
    'He said ',
    'said that ',
    'who ',
    'and ',
    ', ',
    '; ',
    ': ',
    'x: ',
    'ab-\ncd',
    '2016-01-',
  ],
  ...['\u0301', '\u200D', '👩\u200D', '🇩', '가', '가나', '中', '\u00AD', 'é', 'İ', 'ﬃ'],
];

/** One thing, or a few in turn, again and again; at the end mostly something else. */
export function repeatedText(dice: Dice, length: number): string {
  const unit = dice.times(1 + dice.below(3), () => dice.pick(UNITS)).join('');
  const end = dice.chance(0.5)
    ? dice.pick(['!', 'b', '\n', '”', '"', '0', ' said Putin.', '\\', '\u0301'])
    : '';
  const begin = dice.chance(0.3) ? dice.pick(['“', '"', 'x', '(', '> ', '“They gathered ']) : '';
  const middle = unit
    .repeat(Math.ceil(length / unit.length))
    .slice(0, Math.max(0, length - end.length - begin.length));
  return `${begin}${middle}${end}`;
}
