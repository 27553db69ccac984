import type { Dice } from '../dice.js';

/** What stands for dates, ids, numbers, languages and addresses, and is none, or almost. */
const VALUES: readonly string[] = [
  ...[
    '2016',
    '2016-13',
    '2016-02-30',
    '0000-00-00',
    '9999-12-31',
    '-1',
    '1e309',
    '2016-06-14T99:00Z',
    '٢٠١٦',
    'yesterday',
  ],
  ...[
    '000',
    '000#1',
    '000#0',
    '000#99999999999999999999',
    '#',
    '##',
    '000#1#1',
    '../../etc/passwd',
    '000\u0000',
    'sources.json',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'NaN',
    'true',
    '[object Object]',
    '{}',
  ],
  ...[
    'en',
    'EN-gb',
    'English',
    'x-klingon',
    'zh-Hant-TW',
    'i-default',
    'en-'.repeat(40),
    'de-1996-1996',
    'und',
    '中文',
  ],
  ...[
    'https://example.com',
    'javascript:alert(1)',
    'http://user:pw@example.com',
    'https://xn--80ak6aa92e.com',
    'http://a b',
  ],
  ...[
    '9'.repeat(400),
    '0x10',
    '-0',
    '1_000',
    '１２',
    `${'1,'.repeat(200)}1`,
    '%00',
    '%s%n',
    '{{7*7}}',
    "'; DROP TABLE",
    '<script>',
  ],
];

/** A value that is almost one. */
export function oddValue(dice: Dice): string {
  return dice.pick(VALUES);
}
