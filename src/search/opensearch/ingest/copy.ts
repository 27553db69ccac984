import { setTimeout } from 'node:timers/promises';
import type { Cluster } from '../cluster.js';
import { ClusterError } from '../cluster-error.js';
import type { IndexNames } from '../indices.js';

/** How many records are copied at once: a document may have five million characters. */
const PASSAGES_AT_ONCE = 2_000;
const DOCUMENTS_AT_ONCE = 50;
/** How often is asked whether a copy is done, in milliseconds. */
const ASKED_EACH_MS = 500;
const TIMEOUT_MS = 30_000;

interface Task {
  readonly completed: boolean;
  readonly error?: { readonly type?: string };
  readonly response?: { readonly failures?: readonly unknown[] };
}

/** Copies what is the same inside of the cluster: all but some documents, their own records after those of passages. */
export async function copyOthers(
  cluster: Cluster,
  from: IndexNames,
  to: IndexNames,
  gone: readonly string[],
): Promise<void> {
  await copy(cluster, from.passages, to.passages, { terms: { document: gone } }, PASSAGES_AT_ONCE);
  await copy(cluster, from.documents, to.documents, { terms: { own: gone } }, DOCUMENTS_AT_ONCE);
}

async function copy(cluster: Cluster, from: string, to: string, not: object, size: number): Promise<void> {
  const { task } = await cluster.request<{ task: string }>('write', {
    method: 'POST',
    path: '/_reindex',
    query: { wait_for_completion: false, refresh: true },
    body: {
      source: { index: from, size, query: { bool: { must_not: [not] } } },
      dest: { index: to },
    },
    timeout: TIMEOUT_MS,
  });
  for (;;) {
    const found = await cluster.request<Task>('write', {
      method: 'GET',
      path: `/_tasks/${task}`,
      timeout: TIMEOUT_MS,
    });
    if (found.completed) {
      const failed = found.error !== undefined || (found.response?.failures?.length ?? 0) > 0;
      if (failed)
        throw new ClusterError('other', `Copying ${from} failed: ${found.error?.type ?? 'records'}`);
      return;
    }
    await setTimeout(ASKED_EACH_MS);
  }
}
