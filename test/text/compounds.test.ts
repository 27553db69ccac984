import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundsIn, isJoint } from '../../src/text/compounds.js';
import { alignWithin } from '../../src/text/word-differences.js';
import { words } from '../../src/text/words.js';

const HYPHENED = 'a-b c a-c b-a-c d';

/** The words of a text and which of them a hyphen joins to the one before. */
function read(text: string) {
  const list = words(text);
  const isJoined = (at: number) => isJoint(text.slice(list[at - 1]?.end ?? 0, list[at]?.start ?? 0));
  return { texts: list.map((word) => word.text), isJoined };
}

describe('compounds among aligned words', () => {
  it('are joined by one hyphen alone', () => {
    expect(['-', '‐', '‑', '－'].every(isJoint)).toBe(true);
    expect(['', ' ', '–', '—', ' - ', '--', '-\n', '.'].some(isJoint)).toBe(false);
  });

  it('are stretches of either text, those that share a word as one', () => {
    const found = (a: string, b: string) => {
      const [one, other] = [read(a), read(b)];
      const steps = alignWithin(one.texts, other.texts);
      return compoundsIn(steps, one.isJoined, other.isJoined).map(({ start, end }) => [start, end]);
    };
    expect(found(HYPHENED, HYPHENED)).toEqual([
      [0, 2],
      [3, 5],
      [5, 8],
    ]);
    expect(found('x a-b-c y', 'x a-b c y')).toEqual([[1, 4]]);
    expect(found('x a-b c y', 'x a b-c y')).toEqual([[1, 4]]);
    expect(found('x a b y', 'x a b y')).toEqual([]);
  });

  it('are apart, in order, and hold every compound whole', () => {
    const text = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('-', ' ')), { maxLength: 10 })
      .map((list) => list.flat().join('').replace(/[- ]$/, ''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [read(a), read(b)];
        const steps = alignWithin(one.texts, other.texts);
        const found = compoundsIn(steps, one.isJoined, other.isJoined);
        for (const [at, { start, end }] of found.entries()) {
          expect(end - start).toBeGreaterThan(1);
          expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
        }
        for (const side of ['a', 'b'] as const) {
          const { isJoined } = side === 'a' ? one : other;
          const placeOf = (word: number) => steps.findIndex((step) => step[side] === word);
          for (const { [side]: word } of steps) {
            if (word === null || !isJoined(word) || placeOf(word - 1) === -1) continue;
            const holds = found.some(({ start, end }) => start <= placeOf(word - 1) && placeOf(word) < end);
            expect(holds).toBe(true);
          }
        }
      }),
    );
  });
});
