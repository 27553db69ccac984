import { expect, it } from 'vitest';
import { Excerpt } from '../../src/corpus/excerpt.js';
import { sidesLine } from '../../src/reply/side-by-side.js';
import { documentOf } from '../search/engine-contract.js';

it('lets no words turn those of another side, and no name', () => {
  const side = (id: string, outlet: string, text: string) => {
    const document = documentOf(id, text, { outlet });
    return { who: document.teller, excerpts: [Excerpt.of(document, 0, text.length)] };
  };
  const sides = [
    side('1', 'The \u202EPost', 'closed \u2067for'),
    side('2', 'The Herald', '\u202Ashut\u202C'),
  ];
  expect(sidesLine(sides, (text) => `[${text}]`)).toBe(
    '[The \u202EPost]\u202C: [closed \u2067for]\u2069 | [The Herald]: [\u202Ashut\u202C]',
  );
});
