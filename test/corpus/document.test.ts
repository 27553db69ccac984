import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, documentId } from '../../src/corpus/document.js';

const documentOf = (text: string) => Document.of('000_a.txt', Buffer.from(text), text, {});
const passagesOf = (text: string) => documentOf(text).passages.map((passage) => passage.text);

describe('a document’s passages', () => {
  it.each([
    ['one\n\ntwo', ['one', 'two']],
    ['one\r\n\r\ntwo\r\n', ['one', 'two']],
    ['\n\n one \n \t \n\n two\nlines \n', ['one', 'two\nlines']],
    ['one\u00A0\n\u00A0\ntwo', ['one', 'two']],
    ['alone', ['alone']],
  ])('of %j are the blocks between blank lines, without white space around them', (text, passages) => {
    expect(passagesOf(text)).toEqual(passages);
  });

  it('are counted from 1 and know their line', () => {
    const { passages } = documentOf('\none\n\n\ntwo\nlines\n\nthree');
    expect(passages.map(({ id }) => id)).toEqual(['000#1', '000#2', '000#3']);
    const lines = passages.map(({ document, start }) => document.lineAt(start));
    expect(lines).toEqual([2, 5, 8]);
  });

  it('are slices of the text that hold all of it but white space', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '“', '😀', '\u00A0', '.') });
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
        const text = lines.join(lineEnd);
        const { passages } = documentOf(text);
        expect(
          passages
            .map((passage) => passage.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        for (const { start, end, document } of passages) {
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(document.lineAt(start)).toBe(text.slice(0, start).split('\n').length);
          expect(document.passageAt(start)?.start).toBe(start);
          expect(document.passageAt(end)?.start).not.toBe(start);
        }
      }),
    );
  });
});

it.each([
  ['000_18fad831f6d1eeb5.txt', '000'],
  ['news/2017/001.txt', '001'],
  ['a-b c.d_e.txt', 'a-b c'],
  ['_draft.txt', ''],
])('the id of %s is %j', (file, id) => {
  expect(documentId(file)).toBe(id);
});
