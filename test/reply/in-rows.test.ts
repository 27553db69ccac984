import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inRows, marked, ownWords } from '../../src/reply/in-rows.js';
import { rowsOf } from '../../src/surfaces/terminal/rows.js';
import { directionBehind, STRAIGHT, TURNS } from '../support/direction-state.js';

const window = { width: 20, rows: rowsOf };

it('leaves lines as long as they are where there is no window', () => {
  const text = 'A line\r\nand another that is longer than any window\tis.\n';
  expect(inRows(text, { window: undefined })).toBe(text);
  expect(inRows('one\ntwo', { window: undefined, first: '> ', others: '> ' })).toBe('> one\n> two');
});

it('has room for what rows begin with', () => {
  expect(inRows('one two three four five', { window, first: '— ', others: '  ' })).toBe(
    '— one two three four\n  five',
  );
});

it('lets no control character through but tabs and the ends of lines', () => {
  expect(inRows('a\x1b[31mb\x9bc\x07\rd\r\n\te\x7f', { window: undefined })).toBe(
    'a\uFFFD[31mb\uFFFDc\uFFFD\uFFFDd\r\n\te\uFFFD',
  );
});

it('indents what a line of ours goes on in', () => {
  expect(ownWords('/quote\n    The most relevant passages', window)).toBe(
    '/quote\n    The most\n      relevant\n      passages',
  );
  expect(ownWords('The most relevant passages', window)).toBe('The most relevant\npassages');
});

it('marks what goes over the end of a row on both', () => {
  const mark = (text: string) => `[${text}]`;
  const text = 'one two three';
  const marks = [
    { start: 0, end: 1 },
    { start: 4, end: 9 },
  ];
  expect(marked(text, { start: 0, end: 7 }, marks, mark)).toBe('[o]ne [two]');
  expect(marked(text, { start: 8, end: 13 }, marks, mark)).toBe('[t]hree');
});

it('lets no row turn what stands behind it, and changes no character of the text', () => {
  const text = fc.string({ unit: fc.constantFrom('word ', 'שלום ', '\n', ...TURNS), maxLength: 60 });
  fc.assert(
    fc.property(text, (whole) => {
      const rows = inRows(whole, { window, first: '> ', others: '  ' }).split('\n');
      for (const row of rows) expect(directionBehind(row)).toEqual(STRAIGHT);
      const spans = rowsOf(whole, 18);
      expect(rows).toHaveLength(spans.length);
      for (const [at, { start, end }] of spans.entries())
        expect(rows[at]?.slice(2)).toMatch(new RegExp(`^${whole.slice(start, end)}[\u202C\u2069]*$`, 'u'));
      // Where nothing is broken, the text stands there in one piece, and what ends it behind that.
      const unbroken = inRows(whole, { window: undefined });
      expect(unbroken.slice(0, whole.length)).toBe(whole);
      expect(unbroken.slice(whole.length)).toMatch(/^[\u202C\u2069]*$/u);
      expect(directionBehind(unbroken.slice(unbroken.lastIndexOf('\n') + 1))).toEqual(STRAIGHT);
    }),
    { numRuns: 500 },
  );
});
