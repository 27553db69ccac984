import { describe, expect, it } from 'vitest';
import { Document } from '../../src/corpus/document.js';
import { Excerpt } from '../../src/corpus/excerpt.js';

const text = 'He said “no” 😀.';
const document = Document.of('000.txt', Buffer.from(text), text, {});

describe('an excerpt', () => {
  it('has no words but the document’s', () => {
    expect(Excerpt.of(document, 8, 12).text).toBe('“no”');
  });

  it.each([
    [-1, 3, 'before the text'],
    [0, 99, 'after it'],
    [3, 3, 'nothing'],
    [5, 3, 'less than nothing'],
    [0.5, 3, 'half a character'],
    [13, 14, 'half a surrogate pair at the end'],
    [14, 16, 'half a surrogate pair at the start'],
  ])('cannot be [%d, %d): %s', (start, end) => {
    expect(() => Excerpt.of(document, start, end)).toThrow(RangeError);
  });

  it('cannot be changed, and nothing else passes for one', () => {
    const excerpt = Excerpt.of(document, 0, 2);
    expect(() => Object.assign(excerpt, { end: 5 })).toThrow(TypeError);
    expect(Excerpt.is(excerpt)).toBe(true);
    expect(Excerpt.is({ document, start: 0, end: 2, text: 'No' })).toBe(false);
    expect(Excerpt.is(Object.create(Excerpt.prototype))).toBe(false);
  });

  it('is no type that a string or a look-alike has', () => {
    // @ts-expect-error: an excerpt is cut from a document, and never made from words
    const fromString: Excerpt = 'He said';
    // @ts-expect-error: the same fields make no excerpt
    const lookAlike: Excerpt = { document, start: 0, end: 2, text: 'He' };
    expect([fromString, lookAlike].map((value) => Excerpt.is(value))).toEqual([false, false]);
  });
});
