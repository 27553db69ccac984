import { expect, it } from 'vitest';
import { vocabularyRecords } from '../../../../src/search/opensearch/ingest/vocabulary-records.js';
import { type VocabularyRecord, WordCounts } from '../../../../src/search/opensearch/ingest/word-counts.js';
import { countedWords } from '../../../../src/search/opensearch/records.js';
import { keyId, wordId } from '../../../../src/search/opensearch/word-records.js';
import { createPace } from '../../../../src/text/pace.js';
import { documentOf } from '../../engine-contract.js';

async function recordsOf(...texts: readonly string[]) {
  const counts = new WordCounts();
  for (const [at, text] of texts.entries()) {
    const document = documentOf(`${at}`, text);
    counts.add(document, document.passages.map(countedWords));
  }
  const records = new Map<string, VocabularyRecord>();
  for await (const [id, record] of vocabularyRecords(counts, ['The Post', 'Le Monde'], createPace()))
    records.set(id, record);
  return records;
}

it('has each word as it is mostly written, with its forms and whether it is more than a function word', async () => {
  const records = await recordsOf('Café. Café. cafe. The.');
  expect(records.get(wordId('cafe'))).toEqual({
    kind: 'word',
    folded: 'cafe',
    written: 'Café',
    count: 3,
    telling: true,
    forms: [
      ['Café', 'en', 2],
      ['cafe', 'en', 1],
    ],
  });
  expect(records.get(wordId('the'))).toMatchObject({ telling: false, count: 1 });
});

it('has each key with the number of passages that have it', async () => {
  expect((await recordsOf('Dams and dams.\n\nA dam.')).get(keyId('dam'))).toMatchObject({
    kind: 'key',
    count: 2,
  });
});

it('has of a noun in Hangul what it begins and ends with', async () => {
  const records = await recordsOf('정보통신부');
  const [, record] = [...records].find(([, { kind }]) => kind === 'key') ?? [];
  expect(record?.parts).toEqual(['정보', '신부', '정보통', '통신부']);
});

it('has speakers as their names are mostly written, whoever was met first, and outlets in their order', async () => {
  const records = await recordsOf('“It is,” ANN BORG said.', '“It is,” Ann Borg said. “Yes,” Ann Borg said.');
  expect(records.get('s:ann borg')).toMatchObject({ kind: 'speaker', written: 'Ann Borg' });
  expect(records.get('o:The Post')).toEqual({
    kind: 'outlet',
    folded: 'the post',
    written: 'The Post',
    count: 0,
  });
  expect(records.get('o:Le Monde')).toMatchObject({ count: 1 });
});
