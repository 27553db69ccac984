import { onTestFinished } from 'vitest';
import { Analyses } from '../../src/corpus/analyses.js';
import type { Document } from '../../src/corpus/document.js';
import { readAs } from '../../src/languages/index.js';
import { Cluster } from '../../src/search/opensearch/cluster.js';
import { FORMAT } from '../../src/search/opensearch/indices.js';
import { Bulk } from '../../src/search/opensearch/ingest/bulk.js';
import { fill, putVocabulary } from '../../src/search/opensearch/ingest/fill.js';
import {
  makeIndices,
  newBase,
  refresh,
  removeBase,
  serve,
} from '../../src/search/opensearch/ingest/revisions.js';
import { WordCounts } from '../../src/search/opensearch/ingest/word-counts.js';
import { OpenSearchEngine } from '../../src/search/opensearch/opensearch-engine.js';
import { servingRevision } from '../../src/search/opensearch/revision.js';
import { createPace } from '../../src/text/pace.js';

/** A client of a cluster under a name of its own, with which it leaves nothing behind. */
export function clientOf(
  addresses: readonly string[],
  name = `t${crypto.randomUUID().slice(0, 13)}`,
): Cluster {
  const cluster = Cluster.at({ nodes: addresses.map((address) => new URL(address)), name });
  onTestFinished(async () => {
    await cluster.request('administer', {
      method: 'DELETE',
      path: `/${name}-*`,
      maybe: true,
      timeout: 60_000,
    });
    await cluster.close();
  });
  return cluster;
}

/** An engine over documents that were made, put into a cluster without a folder. */
export async function indexed(cluster: Cluster, documents: readonly Document[]): Promise<OpenSearchEngine> {
  const base = newBase(cluster, 'made');
  const names = await makeIndices(cluster, base, documents.length);
  onTestFinished(() => removeBase(cluster, base));
  const [bulk, counts, pace] = [new Bulk(cluster), new WordCounts(), createPace()];
  const parts = { bulk, names, counts, pace, done: new Set<string>(), heard: () => {}, check: () => {} };
  const toPut = documents.map((document, at) => ({
    file: document.file,
    order: at + 1,
    fingerprint: document.sha256,
    read: async () => document,
  }));
  await fill(toPut, parts);
  const outlets = [...new Set(documents.flatMap(({ source }) => source.outlet ?? []))];
  const records = await putVocabulary(counts, outlets, parts);
  await refresh(cluster, names);
  await serve(
    cluster,
    base,
    {
      format: FORMAT,
      revision: base,
      documents: counts.documents,
      passages: counts.passages,
      length: counts.length,
      languages: [...new Set(documents.map(({ source }) => readAs(source.language)))],
      statesAllOutlets: documents.every(({ source }) => source.outlet !== undefined),
      tellers: new Set(documents.map(({ teller }) => teller)).size,
      madeAt: Date.now(),
    },
    records,
  );
  return new OpenSearchEngine(cluster, await servingRevision(cluster), new Analyses());
}
