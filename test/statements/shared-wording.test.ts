import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedRuns } from '../../src/statements/shared-wording.js';
import { foldWord } from '../../src/text/fold.js';
import { words } from '../../src/text/words.js';

/** The shared runs as the words that they are in each text. */
function shared(...texts: string[]): (string | null)[][] {
  return sharedRuns(texts).map((run) =>
    run.map((span, at) => span && (texts[at] ?? '').slice(span.start, span.end)),
  );
}

describe('shared wording', () => {
  it('is what two texts say in the same words, typography and case apart', () => {
    expect(shared('He said: “It is a lie,” and left.', '"It\u00A0is a LIE", he said.')).toEqual([
      ['It is a lie', 'It\u00A0is a LIE'],
    ]);
  });

  it('is at least three words long', () => {
    expect(shared('Putin said no.', 'Putin said yes.')).toEqual([]);
  });

  it('is found in another order', () => {
    expect(shared('one two three. four five six', 'four five six, one two three')).toEqual([
      ['one two three', 'one two three'],
      ['four five six', 'four five six'],
    ]);
  });

  it('prefers the longer run where two want one word', () => {
    expect(shared('a b c d e', 'a b c. x y b c d e')).toEqual([['b c d e', 'b c d e']]);
  });

  it('is shown in every text that has it, and in no other', () => {
    expect(shared('we have not engaged', 'nothing', 'we have not engaged in it')).toEqual([
      ['we have not engaged', null, 'we have not engaged'],
    ]);
  });

  it('obeys its law: runs of the same words, three or more, in two or more texts, none twice', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B', 'b', 'c', 'd', '“c”', ','), { maxLength: 14 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const runs = sharedRuns(texts);
        const used = texts.map(() => new Set<number>());
        for (const run of runs) {
          const spans = run.flatMap((span, at) => (span ? [{ span, at }] : []));
          expect(spans.length).toBeGreaterThanOrEqual(2);
          const worded = spans.map(({ span, at }) =>
            words((texts[at] ?? '').slice(span.start, span.end)).map((word) => foldWord(word.text)),
          );
          for (const one of worded) expect(one).toEqual(worded[0]);
          expect(worded[0]?.length).toBeGreaterThanOrEqual(3);
          for (const { span, at } of spans) {
            for (let offset = span.start; offset < span.end; offset++) {
              expect(used[at]?.has(offset)).toBe(false);
              used[at]?.add(offset);
            }
          }
        }
      }),
    );
  });
});
