import type { Cluster } from '../../src/search/opensearch/cluster.js';
import type { IndexNames } from '../../src/search/opensearch/indices.js';
import { type RevisionFacts, servingRevision } from '../../src/search/opensearch/revision.js';

/** More than any test puts in, and what OpenSearch gives at once. */
const MOST = 10_000;

interface Kept {
  readonly order?: number;
  readonly forms?: readonly unknown[];
}

/** All that the serving revision has, and all that is known of it but when it was made and by whom. */
export interface Contents {
  readonly facts: Omit<RevisionFacts, 'madeAt' | 'madeBy'>;
  /** The records of each index by their ids. */
  readonly records: Readonly<Record<keyof IndexNames, ReadonlyMap<string, object>>>;
}

/**
 * What the serving revision holds, as far as anybody can tell: of the numbers that only order there are their places, and
 * of forms, whose order says nothing, all in one order.
 */
export async function contentsOf(cluster: Cluster): Promise<Contents> {
  const { names, facts } = await servingRevision(cluster);
  const documents = await recordsIn(cluster, names.documents);
  const orders = [...documents.values()].map(({ order = 0 }) => order).sort((a, b) => a - b);
  const plain = (records: ReadonlyMap<string, Kept>) =>
    new Map([...records].map(([id, record]) => [id, comparable(record, orders)]));
  const { madeAt: _, madeBy: __, ...rest } = facts;
  return {
    facts: rest,
    records: {
      documents: plain(documents),
      passages: plain(await recordsIn(cluster, names.passages)),
      vocabulary: plain(await recordsIn(cluster, names.vocabulary)),
    },
  };
}

function comparable(record: Kept, orders: readonly number[]): object {
  const forms = record.forms?.map((form) => JSON.stringify(form)).sort();
  return {
    ...record,
    ...(record.order !== undefined && { order: orders.indexOf(record.order) }),
    ...(forms && { forms }),
  };
}

async function recordsIn(cluster: Cluster, index: string): Promise<Map<string, Kept>> {
  const { hits } = await cluster.search({
    index,
    body: { size: MOST, sort: ['_doc'], track_total_hits: true },
  });
  const all = hits.hits as unknown as readonly { _id: string; _source: Kept }[];
  if (all.length !== hits.total?.value) throw new Error(`${index} has ${hits.total?.value} records`);
  const found = new Map(all.map(({ _id: id, _source: record }) => [id, record]));
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
