import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { MAX_CHOICES } from '../../../src/command/choices.js';
import { isEncoding, USUAL_ENCODINGS } from '../../../src/corpus/forms/encodings.js';
import { takenOut } from './extracted.js';

const ENGLISH =
  'The minister said on Monday that the plan “was never agreed”. Nobody’s vote is certain, she added — and the party isn’t ready.\r\n';
const GERMAN =
  'Der Minister sagte am Montag: „Das war nie beschlossen.“ Über die Gründe für die Verzögerung äußerte er sich nicht. Die Bürger müssten größere Geduld haben.\n';
const FRENCH =
  'Le ministre a déclaré lundi que le projet « n’avait jamais été approuvé ». Personne n’était prêt à voter, a-t-elle ajouté.\n';
const POLISH =
  'Minister powiedział w poniedziałek, że plan „nigdy nie został uzgodniony”. Nikt nie jest gotów głosować, dodała żona.\n';
const RUSSIAN =
  'Министр заявил в понедельник, что план «никогда не был согласован». Никто не готов голосовать, добавила она.\n';
const CHINESE = '部长周一表示，该计划“从未达成一致”。她补充说，没有人准备好投票。\n';
const JAPANESE =
  '大臣は月曜日、その計画は「決して合意されていない」と述べた。彼女は、誰も投票する準備ができていないと付け加えた。\n';

describe('a text that is not UTF-8', () => {
  it.each([
    ['English with curly quotation marks', ENGLISH, 'windows-1252'],
    ['German', GERMAN, 'windows-1252'],
    ['French', FRENCH, 'windows-1252'],
    ['Polish', POLISH, 'windows-1250'],
    ['Russian', RUSSIAN, 'windows-1251'],
    ['Chinese', CHINESE, 'gb18030'],
    ['Chinese of Taiwan', '部長週一表示，該計劃「從未達成一致」。她補充說，沒有人準備好投票。\n', 'big5'],
    ['Japanese', JAPANESE, 'shift_jis'],
    ['Japanese of Unix', JAPANESE, 'euc-jp'],
  ])('is read where its encoding can be told: %s', async (_, text, encoding) => {
    const taken = await takenOut('1.txt', iconv.encode(text, encoding));
    expect(taken).toMatchObject({ text, guessed: encoding, extractor: 'iconv-lite' });
  });

  it.each([
    ['two words', 'ok\ncafé\nnaïve\n', 'latin1', '2'],
    ['an old Macintosh', ENGLISH.repeat(3), 'macroman', '1'],
    ['MS-DOS', GERMAN.repeat(3), 'cp850', '1'],
  ])('is not guessed where it may be another: %s', async (_, text, encoding, line) => {
    await expect(takenOut('1.txt', iconv.encode(text, encoding))).rejects.toThrow(
      `${line}: bytes that are not UTF-8`,
    );
  });

  it('is UTF-8 that was damaged where most of it is UTF-8, and not read otherwise', async () => {
    const bytes = Buffer.concat([Buffer.from(GERMAN.repeat(20)), Buffer.from([0xe4]), Buffer.from(' x')]);
    await expect(takenOut('1.txt', bytes)).rejects.toThrow('21: bytes that are not UTF-8');
  });

  it.each(['macroman', 'windows-1252', 'utf-16le', 'UTF-16BE'])(
    'is read as it is stated to be: %s',
    async (encoding) => {
      const taken = await takenOut('1.txt', iconv.encode(ENGLISH, encoding), encoding);
      expect(taken.text).toBe(ENGLISH);
      expect(taken.guessed).toBeUndefined();
    },
  );

  it('is read as Windows-1252 where Latin 1 is stated, which has no quotation marks', async () => {
    expect((await takenOut('1.txt', iconv.encode(ENGLISH, 'windows-1252'), 'ISO-8859-1')).text).toBe(ENGLISH);
  });

  it.each(['utf-16le', 'utf-16be'])('is read by its mark: %s', async (encoding) => {
    const taken = await takenOut('1.txt', iconv.encode(CHINESE, encoding, { addBOM: true }));
    expect(taken).toMatchObject({ text: CHINESE, guessed: undefined });
  });
});

describe('a page', () => {
  const page = (head: string, text: string) => `<html><head>${head}</head><body><p>${text}</p></body></html>`;

  it('is read in the encoding that it names', async () => {
    for (const head of [
      '<meta charset="macintosh">',
      '<meta http-equiv=content-type content="text/html; charset=macintosh">',
    ]) {
      const taken = await takenOut('1.html', iconv.encode(page(head, ENGLISH), 'macintosh'));
      expect(taken.text).toBe(ENGLISH.trim());
      expect(taken.guessed).toBeUndefined();
    }
  });

  it('is read in UTF-8 where it is that, whatever it names', async () => {
    expect((await takenOut('1.html', page('<meta charset="iso-8859-1">', GERMAN))).text).toBe(GERMAN.trim());
  });

  it('is read as it is stated to be, whatever it names', async () => {
    const text = RUSSIAN.replace(/[«»]/g, '"').trim();
    const bytes = iconv.encode(page('<meta charset="utf-8">', text), 'koi8-r');
    expect((await takenOut('1.html', bytes, 'koi8-r')).text).toBe(text);
  });
});

it('knows every encoding that is suggested, and no more of them than are shown at once', () => {
  expect(USUAL_ENCODINGS.filter((name) => !isEncoding(name))).toEqual([]);
  expect(USUAL_ENCODINGS.length).toBeLessThanOrEqual(MAX_CHOICES);
  // What no moderator finds out by trying: they are never guessed.
  expect(USUAL_ENCODINGS).toEqual(expect.arrayContaining(['macroman', 'cp850']));
});
