import { describe, expect, it } from 'vitest';
import { Document } from '../../src/corpus/document.js';
import { createPace } from '../../src/text/pace.js';
import { FoldedTexts } from '../../src/verify/folded-texts.js';

const documentOf = (text: string, id = '1') => Document.of(`${id}.txt`, Buffer.from(text), text, {});

describe('folded texts', () => {
  it('are folded once, and kept while there is room: 64 MiB at three bytes a character', async () => {
    const texts = new FoldedTexts();
    const long = 'a'.repeat(4_400_000);
    const documents = ['1', '2', '3', '4', '5', '6'].map((id) => documentOf(long, id));
    const [first, second, ...others] = documents as [Document, Document, ...Document[]];
    const [read, another] = [await texts.of(first), await texts.of(second)];
    for (const document of others.slice(0, 3)) await texts.of(document);
    // Five have room.
    expect([await texts.of(second), await texts.of(first)]).toEqual([another, read]);
    expect((await texts.of(first)) === read).toBe(true);
    for (const document of others) await texts.of(document);
    expect((await texts.of(second)) === another).toBe(false);
  });

  it('are of the very document, not of its id', async () => {
    const texts = new FoldedTexts();
    expect((await texts.of(documentOf('“One”'))).text).toBe('One');
    expect((await texts.of(documentOf('“Two”'))).text).toBe('Two');
  });
});

describe('the words that line ends part', () => {
  const near = async (texts: FoldedTexts, documents: readonly Document[], claim: string) =>
    [...(await texts.lineEndsOf(documents, createPace())).near(claim)].map(({ document }) => document.id);

  it('are found joined or with a hyphen, whatever blanks and hyphens end the line', async () => {
    for (const end of ['-\n', '‐\n', '－\n', '\u00AD\n', '- \t  \r\n', '-\u00A0\n  ', '-\n\t']) {
      const documents = [documentOf(`The gov${end}ernment.`)];
      expect([end, await near(new FoldedTexts(), documents, 'the Government')]).toEqual([end, ['1']]);
      expect(await near(new FoldedTexts(), documents, 'the gov-ernment')).toEqual(['1']);
      expect(await near(new FoldedTexts(), documents, 'the gov ernment')).toEqual([]);
    }
  });

  it('are those of the documents that are asked about, whatever was asked before', async () => {
    const texts = new FoldedTexts();
    const one = documentOf('gov-\nernment', '1');
    const two = documentOf('gov-\nernment', '2');
    const three = documentOf('rain', '3');
    expect(await near(texts, [one, three], 'government')).toEqual(['1']);
    expect(await near(texts, [two, one], 'government')).toEqual(['2', '1']);
    expect(await near(texts, [three], 'government')).toEqual([]);
    expect(await near(texts, [one, three], 'government')).toEqual(['1']);
  });
});
