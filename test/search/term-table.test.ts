import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, terms } from '../../src/languages/terms.js';
import { TermTable } from '../../src/search/term-table.js';
import { createPace } from '../../src/text/pace.js';

const tableOf = (texts: readonly string[]) =>
  TermTable.build(
    texts.map((text) => ({ text })),
    createPace(),
  );

describe('the term table', () => {
  const text = fc
    .array(fc.constantFrom('rain', 'rains', 'the', 'Sun', 'Monday', '.'), { maxLength: 8 })
    .map((all) => all.join(' '));

  it('has the keys of each passage in order, and for each key the passages that have it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 6 }), async (texts) => {
        const table = await tableOf(texts);
        expect(table.size).toBe(texts.length);
        for (const [passage, one] of texts.entries()) {
          const keys = Array.from(table.keysOf(passage), (key) => table.vocabulary.keyAt(key));
          expect(keys).toEqual(terms(one).map(({ key }) => key));
        }
        for (let key = 0; key < table.vocabulary.size; key++) {
          const having = texts.flatMap((one, passage) =>
            terms(one).some((term) => term.key === table.vocabulary.keyAt(key)) ? [passage] : [],
          );
          expect([...table.passagesWith(key)]).toEqual(having);
        }
      }),
    );
  });

  it('weighs a key the more the fewer passages have it, and one that none has the most', async () => {
    const table = await tableOf(['rain sun', 'rain', 'rain snow']);
    const weight = (word: string) => table.weight(table.vocabulary.keyNumber(keyOf(word)));
    expect(weight('rain')).toBeGreaterThan(0);
    expect(weight('sun')).toBeGreaterThan(weight('rain'));
    expect(weight('hail')).toBeGreaterThan(weight('sun'));
    expect(weight('sun')).toBe(weight('snow'));
  });

  it('tells function words from names and words whose stem is the same', async () => {
    const { vocabulary } = await tableOf(['the US and us', 'and one on it']);
    const isCommon = (word: string) => vocabulary.keysFor(word).every((key) => vocabulary.isCommonKey(key));
    expect(['the', 'and', 'us', 'on'].map(isCommon)).toEqual([true, true, true, true]);
    expect(['US', 'one'].map(isCommon)).toEqual([false, false]);
  });
});
