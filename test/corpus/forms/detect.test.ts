import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { detectEncoding } from '../../../src/corpus/forms/detect.js';

const detected = (text: string, encoding: string) => detectEncoding(iconv.encode(text, encoding));

it('tells nothing of bytes that are a text in more than one of the likely encodings', () => {
  // Hebrew, with more confidence than it has in Russian.
  const russian =
    'Министр заявил в понедельник, что план никогда не был согласован. Никто не готов голосовать. ';
  expect(detected(russian.repeat(10), 'koi8-r')).toBeUndefined();
  expect(detected(russian.repeat(10), 'windows-1251')).toBe('windows-1251');
});

it('tells nothing where a letter would stand where no writer puts one, or nothing where it is no letter', () => {
  const text = 'Nobody’s vote is certain, the minister said, and the party isn’t ready for any of it. ';
  expect(detected(text.repeat(5), 'windows-1252')).toBe('windows-1252');
  expect(detected(text.repeat(5), 'macroman')).toBeUndefined();
  expect(detected(`${text.repeat(5)}\u0081`, 'latin1')).toBeUndefined();
});

it('tells nothing of UTF-8 that was damaged, up to a half of what is beyond ASCII', () => {
  const text = 'The minister said on Monday that the plan was never agreed, and the party is not ready. ';
  const mixed = (utf8: number, latin: number) =>
    detectEncoding(
      Buffer.concat([
        Buffer.from(text.repeat(5) + 'é '.repeat(utf8)),
        Buffer.from('é '.repeat(latin), 'latin1'),
      ]),
    );
  expect(mixed(6, 10)).toBeUndefined();
  expect(mixed(0, 10)).toBe('windows-1252');
});
