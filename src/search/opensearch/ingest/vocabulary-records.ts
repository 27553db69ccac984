import { COMMON_SIGN } from '../../../languages/terms.js';
import { foldWord } from '../../../text/fold.js';
import type { Pace } from '../../../text/pace.js';
import { mostFrequentForm } from '../../written.js';
import { recordId } from '../records.js';
import { keyId, wordId } from '../word-records.js';
import type { VocabularyRecord, WordCounts } from './word-counts.js';

const HANGUL = /^[\uAC00-\uD7A3]{4,40}$/;
/** The fewest syllables of a part of a compound, and of what stands beside it. */
const LEAST = 2;

/** A record with its id. */
export type WithId = readonly [id: string, record: VocabularyRecord];

/** The records of a corpus' words, keys, speakers and outlets; these in the order in which their documents come. */
export async function* vocabularyRecords(
  counts: WordCounts,
  outlets: readonly string[],
  pace: Pace,
): AsyncGenerator<WithId> {
  for (const [folded, forms] of await counts.byWord(pace)) {
    const written = mostFrequentForm(forms.map(({ surface, count }) => [surface, count] as const));
    yield [
      wordId(folded),
      {
        kind: 'word',
        folded,
        written,
        count: forms.reduce((sum, { count }) => sum + count, 0),
        telling: forms.some(({ key }) => !key.startsWith(COMMON_SIGN)),
        forms: forms.map(({ surface, language, count }) => [surface, language, count] as const),
      },
    ];
  }
  for (const [key, forms] of await counts.byKey(pace)) {
    yield [
      keyId(key),
      {
        kind: 'key',
        folded: key,
        count: counts.frequencies.get(key) ?? 0,
        ...(HANGUL.test(key) && { parts: partsOf(key) }),
        forms: forms.map(({ surface, language, count }) => [surface, language, count] as const),
      },
    ];
  }
  for (const [folded, names] of counts.speakers) {
    const written = mostFrequentForm(names);
    const count = [...names.values()].reduce((sum, one) => sum + one, 0);
    const forms = [...names].map(([name, times]) => [name, '', times] as const);
    yield [recordId(`s:${folded}`), { kind: 'speaker', folded, written, count, forms }];
  }
  for (const [at, outlet] of outlets.entries()) {
    yield [recordId(`o:${outlet}`), { kind: 'outlet', folded: foldWord(outlet), written: outlet, count: at }];
  }
}

/** What a noun of Hangul begins and ends with, as far as enough stands beside it (see `Compounds`). */
function partsOf(key: string): string[] {
  const parts = new Set<string>();
  for (let length = LEAST; length <= key.length - LEAST; length++) {
    parts.add(key.slice(0, length));
    parts.add(key.slice(-length));
  }
  return [...parts];
}
