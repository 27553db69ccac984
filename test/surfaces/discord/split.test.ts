import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../../src/corpus/document.js';
import { Excerpt } from '../../../src/corpus/excerpt.js';
import { quoteMarkdown } from '../../../src/surfaces/discord/markdown.js';
import { splitQuoted } from '../../../src/surfaces/discord/split.js';
import { adversarialText } from '../../support/adversarial.js';

function partsOf(text: string, budget: number): string[] {
  const document = Document.of('1.txt', Buffer.from(text), text, {});
  const excerpt = Excerpt.of(document, 0, text.length);
  return splitQuoted({ excerpt }, budget).map((part) => part.excerpt.text);
}

describe('a long excerpt', () => {
  it('stays whole where it fits', () => {
    expect(partsOf('One two.', 40)).toEqual(['One two.']);
  });

  it('parts at the end of a sentence', () => {
    expect(partsOf('He said “no, never.” She said that it was so.', 38)).toEqual([
      'He said “no, never.” ',
      'She said that it was so.',
    ]);
  });

  it('parts between words where a sentence is too long', () => {
    expect(partsOf('one two three four five six seven', 24)).toEqual([
      'one two three ',
      'four five six ',
      'seven',
    ]);
  });

  it('parts inside a word only where the word alone is too long, and never inside a character', () => {
    const parts = partsOf('👩‍👩‍👧'.repeat(9), 40);
    expect(parts.join('')).toBe('👩‍👩‍👧'.repeat(9));
    for (const part of parts) expect(part.replaceAll('👩‍👩‍👧', '')).toBe('');
  });

  it('is its parts, one after another without a gap, each within the budget', () => {
    fc.assert(
      fc.property(
        adversarialText.filter((text) => text.length > 0 && !/\p{M}/u.test(text)),
        fc.integer({ min: 30, max: 90 }),
        (text, budget) => {
          const parts = partsOf(text, budget);
          expect(parts.join('')).toBe(text);
          for (const part of parts) expect(quoteMarkdown(part).length).toBeLessThanOrEqual(budget);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps each mark in the part that it stands in', () => {
    const text = 'one two three four five six seven';
    const document = Document.of('1.txt', Buffer.from(text), text, {});
    const parts = splitQuoted(
      { excerpt: Excerpt.of(document, 0, text.length), marks: [{ start: 8, end: 23 }] },
      30,
    );
    const marked = parts.flatMap(({ marks = [] }) => marks.map(({ start, end }) => text.slice(start, end)));
    expect(marked.join('')).toBe('three four five');
    for (const { excerpt, marks = [] } of parts) {
      for (const mark of marks) {
        expect(mark.start).toBeGreaterThanOrEqual(excerpt.start);
        expect(mark.end).toBeLessThanOrEqual(excerpt.end);
      }
    }
  });
});
