import { expect, it } from 'vitest';
import { withoutWraps } from '../../src/languages/wrapped-lines.js';

it.each([
  ['Rain fell', 'Rain fell'],
  ['Rain\nfell. \r\n  So', 'Rain fell. \r\n  So'],
  ['Rain, \r\n  Sun', 'Rain,     Sun'],
  ['Rain of\n\nsun', 'Rain of\n\nsun'],
])('a line break that only wraps is a blank, and places stay: %j', (text, wanted) => {
  expect(withoutWraps(text)).toBe(wanted);
});
