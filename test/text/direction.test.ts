import fc from 'fast-check';
import { expect, it } from 'vitest';
import { directionEnds } from '../../src/text/direction.js';
import { directionBehind, STRAIGHT, TURNS } from '../support/direction-state.js';

const LINE = fc.string({ unit: fc.constantFrom('a', 'א', ' ', ...TURNS), maxLength: 300 });

it('ends what a text begins and no more, by the rules of Unicode, however deep it is', () => {
  expect(directionBehind('a\u202E')).not.toEqual(STRAIGHT);
  const deep = fc.constantFrom(...TURNS).map((turn) => turn.repeat(200));
  const text = fc.oneof(
    LINE,
    fc.array(fc.oneof(LINE, deep), { maxLength: 4 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (line) => {
      const ends = directionEnds(line);
      expect(directionBehind(line + ends)).toEqual(STRAIGHT);
      expect(ends).toMatch(/^[\u202C\u2069]*$/);
      // Each of them ends something: without the last, something is left.
      if (ends !== '') expect(directionBehind(line + ends.slice(0, -1))).not.toEqual(STRAIGHT);
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ['nothing', 'plain text, and שלום', ''],
  ['nothing of what is ended already', '\u202Eturned\u202C and \u2067apart\u2069', ''],
  ['an override', 'a \u202Eb', '\u202C'],
  ['an isolate, and with it what was begun inside', '\u2067a \u202Eb', '\u202C\u2069'],
  ['what an end inside an isolate leaves open', '\u202Ea \u2066b\u202C', '\u2069\u202C'],
  ['nothing of lines before the last, which end by themselves', '\u202Ea\nb', ''],
])('ends %s', (_, text, ends) => {
  expect(directionEnds(text)).toBe(ends);
});
