import { expect, it } from 'vitest';
import { Analyses } from '../../../src/corpus/analyses.js';
import { Document } from '../../../src/corpus/document.js';
import {
  bytesOf,
  countedWords,
  documentRecord,
  fileRecord,
  passageRecords,
  recordId,
} from '../../../src/search/opensearch/records.js';
import { createPace } from '../../../src/text/pace.js';
import { documentOf } from '../engine-contract.js';

const at = { order: 7, fingerprint: 'f' };

const records = (document: Document) =>
  passageRecords(document, 7, document.passages.map(countedWords), new Analyses());

it('has of a passage its words and those of the next ones, its keys and who speaks', () => {
  const document = documentOf('1', 'The dams were safe.\n\n“They are,” Ann Borg said.', {
    outlet: 'The Post',
    published: '2026-01-02',
  });
  const [first, second] = records(document);
  expect(first).toMatchObject({
    document: '1',
    number: 1,
    order: 7,
    named: ['the post', '1'],
    published: '2026-01-02',
    until: '2026-01-02',
    words: 'the dams were safe they are ann borg said',
    speaking: '',
  });
  expect(second).toMatchObject({ number: 2, words: 'they are ann borg said', speaking: 'ann borg' });
  expect(first?.length).toBe(first?.keys.split(' ').length);
});

it('has fifteen words of the passages that follow, over several of them', () => {
  const document = documentOf('1', 'a\n\nb c\n\nd e f g h i j k l m n o p q r s t');
  expect(records(document)[0]?.words).toBe('a b c d e f g h i j k l m n o p');
});

it('has of a document what makes it again, byte for byte', async () => {
  for (const [mark, head] of [
    ['', ''],
    ['\uFEFF', ''],
    ['\uFEFF', '---\r\ntitle: Rain\r\n---\r\n'],
  ] as const) {
    const text = 'Rain fell.\r\n\r\nŽižek “said” it 😀.';
    const bytes = Buffer.from(mark + head + text);
    const document = Document.of('1.txt', bytes, text, { title: 'Rain' }, { head });
    const record = await documentRecord(document, at, createPace());
    expect(bytesOf(record.text)).toEqual(bytes);
    expect(record).toMatchObject({ own: '1', order: 7, undated: true, passages: 2, titled: ['rain'] });
    expect(JSON.parse(record.listed)).toEqual({ id: '1', source: { title: 'Rain' }, opening: 'Rain fell.' });
  }
});

it('has of a document in another form the text and the file, of which the file is read by itself', async () => {
  const [text, file] = ['It was “never” safe.', Buffer.from([0x50, 0x4b, 0xff])];
  const facts = {
    sha256: 'a',
    textSha256: 'b',
    extractor: 'mammoth',
    version: '1',
    textFile: '.extracted/1.docx.txt',
  };
  const extraction = { ...facts, fileBytes: async () => file };
  const document = Document.of('1.docx', Buffer.from(text), text, {}, { extraction });
  const record = await documentRecord(document, at, createPace());
  expect(record.sha256).toBe('a');
  expect(record.text).toEqual({ is: text, head: '', marked: false, extraction: facts });
  expect(await fileRecord(document)).toEqual({ own: '1', bytes: { base64: file.toString('base64') } });
  expect(await fileRecord(documentOf('1', text))).toBeUndefined();
});

it('shortens names that are longer than OpenSearch takes', async () => {
  const document = documentOf('1', 'Rain.', { outlet: 'O'.repeat(3_000), title: 'T'.repeat(3_000) });
  const record = await documentRecord(document, at, createPace());
  expect(record.named[0]).toHaveLength(2_000);
  expect(record.titled[0]).toHaveLength(2_000);
  expect(record.listed.length).toBeLessThan(8_191);
});

it('names a record in 500 bytes at most, and otherwise by its hash', () => {
  expect(recordId('a'.repeat(500))).toBe('a'.repeat(500));
  expect(recordId('é'.repeat(251))).toMatch(/^#[0-9a-f]{64}$/);
  expect(recordId('é'.repeat(251))).not.toBe(recordId('é'.repeat(252)));
});

it('has the first and the last day of what is dated to the month or year', async () => {
  const days = async (published: string) => {
    const { until, published: from } = await documentRecord(
      documentOf('1', 'Rain.', { published }),
      at,
      createPace(),
    );
    return [from, until];
  };
  expect(await days('2018')).toEqual(['2018-01-01', '2018-12-31']);
  expect(await days('2020-02')).toEqual(['2020-02-01', '2020-02-29']);
  expect(await days('2018-07-05T23:30:00+02:00')).toEqual(['2018-07-05', '2018-07-05']);
});
