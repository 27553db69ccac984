import { describe, expect, it } from 'vitest';
import { readClaim } from '../../src/verify/claim.js';

const read = (typed: string) => {
  const { opening, text, closing } = readClaim(typed);
  return [opening, text, closing];
};

describe('a claim', () => {
  it.each([
    [
      '“The dam is safe.”',
      ['', 'The dam is safe', '.'],
      'loses its marks, and the full stop of its sentence',
    ],
    ['The dam is safe!', ['', 'The dam is safe!', ''], 'keeps its ! and ?'],
    ['The dam is safe”,', ['', 'The dam is safe', '”,'], 'loses punctuation after the mark'],
    ['The dam is ,', ['', 'The dam is ,', ''], 'keeps punctuation after a blank, where a word was taken out'],
    ['The dam is safe –', ['', 'The dam is safe', '–'], 'loses a dash that breaks off'],
    ['– The dam is safe', ['–', 'The dam is safe', ''], 'loses a dash that opens'],
    ['-5 degrees it was', ['', '-5 degrees it was', ''], 'keeps the sign of a number'],
    ['- 5 degrees it was', ['', '- 5 degrees it was', ''], 'keeps what may be the sign of a number'],
    ['.5 percent of them', ['', '.5 percent of them', ''], 'keeps the point of a number'],
    ['… the dam is safe ...', ['', 'the dam is safe', ''], 'loses dots for what comes before and after'],
    ['[…] the dam is safe (...)', ['', 'the dam is safe', ''], 'loses them in brackets too'],
    ['It was 6′', ['', 'It was 6′', ''], 'keeps the mark of feet'],
    ['He said ....', ['', 'He said', ''], 'may end in any number of dots'],
  ])('%j is %j: it %s', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });

  it('is read at once, however many dots it has', () => {
    expect(readClaim(`He said ${'.'.repeat(100_000)}`).text).toBe('He said');
  });

  it.each([
    ['one two three … four five six', [['one two three', 'four five six']], 'left out'],
    ['one two [three] four', [['one two', 'four']], 'put in'],
    ['[T]hey said … that', [['They said', 'that']], 'a letter in brackets is a letter'],
    [
      '[They] said … that',
      [
        ['[They] said', 'that'],
        ['They said', 'that'],
      ],
      'brackets may be the document’s, or stand for its words, before they are an insertion',
    ],
  ])('%j may be read as the parts %j: %s', (typed, parts) => {
    const { elisions } = readClaim(typed);
    expect(elisions.map((one) => one.parts.map(({ text }) => text)).slice(0, parts.length)).toEqual(parts);
  });

  it('is too short under three words or twelve characters', () => {
    const tooShort = (typed: string) => readClaim(typed).tooShort;
    expect(['one two', 'a bc de fgh', 'no one is so', 'thirteen words'].map(tooShort)).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
