import { expect, it } from 'vitest';
import { draftText } from '../../../src/surfaces/mcp/draft-text.js';
import { quotationsGiven } from '../../../src/verify/given.js';

const given = (draft: string) => quotationsGiven(draftText(draft));

it('a block quote is a quotation', () => {
  expect(given('Before.\n> The words\n> of somebody.\nAfter.')).toEqual([
    { text: 'The words\nof somebody.', speaker: null },
  ]);
});

it('who is named below it says it, and is not quoted', () => {
  expect(given('> The words of somebody.\n> — Anna Smith')).toEqual([
    { text: 'The words of somebody.', speaker: 'Anna Smith' },
  ]);
});

it('with marks of its own it is these alone', () => {
  expect(given('> She said “the words” there.').map(({ text }) => text)).toEqual(['the words']);
});

it('a mark that is left open before it does not reach into it', () => {
  expect(given('He said “and\n> the words').map(({ text }) => text)).toContain('the words');
});

it('one inside another is one quotation, its signs no part of it', () => {
  expect(given('> The words\n> > of somebody\n>>>   else.')).toEqual([
    { text: 'The words\nof somebody\n  else.', speaker: null },
  ]);
  expect(draftText('> a\n>    > b')).toBe('\n“a\nb”\n');
  expect(draftText('>'.repeat(20_000))).toBe('\n\n');
});

it('a block of code is none, and its fences are no marks', () => {
  expect(given('```text\n> The words\n```\n> of somebody.\n~~~\nHe said “this”.\n~~~')).toEqual([
    { text: 'of somebody.', speaker: null },
    { text: 'this', speaker: null },
  ]);
});

it.each(['No quotation.\n\nAt all.', 'a > b', '    > code', '', '>', '> ', '>\n>'])(
  'what is none gets no marks: %j',
  (draft) => {
    expect(draftText(draft)).not.toMatch(/[“”]/);
  },
);

it('a text without block quotes stays as it is', () => {
  const text = 'He said “this”,\r\n\r\n\tand “that”.\n';
  expect(draftText(text)).toBe(text);
});
