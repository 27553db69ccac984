import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { withSource } from '../../src/corpus/edit-sources.js';

const lines = (...list: string[]) => list.join('\n');

const COMMENTED = lines(
  '// Our papers.',
  '{',
  '    // The first.',
  '    "1.txt": {',
  '        "title": "One", // as printed',
  '        "outlet": "The Paper",',
  '        "url": "https://example.com/1",',
  '    },',
  '    "2.txt": { "title": "Two" }, // the second',
  '    "3.txt": {}',
  '    // The end.',
  '}',
  '',
);

describe('sources.json with another source', () => {
  it('is made where there is none', () => {
    expect(withSource(undefined, '1.txt', { title: 'One' })).toBe(
      lines('{', '  "1.txt": {', '    "title": "One"', '  }', '}', ''),
    );
    expect(withSource(undefined, '1.txt', undefined)).toBe('{}\n');
  });

  it('has a new entry last, and all else as it was', () => {
    expect(withSource(COMMENTED, '4.txt', { title: 'Four', authors: [{ name: 'An Agency' }] })).toBe(
      COMMENTED.replace('{}', '{},').replace(
        '// The end.\n',
        lines(
          '// The end.',
          '    "4.txt": {',
          '        "title": "Four",',
          '        "authors": [',
          '            {',
          '                "name": "An Agency"',
          '            }',
          '        ]',
          '    }',
          '',
        ),
      ),
    );
  });

  it('keeps comments, order and trailing commas of an entry whose fields change', () => {
    expect(withSource(COMMENTED, '1.txt', { title: 'Eins', outlet: 'The Paper', language: 'de' })).toBe(
      COMMENTED.replace('"One"', '"Eins"').replace('"url": "https://example.com/1"', '"language": "de"'),
    );
  });

  it('writes an entry on one line anew, and stays the same where nothing changes', () => {
    expect(withSource(COMMENTED, '2.txt', { title: 'Zwei' })).toBe(
      COMMENTED.replace('{ "title": "Two" }', lines('{', '        "title": "Zwei"', '    }')),
    );
    const source = { title: 'One', outlet: 'The Paper', url: 'https://example.com/1' };
    expect(withSource(COMMENTED, '1.txt', source)).toBe(COMMENTED);
  });

  it('loses an entry and no comment', () => {
    expect(withSource(COMMENTED, '2.txt', undefined)).toBe(
      COMMENTED.replace('"2.txt": { "title": "Two" }, // the second', '// the second'),
    );
    expect(withSource(COMMENTED, '3.txt', undefined)).toBe(
      COMMENTED.replace('"Two" },', '"Two" }').replace('\n    "3.txt": {}', ''),
    );
    expect(withSource(COMMENTED, 'none.txt', undefined)).toBe(COMMENTED);
  });

  it('loses every entry of that name', () => {
    const text = '{"a": {}, "b": {}, "a": {}}';
    expect(withSource(text, 'a', undefined)).toBe('{"b": {} }');
  });

  it('keeps the line ends and a byte order mark', () => {
    const text = '\uFEFF{\r\n\t"1.txt": {\r\n\t\t"title": "One"\r\n\t}\r\n}\r\n';
    expect(withSource(text, '1.txt', { title: 'One', language: 'en' })).toBe(
      '\uFEFF{\r\n\t"1.txt": {\r\n\t\t"title": "One",\r\n\t\t"language": "en"\r\n\t}\r\n}\r\n',
    );
  });

  it.each([
    '',
    '{}',
    '{ }',
    '{"a": {"title": "x"}}',
    '{\n"a": {\n"title": "x"},\n}',
    '{ "a": /* x */ {} /* y */ , "b": {} }',
    '{"a":{\n"outlet":"o",\n"url":"u" }}',
  ])('states what it is given, whatever %j looked like, and nothing after it is removed', (text) => {
    const source = { title: 'A “title”', language: 'en' };
    const once = withSource(text, 'a', source);
    const others = Object.fromEntries(Object.entries(parse(text) ?? {}).filter(([name]) => name !== 'a'));
    expect(parse(once)).toEqual({ ...others, a: source });
    expect(withSource(once, 'a', source)).toBe(once);
    const both = withSource(once, 'c', { outlet: 'O' });
    expect(parse(both)).toEqual({ ...others, a: source, c: { outlet: 'O' } });
    expect(parse(withSource(both, 'a', undefined))).toEqual({ ...others, c: { outlet: 'O' } });
    expect(parse(withSource(withSource(both, 'c', undefined), 'a', undefined))).toEqual(others);
  });

  it.each(['[]', '{', '{"a": {},, }', '['.repeat(100_000)])('is not made of %#', (text) => {
    expect(() => withSource(text, '1.txt', {})).toThrow(SyntaxError);
  });
});
