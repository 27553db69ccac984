import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { detectEncoding } from '../../../src/corpus/forms/detect.js';

const detected = (text: string, encoding: string) => detectEncoding(iconv.encode(text, encoding));

const HUNGARIAN =
  'A miniszter hétfőn azt mondta, hogy a tervben soha nem állapodtak meg. Senki sem áll készen a szavazásra. ';
const ITALIAN = 'Il ministro ha detto lunedì che il piano non è mai stato concordato. ';
const RUSSIAN =
  'Министр заявил в понедельник, что план никогда не был согласован. Никто не готов голосовать. ';

it('tells nothing of bytes that are a text in more than one of the likely encodings', () => {
  expect(detected(HUNGARIAN, 'iso-8859-2')).toBe('iso-8859-2');
  // As Latin 1 it is read with a õ, and with but 13 more of confidence.
  expect(detected(HUNGARIAN + ITALIAN.repeat(2), 'iso-8859-2')).toBeUndefined();
});

it('tells nothing of a word that would be the same in each', () => {
  expect(detected('ok\ncafé\n', 'latin1')).toBeUndefined();
});

it('goes by what can be read alone, where chardet is surer of what cannot', () => {
  expect(detected(RUSSIAN.repeat(10), 'koi8-r')).toBe('koi8-r');
});

it('tells nothing where a letter would stand where no writer puts one, or nothing where it is no letter', () => {
  const text = 'Nobody’s vote is certain, the minister said, and the party isn’t ready for any of it. ';
  expect(detected(text.repeat(5), 'windows-1252')).toBe('windows-1252');
  expect(detected(text.repeat(5), 'macroman')).toBeUndefined();
  const french = 'Le cœur de l’été coûte à Pâques. Personne n’était prêt à voter, a déclaré le ministre. ';
  expect(detected(french.replaceAll('’', "'").repeat(3), 'iso-8859-15')).toBeUndefined();
  expect(detected(french.replace('œ', 'oe').replaceAll('’', "'").repeat(3), 'iso-8859-15')).toBe(
    'windows-1252',
  );
  expect(
    detected(`5 € ${french.replace('œ', 'oe').replaceAll('’', "'").repeat(3)}`, 'iso-8859-15'),
  ).toBeUndefined();
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

it('tells nothing of less than a line', () => {
  const line = iconv.encode('Der Müller ging über die Brücke, während größere Öfen glühten.', 'windows-1252');
  expect(detectEncoding(line.subarray(0, 40))).toBe('windows-1252');
  expect(detectEncoding(line.subarray(0, 39))).toBeUndefined();
  expect(detectEncoding(Buffer.from([0x61, 0x0a, 0x62, 0xff]))).toBeUndefined();
});
