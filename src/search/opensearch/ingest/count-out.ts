import { languageOf } from '../../../languages/index.js';
import { keyOf } from '../../../languages/terms.js';
import type { Cluster } from '../cluster.js';
import { ClusterError } from '../cluster-error.js';
import { DocumentStore } from '../document-store.js';
import { countedWords } from '../records.js';
import type { Revision } from '../revision.js';
import type { FormCount } from '../word-records.js';
import type { KnownDocument } from './known-documents.js';
import { WordCounts } from './word-counts.js';

/** How long a page may take, in milliseconds: a cluster that is filled has much to do. */
const TIMEOUT_MS = 30_000;
/** How many records of the vocabulary, and how many documents, are read at once. */
const PAGE = 5_000;
const DOCUMENTS = 6;

interface Answer {
  readonly hits: {
    readonly hits: readonly {
      readonly sort?: readonly unknown[];
      readonly _source: {
        readonly kind: string;
        readonly folded: string;
        readonly count: number;
        readonly forms?: readonly FormCount[];
      };
    }[];
  };
}

/** What a revision counts without the documents that are gone. */
export async function countedWithout(
  cluster: Cluster,
  { names, facts }: Revision,
  gone: readonly KnownDocument[],
): Promise<WordCounts> {
  const counts = await countsOf(cluster, names.vocabulary);
  counts.length = facts.length;
  counts.passages = facts.passages;
  counts.documents = facts.documents;
  const store = new DocumentStore(cluster, names.documents);
  for (let at = 0; at < gone.length; at += DOCUMENTS) {
    const ids = gone.slice(at, at + DOCUMENTS).map(({ id }) => id);
    const documents = await store.documents(ids);
    for (const id of ids) {
      const document = documents.get(id);
      if (!document) throw new ClusterError('damaged', `${id} could not be read`);
      counts.add(document, document.passages.map(countedWords), -1);
    }
  }
  return counts;
}

async function countsOf(cluster: Cluster, index: string): Promise<WordCounts> {
  const counts = new WordCounts();
  let after: readonly unknown[] | undefined;
  do {
    const { hits } = (await cluster.search({
      index,
      timeout: TIMEOUT_MS,
      body: {
        size: PAGE,
        _source: ['kind', 'folded', 'count', 'forms'],
        track_total_hits: false,
        query: { terms: { kind: ['word', 'key', 'speaker'] } },
        sort: [{ kind: 'asc' }, { folded: 'asc' }],
        ...(after && { search_after: after }),
      },
    })) as unknown as Answer;
    for (const { _source: record } of hits.hits) {
      if (record.kind === 'key') counts.addKey(record.folded, record.count);
      else if (record.kind === 'speaker') {
        for (const [name, , count] of record.forms ?? []) counts.addSpeaker(name, record.folded, count);
      } else {
        for (const [surface, language, count] of record.forms ?? [])
          counts.addForm(surface, language, keyOf(surface, languageOf(language)), count);
      }
    }
    after = hits.hits.length < PAGE ? undefined : hits.hits.at(-1)?.sort;
  } while (after);
  return counts;
}
