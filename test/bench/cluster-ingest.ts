import type { RequestKind } from '../../src/search/engine-recorder.js';
import { Cluster, type ClusterRequest } from '../../src/search/opensearch/cluster.js';
import { ingest } from '../../src/search/opensearch/ingest/ingest.js';
import { makeIndices, newBase, refresh, removeBase } from '../../src/search/opensearch/ingest/revisions.js';
import { servingRevision } from '../../src/search/opensearch/revision.js';
import { processorTime } from './measure.js';

/** How an ingest went. Times are in milliseconds. */
export interface IngestFigures {
  readonly documents: number;
  readonly passages: number;
  readonly took: number;
  /** Processor time of the process that put them in. */
  readonly cpu: number;
  /** The most memory that this process held meanwhile, beyond what it held before, in bytes. */
  readonly grown: number;
  /** Bytes of what was sent, and of the indices. */
  readonly sent: number;
  readonly stored: number;
  /** How long the cluster takes for the same bytes, sent as they are; undefined where these were too many to keep. */
  readonly bare: number | undefined;
}

/** So many passages are kept as they were sent, to send them again: some 150 MiB. */
const KEPT_PASSAGES = 100_000;
/** As many as an ingest has under way at once. */
const UNDER_WAY = 2;
const TIMEOUT_MS = 120_000;

/** Puts folders into a cluster under a name, then sends the same bytes again to other indices by nothing but `_bulk`. */
export async function measureIngest(
  address: string,
  name: string,
  folders: readonly string[],
  passages: number,
): Promise<IngestFigures> {
  const cluster = Cluster.at({ nodes: [new URL(address)], name });
  const keeps = passages <= KEPT_PASSAGES;
  const bodies: (readonly string[])[] = [];
  let sent = 0;
  // What is sent is seen here and nowhere else, so that both send the same.
  const request = cluster.request.bind(cluster);
  cluster.request = <T>(kind: RequestKind, asked: ClusterRequest): Promise<T> => {
    if (asked.path === '/_bulk') {
      for (const line of asked.lines ?? []) sent += Buffer.byteLength(line) + 1;
      if (keeps) bodies.push(asked.lines ?? []);
    }
    return request<T>(kind, asked);
  };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 100);
  const began = performance.now();
  const { value: made, cpu } = await processorTime(() => ingest(cluster, { roots: folders, keep: 1 }));
  const took = performance.now() - began;
  clearInterval(timer);
  if (made.kind !== 'made') throw new Error(`The ingest ended as ${made.kind}`);
  const revision = await servingRevision(cluster);
  const stored = await storedBytes(cluster, revision.base);
  const bare = keeps ? await sendAgain(cluster, revision.base, bodies, passages) : undefined;
  await cluster.close();
  const { facts } = revision;
  return { ...facts, took, cpu, grown: most - before, sent, stored, bare };
}

/** Milliseconds until the same records are in other indices and can be found. */
async function sendAgain(
  cluster: Cluster,
  served: string,
  bodies: readonly (readonly string[])[],
  passages: number,
): Promise<number> {
  const base = newBase(cluster, 'bare');
  const names = await makeIndices(cluster, base, passages);
  const ready = bodies.map((lines) => lines.map((line) => line.replace(`"${served}-`, `"${base}-`)));
  const began = performance.now();
  const sendAll = async () => {
    for (let lines = ready.shift(); lines; lines = ready.shift()) {
      await cluster.request('write', { method: 'POST', path: '/_bulk', lines, timeout: TIMEOUT_MS });
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, sendAll));
  await refresh(cluster, names);
  const took = performance.now() - began;
  await removeBase(cluster, base);
  return took;
}

/** The bytes of a revision's indices, once each. */
async function storedBytes(cluster: Cluster, base: string): Promise<number> {
  await cluster.request('administer', { method: 'POST', path: `/${base}-*/_flush`, timeout: TIMEOUT_MS });
  const { _all: all } = await cluster.request<{ _all: { primaries: { store: { size_in_bytes: number } } } }>(
    'administer',
    { method: 'GET', path: `/${base}-*/_stats/store` },
  );
  return all.primaries.store.size_in_bytes;
}
