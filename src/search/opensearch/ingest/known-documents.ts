import type { Source } from '../../../corpus/source.js';
import { sha256Of } from '../../../text/sha256.js';
import type { Cluster } from '../cluster.js';
import { FORMAT, OF_A_DOCUMENT } from '../indices.js';

/** What is known of a document that a revision has. */
export interface KnownDocument {
  readonly id: string;
  readonly fingerprint: string;
  readonly order: number;
}

/** How long a page may take, in milliseconds: a cluster that is filled has much to do. */
const TIMEOUT_MS = 30_000;
/** How many are asked for at once. */
const PAGE = 5_000;

/** What tells whether a document has to be put in anew: its bytes, and what is stated of it. */
export function fingerprintOf(sha256: string, source: Source): string {
  return sha256Of(`${FORMAT}\0${sha256}\0${JSON.stringify(source)}`);
}

/** The documents of an index, by file. */
export async function knownDocuments(cluster: Cluster, index: string): Promise<Map<string, KnownDocument>> {
  const found = new Map<string, KnownDocument>();
  let after: readonly unknown[] | undefined;
  do {
    const { hits } = await cluster.search({
      index,
      timeout: TIMEOUT_MS,
      body: {
        size: PAGE,
        _source: false,
        stored_fields: '_none_',
        docvalue_fields: ['file', 'fingerprint', 'order', 'own'],
        track_total_hits: false,
        query: { exists: { field: OF_A_DOCUMENT } },
        sort: [{ order: 'asc' }, { file: 'asc' }],
        ...(after && { search_after: after }),
      },
    });
    for (const { fields = {} } of hits.hits) {
      const [file, fingerprint, id] = [fields.file, fields.fingerprint, fields.own].map((all) =>
        String(all?.[0]),
      );
      found.set(file ?? '', {
        id: id ?? '',
        fingerprint: fingerprint ?? '',
        order: Number(fields.order?.[0]),
      });
    }
    after = hits.hits.length < PAGE ? undefined : hits.hits.at(-1)?.sort;
  } while (after);
  return found;
}
