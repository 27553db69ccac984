import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Document } from '../../../../src/corpus/document.js';
import { WordCounts } from '../../../../src/search/opensearch/ingest/word-counts.js';
import { countedWords } from '../../../../src/search/opensearch/records.js';
import { createPace } from '../../../../src/text/pace.js';
import { anyDocuments, documentOf } from '../../engine-contract.js';

function count(counts: WordCounts, document: Document, sign: 1 | -1 = 1): void {
  counts.add(document, document.passages.map(countedWords), sign);
}

/** All that is counted, in one order. */
function counted({ forms, frequencies, speakers, length, passages, documents }: WordCounts) {
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const spoken = new Map([...speakers].map(([folded, names]) => [folded, sorted(names)]));
  return {
    forms: sorted(forms),
    keys: sorted(frequencies),
    speakers: sorted(spoken),
    length,
    passages,
    documents,
  };
}

it('counts words, the passages that have their keys, and who speaks', async () => {
  const counts = new WordCounts();
  count(counts, documentOf('1', 'Dams and dams.\n\n“The dam is safe,” Ann Borg said.'));
  expect(counts.forms.get('en\0dams')?.count).toBe(1);
  expect(counts.forms.get('en\0Dams')?.count).toBe(1);
  expect(counts.frequencies.get('dam')).toBe(2);
  expect([...(counts.speakers.get('ann borg')?.keys() ?? [])]).toEqual(['Ann Borg']);
  expect(counts).toMatchObject({ passages: 2, documents: 1 });
  expect((await counts.byWord(createPace())).get('dams')?.map(({ surface }) => surface)).toEqual([
    'Dams',
    'dams',
  ]);
  expect((await counts.byKey(createPace())).get('dam')?.map(({ surface }) => surface)).toEqual([
    'Dams',
    'dams',
    'dam',
  ]);
});

it('has nothing left of documents that are taken out, in whatever order', () => {
  const speech = documentOf('x', '“It is,” ANN BORG said. “Is it?” Ann Borg said.');
  fc.assert(
    fc.property(anyDocuments, anyDocuments, (stay, go) => {
      const [counts, alone] = [new WordCounts(), new WordCounts()];
      for (const document of [speech, ...stay]) count(alone, document);
      for (const document of [speech, ...go, ...stay, speech]) count(counts, document);
      for (const document of [speech, ...go.toReversed()]) count(counts, document, -1);
      expect(counted(counts)).toEqual(counted(alone));
      for (const document of [speech, ...stay]) count(counts, document, -1);
      expect(counted(counts)).toEqual(counted(new WordCounts()));
    }),
    { numRuns: 50 },
  );
});
