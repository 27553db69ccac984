import { Analyses } from '../../../corpus/analyses.js';
import type { Document } from '../../../corpus/document.js';
import type { Pace } from '../../../text/pace.js';
import type { IndexNames } from '../indices.js';
import {
  countedWords,
  type DocumentRecord,
  documentRecord,
  fileId,
  fileRecord,
  passageRecords,
  recordId,
} from '../records.js';
import type { Bulk } from './bulk.js';
import { vocabularyRecords } from './vocabulary-records.js';
import type { WordCounts } from './word-counts.js';

/** After so much text the documents are put in whose passages are in, in UTF-16 code units. */
const GROUP = 4 * 2 ** 20;

/** What indices are filled with. */
export interface FillParts {
  readonly bulk: Bulk;
  readonly names: IndexNames;
  readonly counts: WordCounts;
  readonly pace: Pace;
  /** The files of documents that are in already: they are only counted. */
  readonly done: ReadonlySet<string>;
  /** Hears of each document that is in. */
  readonly heard: (passages: number) => void;
  /** Throws where it must not go on. */
  readonly check: () => void;
}

/** A document that is to be put in. */
export interface ToPut {
  readonly file: string;
  readonly order: number;
  readonly fingerprint: string;
  readonly read: () => Promise<Document>;
}

/**
 * Puts documents into indices and counts their words. A document's own record goes in after those of its passages and its file,
 * so that what was begun and not finished is told by its record.
 */
export async function fill(documents: Iterable<ToPut>, parts: FillParts): Promise<void> {
  const { bulk, names, counts, pace, done } = parts;
  const analyses = new Analyses();
  let [waiting, size]: [DocumentRecord[], number] = [[], 0];
  const flush = async () => {
    await bulk.done();
    parts.check();
    for (const record of waiting) await bulk.put(names.documents, recordId(record.own), record);
    await bulk.done();
    [waiting, size] = [[], 0];
  };
  for (const one of documents) {
    const document = await one.read();
    const words = document.passages.map(countedWords);
    counts.add(document, words);
    if (!done.has(one.file)) {
      for (const record of passageRecords(document, one.order, words, analyses)) {
        await bulk.put(names.passages, recordId(`${record.document}#${record.number}`), record);
      }
      const file = await fileRecord(document);
      if (file) await bulk.put(names.documents, fileId(file.own), file);
      waiting.push(await documentRecord(document, one, pace));
      size += document.text.length;
      if (size >= GROUP) await flush();
    }
    parts.heard(document.passages.length);
    await pace();
  }
  await flush();
}

/** Puts in how often words, keys and speakers stand, and the outlets; how many records that is. */
export async function putVocabulary(
  counts: WordCounts,
  outlets: readonly string[],
  { bulk, names, pace }: Pick<FillParts, 'bulk' | 'names' | 'pace'>,
): Promise<number> {
  let records = 0;
  for await (const [id, record] of vocabularyRecords(counts, outlets, pace)) {
    await bulk.put(names.vocabulary, id, record);
    records++;
    await pace();
  }
  await bulk.done();
  return records;
}
