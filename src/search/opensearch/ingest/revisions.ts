import { randomBytes } from 'node:crypto';
import type { Cluster } from '../cluster.js';
import { ClusterError } from '../cluster-error.js';
import { type IndexNames, indexBodies, indexNames, OF_A_DOCUMENT } from '../indices.js';
import { aliasedIndices, type RevisionFacts } from '../revision.js';

/** So many passages go into a shard: some two gigabytes, which is moved between nodes in a minute. */
const PASSAGES_OF_A_SHARD = 3_000_000;
/** How long making indices and swapping them may take, and how long is waited for their shards, in milliseconds. */
const TIMEOUT_MS = 60_000;
const GREEN_WAIT = '30s';

/** A name for what the indices of a new revision begin with; what is found half made is known by it. */
export function newBase(cluster: Cluster, revision: string): string {
  return `${baseOf(cluster, revision)}${Date.now().toString(36)}${randomBytes(3).toString('hex')}`;
}

/** What the names of all bases of a revision begin with. */
export function baseOf(cluster: Cluster, revision: string): string {
  return `${cluster.name}-${revision.slice(0, REVISION_LENGTH)}`;
}

/** So much of a revision tells it from others. */
const REVISION_LENGTH = 12;

/** Makes the indices of a revision that is to have so many passages, about. */
export async function makeIndices(cluster: Cluster, base: string, passages: number): Promise<IndexNames> {
  const names = indexNames(base);
  const bodies = indexBodies(Math.max(1, Math.ceil(passages / PASSAGES_OF_A_SHARD)));
  const kinds = ['passages', 'documents', 'vocabulary'] as const;
  await Promise.all(
    kinds.map((kind) =>
      cluster.request('administer', {
        method: 'PUT',
        path: `/${names[kind]}`,
        body: bodies[kind],
        timeout: TIMEOUT_MS,
      }),
    ),
  );
  return names;
}

/** True if all indices of a base are there. */
export async function hasIndices(cluster: Cluster, base: string): Promise<boolean> {
  const { passages, documents, vocabulary } = indexNames(base);
  const found = await cluster.request<object | undefined>('administer', {
    method: 'GET',
    path: `/${[passages, documents, vocabulary].join(',')}/_settings`,
    maybe: true,
  });
  return found !== undefined;
}

/** Makes all that was put in visible to searches. */
export async function refresh(
  cluster: Cluster,
  { passages, documents, vocabulary }: IndexNames,
): Promise<void> {
  await cluster.request('administer', {
    method: 'POST',
    path: `/${[passages, documents, vocabulary].join(',')}/_refresh`,
    timeout: TIMEOUT_MS,
  });
}

/** How many records an index has, or those of them that have a field. */
async function countIn(cluster: Cluster, index: string, field?: string): Promise<number> {
  const query = field === undefined ? { match_all: {} } : { exists: { field } };
  const { hits } = await cluster.search({
    index,
    timeout: TIMEOUT_MS,
    body: { size: 0, track_total_hits: true, query },
  });
  return hits.total?.value ?? 0;
}

/**
 * Makes what was filled whole the revision that serves: with replicas, with its facts, and then under the alias, at once.
 * `words` is how many records its vocabulary is to have; `confirm` rejects where it must not serve after all.
 * @throws ClusterError of `damaged` where it has not as much as its facts say
 */
export async function serve(
  cluster: Cluster,
  base: string,
  facts: RevisionFacts,
  words: number,
  confirm: () => Promise<void> = async () => {},
): Promise<void> {
  const names = indexNames(base);
  const found = [
    await countIn(cluster, names.documents, OF_A_DOCUMENT),
    await countIn(cluster, names.passages),
    await countIn(cluster, names.vocabulary),
  ].join(', ');
  const due = [facts.documents, facts.passages, words].join(', ');
  if (found !== due) {
    throw new ClusterError('damaged', `${base} has ${found} documents, passages and words, not ${due}`);
  }
  const all = Object.values(names).join(',');
  await cluster.request('administer', {
    method: 'PUT',
    path: `/${all}/_settings`,
    body: {
      'index.auto_expand_replicas': '0-1',
      'index.refresh_interval': '60s',
    },
    timeout: TIMEOUT_MS,
  });
  await shardsReady(cluster, all);
  await cluster.request('administer', {
    method: 'PUT',
    path: `/${names.passages}/_mapping`,
    body: { _meta: facts },
    timeout: TIMEOUT_MS,
  });
  await confirm();
  const served = (await aliasedIndices(cluster)).filter((index) => index !== names.passages);
  await cluster.request('administer', {
    method: 'POST',
    path: '/_aliases',
    body: {
      actions: [
        // Each by its name: OpenSearch 2.11 cannot be told that there may be none.
        ...served.map((index) => ({ remove: { index, alias: cluster.name } })),
        { add: { index: names.passages, alias: cluster.name } },
      ],
    },
    timeout: TIMEOUT_MS,
  });
}

/** Waits for replicas, as long as they do not take too long; without a first copy of each shard nothing is served. */
async function shardsReady(cluster: Cluster, indices: string): Promise<void> {
  const until = (status: 'green' | 'yellow') =>
    cluster.request('administer', {
      method: 'GET',
      path: `/_cluster/health/${indices}`,
      query: { wait_for_status: status, timeout: GREEN_WAIT },
      timeout: TIMEOUT_MS,
    });
  try {
    await until('green');
  } catch (error) {
    if (!(error instanceof ClusterError) || error.fault !== 'late') throw error;
    await until('yellow');
  }
}

/** Removes all revisions but the newest `keep`, and what was begun and never finished. */
export async function removeOld(cluster: Cluster, serving: string, keep: number): Promise<void> {
  const found = await cluster.request<Record<string, { mappings?: { _meta?: RevisionFacts } }>>(
    'administer',
    { method: 'GET', path: `/${cluster.name}-*/_mapping`, timeout: TIMEOUT_MS },
  );
  // Another corpus may be under a name that begins with this one.
  const own = new RegExp(`^(${cluster.name}-[0-9a-z]+)-(?:${Object.keys(indexNames('')).join('|')})$`);
  const bases = [...new Set(Object.keys(found).flatMap((index) => own.exec(index)?.[1] ?? []))]
    .map((base) => ({ base, madeAt: found[indexNames(base).passages]?.mappings?._meta?.madeAt ?? 0 }))
    .filter(({ base }) => base !== serving)
    .sort((a, b) => b.madeAt - a.madeAt);
  const old = bases.filter(({ madeAt }, at) => madeAt === 0 || at >= keep - 1);
  for (const { base } of old) await removeBase(cluster, base);
}

/** Removes the indices of a base, as far as they are there. */
export async function removeBase(cluster: Cluster, base: string): Promise<void> {
  await cluster.request('administer', {
    method: 'DELETE',
    path: `/${Object.values(indexNames(base)).join(',')}`,
    query: { ignore_unavailable: true },
    maybe: true,
    timeout: TIMEOUT_MS,
  });
}
