import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { statementSection } from '../../src/command/statement-section.js';
import { compareWordings } from '../../src/compare/comparison.js';
import { drawStatement } from '../../src/picture/draw.js';
import { pictureOf } from '../../src/reply/picture-of.js';
import { libraryIn, libraryOf, SEEDS } from '../support/folder.js';
import { statementsIn } from '../support/statements.js';

async function statement(...texts: string[]) {
  const library =
    texts.length === 0
      ? await libraryIn(SEEDS)
      : await libraryOf(Object.fromEntries(texts.map((text, at) => [`${at + 1}.txt`, text])));
  const rows = await statementsIn(library);
  const [row = []] = rows.filter(({ length }) => length > 1);
  return pictureOf(statementSection(library, await compareWordings(row, library.engine), true));
}

async function colours(bytes: Uint8Array): Promise<Set<string>> {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const found = new Set<string>();
  for (let at = 0; at < data.length; at += 4) {
    found.add(`#${[0, 1, 2].map((step) => (data[at + step] ?? 0).toString(16).padStart(2, '0')).join('')}`);
  }
  return found;
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

  it('grows by a column with each outlet, up to four', async () => {
    const widths: number[] = [];
    for (const count of [2, 3, 4, 5]) {
      const texts = Array.from({ length: count }, (_, at) => `${'So '.repeat(at)}he said: “${SAID}.”`);
      const drawn = drawStatement(await statement(...texts));
      if (!('file' in drawn)) throw new Error(drawn.leftOut);
      widths.push((await loadImage(Buffer.from(drawn.file.bytes))).width);
    }
    expect(widths[0]).toBeLessThan(widths[1] ?? 0);
    expect(widths[1]).toBeLessThan(widths[2] ?? 0);
    expect(widths[3]).toBe(widths[2]);
  });

  it('carries the words in its description, and cuts none of them', async () => {
    const picture = await statement();
    const drawn = drawStatement(picture);
    if (!('file' in drawn)) throw new Error(drawn.leftOut);
    for (const { text } of picture.passages) expect(drawn.file.description).toContain(text);
    const long = await statement(`“${`${SAID} `.repeat(20)}”`, `He said: “${`${SAID} `.repeat(20)}”`);
    const large = drawStatement(long);
    if (!('file' in large)) throw new Error(large.leftOut);
    expect(large.file.description.length).toBeLessThanOrEqual(1024);
    expect(large.file.description).toContain('The rest is in the message.');
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
