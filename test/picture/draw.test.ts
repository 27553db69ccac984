import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { statementSection } from '../../src/command/statement-section.js';
import { compareWordings } from '../../src/compare/comparison.js';
import { drawStatement } from '../../src/picture/draw.js';
import { pictureOf } from '../../src/reply/picture-of.js';
import { libraryIn, libraryOf, SEEDS } from '../support/folder.js';
import { rowsIn } from '../support/statements.js';

async function statement(...texts: string[]) {
  const library =
    texts.length === 0
      ? await libraryIn(SEEDS)
      : await libraryOf(Object.fromEntries(texts.map((text, at) => [`${at + 1}.txt`, text])));
  const row = (await rowsIn(library)).find(({ statement }) => statement.length > 1);
  if (!row) throw new Error('no statement in two documents');
  const compared = await compareWordings(row.statement, library.engine, row.stretches);
  return pictureOf(statementSection(library, row, compared, true));
}

async function colours(bytes: Uint8Array): Promise<Set<string>> {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return coloursOf(context.getImageData(0, 0, image.width, image.height).data);
}

function coloursOf(data: Uint8ClampedArray): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < data.length; at += 4) {
    found.add(`#${[0, 1, 2].map((step) => (data[at + step] ?? 0).toString(16).padStart(2, '0')).join('')}`);
  }
  return found;
}

/** How wide a picture is, and how many of its rows have `colour`. */
async function rowsWith(colour: string, bytes: Uint8Array): Promise<{ width: number; rows: number }> {
  const image = await loadImage(Buffer.from(bytes));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const rows = Array.from({ length: image.height }, (_, y) =>
    coloursOf(context.getImageData(0, y, image.width, 1).data).has(colour),
  );
  return { width: image.width, rows: rows.filter((has) => has).length };
}

const SAID = 'We have not engaged in any attacks on the election of this year at all';

describe('a picture of a statement', () => {
  it('shows what is shared on a tint, quotations in their colour, and differences underlined', async () => {
    const drawn = drawStatement(
      await statement(`He said: “${SAID}.”`, `“${SAID.replace('engaged', 'taken part')},” he claimed.`),
    );
    if (!('file' in drawn)) throw new Error(drawn.leftOut);
    const found = await colours(drawn.file.bytes);
    for (const colour of ['#17191c', '#1f4a3d', '#ffe2a8', '#ff8f6b']) expect(found).toContain(colour);
  });

  it('has outlets one below the other, up to four, all as wide as a phone shows them', async () => {
    const sizes: { width: number; height: number }[] = [];
    for (const count of [2, 3, 4, 5]) {
      const texts = Array.from({ length: count }, (_, at) => `${'So '.repeat(at)}he said: “${SAID}.”`);
      const drawn = drawStatement(await statement(...texts));
      if (!('file' in drawn)) throw new Error(drawn.leftOut);
      const { width, height } = await loadImage(Buffer.from(drawn.file.bytes));
      sizes.push({ width, height });
    }
    for (const { width } of sizes) expect(width).toBeLessThan(700);
    const [two = 0, three = 0, four = 0, five = 0] = sizes.map(({ height }) => height);
    expect(two).toBeLessThan(three);
    expect(three).toBeLessThan(four);
    expect(five).toBe(four);
  });

  it('is set in type that is 14 pixels on a phone', async () => {
    const drawn = drawStatement({ passages: [{ name: '-', text: 'H', differences: [] }], shared: [] });
    if (!('file' in drawn)) throw new Error(drawn.leftOut);
    const { width, rows } = await rowsWith('#e8e6e3', drawn.file.bytes);
    // A capital of DejaVu Sans is 0.729 of the type's size; Discord leaves a picture 302 pixels of a phone's 390.
    expect(((rows / 0.729) * 302) / width).toBeGreaterThanOrEqual(14);
  });

  it('carries the words in its description, and cuts none of them', async () => {
    const picture = await statement();
    const drawn = drawStatement(picture);
    if (!('file' in drawn)) throw new Error(drawn.leftOut);
    for (const { text } of picture.passages) expect(drawn.file.description).toContain(text);
    const long = await statement(`“${`${SAID} `.repeat(12)}”`, `He said: “${`${SAID} `.repeat(12)}”`);
    const large = drawStatement(long);
    if (!('file' in large)) throw new Error(large.leftOut);
    expect(large.file.description.length).toBeLessThanOrEqual(1024);
    expect(large.file.description).toContain('The rest is in the message.');
  });

  it('is left out, and says so, where the passages take more than 2,000 characters', () => {
    const drawn = (length: number) =>
      drawStatement({
        passages: [{ name: '-', text: 'a '.repeat(length / 2), differences: [] }],
        shared: [],
      });
    expect(drawn(2_000)).toHaveProperty('file');
    expect(drawn(2_002)).toEqual({ leftOut: 'the passages are too long for one' });
  });

  it.each([
    ['Greek', 'Ο πρόεδρος είπε: «Δεν έχουμε καμία ανάμειξη στις εκλογές αυτής της χρονιάς εδώ»'],
    ['Cyrillic', 'Он сказал: «Мы не участвовали ни в каких атаках на выборы в этом году здесь»'],
    ['Arabic', 'قال الرئيس: «لم نشارك في أي هجمات إلكترونية على الانتخابات الأمريكية هذا العام»'],
    ['Hebrew', 'הנשיא אמר: „לא השתתפנו בשום מתקפה על הבחירות שהתקיימו השנה במדינה הזאת”'],
  ])('is drawn in %s', async (_script, text) => {
    expect(drawStatement(await statement(`${text}.`, `${text}!`))).toHaveProperty('file');
  });

  it('is left out, and says why, where the fonts lack a letter', async () => {
    const text = '首相は「私たちはいかなるサイバー攻撃にも関与していない」と述べた';
    expect(drawStatement(await statement(`${text}。`, `${text}！`))).toEqual({
      leftOut: expect.stringMatching(/^the fonts do not have “.”$/u),
    });
  });
});
