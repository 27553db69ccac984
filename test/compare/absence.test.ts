import { describe, expect, it } from 'vitest';
import { libraryOf } from '../support/folder.js';
import { rowsIn } from '../support/statements.js';

/** What all quote, so that they tell one story. */
const SHARED = '“Sand swallowed our money and nobody paid one crown extra,” said Lindqvist.';

/** Words that nothing else has: so many from number `from` on. */
function made(count: number, from: number): string[] {
  const letter = (number: number) => String.fromCharCode(97 + number);
  return Array.from({ length: count }, (_, at) => {
    const number = from + at;
    return `zor${letter(Math.floor(number / 26))}q${letter(number % 26)}x`;
  });
}

/** So many sentences of two words each that nothing else has, each a paragraph. */
function others(count: number, from: number): string[] {
  return Array.from({ length: count }, (_, at) => `${made(2, from + 2 * at).join(' ')}.`);
}

/** What is told, in which document, and how many sentences the other has. */
interface Told {
  readonly words: number;
  readonly before: number;
  readonly isQuoted: boolean;
  readonly sentences: number;
  /** A sentence of the other besides. */
  readonly beside?: string;
}

const TELLING: Told = { words: 12, before: 15, isQuoted: true, sentences: 10 };

/** Whether it is said that the other has nothing like it. */
async function isMissing(change: Partial<Told>): Promise<boolean> {
  const { words, before, isQuoted, sentences, beside } = { ...TELLING, ...change };
  const told = made(words, 0).join(' ');
  const library = await libraryOf({
    'a.txt': [SHARED, ...others(before - 1, 100), isQuoted ? `“${told}.”` : `${told}.`].join('\n\n'),
    'b.txt': [SHARED, ...others(sentences - (beside ? 2 : 1), 300), beside ?? ''].join('\n\n'),
  });
  const rows = await rowsIn(library);
  const row = rows.find(({ statement }) => statement.some(({ id }) => id === `a#${before + 1}`));
  expect([row?.missing, row?.unclear].flat()).toEqual(['b']);
  return row?.missing.length === 1;
}

describe('that an outlet has nothing like a statement', () => {
  it('is said where three of four marks speak against its saying it in other words', async () => {
    expect(await isMissing({})).toBe(true);
    expect(await isMissing({ isQuoted: false })).toBe(true);
    expect(await isMissing({ before: 5 })).toBe(true);
    expect(await isMissing({ sentences: 30 })).toBe(true);
    expect(await isMissing({ words: 30 })).toBe(true);
    expect(await isMissing({ isQuoted: false, before: 5 })).toBe(false);
    expect(await isMissing({ before: 5, sentences: 30 })).toBe(false);
    expect(await isMissing({ isQuoted: false, words: 30 })).toBe(false);
  });

  it('takes eight to 24 telling words for a mark', async () => {
    const marks = (words: number) => isMissing({ words, isQuoted: false });
    expect(await marks(7)).toBe(false);
    expect(await marks(8)).toBe(true);
    expect(await marks(24)).toBe(true);
    expect(await marks(25)).toBe(false);
  });

  it('takes twelve sentences before it for a mark', async () => {
    const marks = (before: number) => isMissing({ before, isQuoted: false });
    expect(await marks(11)).toBe(false);
    expect(await marks(12)).toBe(true);
  });

  it('takes 20 sentences of the other at most for a mark', async () => {
    const marks = (sentences: number) => isMissing({ sentences, isQuoted: false });
    expect(await marks(20)).toBe(true);
    expect(await marks(21)).toBe(false);
  });

  it('is not said where anything in it is a little like the statement', async () => {
    expect(await isMissing({ beside: `${made(1, 0).join('')} and ${made(2, 500).join(' ')}.` })).toBe(false);
  });

  it('is not said of a row that may be two statements', async () => {
    const isSaid = async (shared: number) => {
      const told = (from: number) => `${[...made(shared, 0), ...made(10 - shared, from)].join(' ')}.`;
      const library = await libraryOf({
        'a.txt': [SHARED, ...others(14, 100), told(20)].join('\n\n'),
        'b.txt': [SHARED, ...others(14, 200), told(40)].join('\n\n'),
        'c.txt': [SHARED, ...others(9, 300)].join('\n\n'),
      });
      const rows = await rowsIn(library);
      const row = rows.find(({ statement }) => statement.map(({ id }) => id).join(' ') === 'a#16 b#16');
      expect([row?.missing, row?.unclear].flat()).toEqual(['c']);
      return row?.missing.length === 1;
    };
    expect(await isSaid(6)).toBe(true);
    expect(await isSaid(4)).toBe(false);
  });
});
