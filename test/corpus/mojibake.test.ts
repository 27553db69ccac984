import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { garbledIn } from '../../src/corpus/mojibake.js';

const found = (text: string) => Array.from(garbledIn(text), ({ text: one }) => one);
/** A text whose UTF-8 was read as Windows-1252; bytes that it lacks are left out, as programs that read so do. */
const garbled = (text: string) => iconv.decode(Buffer.from(text), 'windows-1252').replaceAll('\uFFFD', '');

describe('a text in UTF-8 that was read as Windows-1252', () => {
  it.each([
    'The dam isn’t safe.',
    '“It is,” she said – and left.',
    'Ein Café für Bücher, schön und groß.',
    'L’été à l’hôtel, où ça coûte cher.',
    'Zażółć gęślą jaźń.',
    'It costs £5 or 5 €.',
    'Yes 😀.',
    'Плотина безопасна.',
    '大坝是安全的。',
    'Το φράγμα είναι ασφαλές.',
    'السد آمن.',
    'Más de diez años.',
  ])('is known: %s', (text) => {
    expect(found(garbled(text)).length).toBeGreaterThan(0);
    expect(found(text)).toEqual([]);
  });

  it.each([
    '« Le café\u00A0», « voilà\u00A0», « IL EST GÂTÉ\u00A0»',
    '„MENÜ“, „JÄ“, “Ä”, “IRÃ”, “Å”, the letter ‘Ã’',
    'NÃO, MAÇÃS, CAFÉ, ÂME, Ångström, Ärzte, São Paulo, Ðuro, Ñandú',
    'Thé…, 20 × 30, naïve – façade; Mötley Crüe™, señor®, 5 €, “â la carte”',
    'ÇA — ÉTÉ – ÎLE… “À” ‘É’',
  ])('is told from what is meant: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
