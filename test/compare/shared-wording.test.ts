import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedWording } from '../../src/compare/shared-wording.js';
import { foldWord } from '../../src/text/fold.js';
import { words } from '../../src/text/words.js';

/** What is marked in each text. */
function marked(...texts: string[]): string[][] {
  return sharedWording(texts).marks.map((marks, at) =>
    marks.map(({ start, end }) => (texts[at] ?? '').slice(start, end)),
  );
}

/** The shared runs as the words that they are in each text. */
function runs(...texts: string[]): (string | null)[][] {
  return sharedWording(texts).runs.map((run) =>
    run.map((span, at) => span && (texts[at] ?? '').slice(span.start, span.end)),
  );
}

describe('shared wording', () => {
  it('is what two texts say in the same words, typography and case apart', () => {
    expect(marked('He said: “It is a lie,” and left.', '"It\u00A0is a LIE", he said.')).toEqual([
      ['It is a lie'],
      ['It\u00A0is a LIE'],
    ]);
  });

  it('is at least three words long', () => {
    expect(marked('Putin said no.', 'Putin said yes.')).toEqual([[], []]);
  });

  it('is found in another order', () => {
    expect(runs('one two three. four five six', 'four five six, one two three')).toEqual([
      ['one two three', 'one two three'],
      ['four five six', 'four five six'],
    ]);
  });

  it('is shown in every text that has it, and in no other', () => {
    expect(runs('we have not engaged', 'nothing', 'we have not engaged in it')).toEqual([
      ['we have not engaged', null, 'we have not engaged'],
    ]);
  });

  it('of some texts may be part of what fewer share', () => {
    expect(runs('a b c d e f', 'a b c d e f', 'b c d e')).toEqual([
      ['a b c d e f', 'a b c d e f', null],
      ['b c d e', 'b c d e', 'b c d e'],
    ]);
    expect(marked('a b c d e f', 'a b c d e f', 'b c d e')).toEqual([
      ['a b c d e f'],
      ['a b c d e f'],
      ['b c d e'],
    ]);
  });

  const text = fc
    .array(fc.constantFrom('a', 'B', 'b', 'c', 'd', '“c”', ','), { maxLength: 14 })
    .map((all) => all.join(' '));
  const someTexts = fc.array(text, { minLength: 1, maxLength: 4 });
  const folded = (one: string) => words(one).map((word) => foldWord(word.text));

  it('marks a word if, and only if, another text has it in the same three words', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        const triples = texts.map((one) => {
          const list = folded(one);
          return list.slice(2).map((_, at) => list.slice(at, at + 3).join(' '));
        });
        const { marks } = sharedWording(texts);
        for (const [at, one] of texts.entries()) {
          const elsewhere = new Set(triples.flatMap((list, other) => (other === at ? [] : list)));
          const isShared = (index: number) =>
            [index - 2, index - 1, index].some((first) => elsewhere.has(triples[at]?.[first] ?? '-'));
          for (const [index, word] of words(one).entries()) {
            const isMarked =
              marks[at]?.some(({ start, end }) => start <= word.start && word.end <= end) ?? false;
            expect(isMarked).toBe(isShared(index));
          }
        }
      }),
    );
  });

  it('has runs of the same three or more words, each in two or more texts', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        for (const run of sharedWording(texts).runs) {
          const worded = run.flatMap((span, at) =>
            span ? [folded((texts[at] ?? '').slice(span.start, span.end))] : [],
          );
          expect(worded.length).toBeGreaterThanOrEqual(2);
          expect(worded[0]?.length).toBeGreaterThanOrEqual(3);
          for (const one of worded) expect(one).toEqual(worded[0]);
        }
      }),
    );
  });
});
