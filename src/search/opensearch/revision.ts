import type { Cluster } from './cluster.js';
import { ClusterError } from './cluster-error.js';
import { FORMAT, type IndexNames, indexNames } from './indices.js';

/** What is known of a whole revision; it is kept with its passages. */
export interface RevisionFacts {
  readonly format: number;
  /** A hash of the files' names and contents, in hexadecimal, as the embedded engine has it. */
  readonly revision: string;
  readonly documents: number;
  readonly passages: number;
  /** How many words of all passages are more than function words. */
  readonly length: number;
  /** The languages of its documents whose words are read each in its own way (see `readAs`). */
  readonly languages: readonly string[];
  readonly statesAllOutlets: boolean;
  /** How many tell the documents: each outlet once, and each document that states none. */
  readonly tellers: number;
  /** When it was made whole, in milliseconds since the epoch, and who asked for it. */
  readonly madeAt: number;
  readonly madeBy?: string | undefined;
}

/** A revision that a cluster has. */
export interface Revision {
  readonly base: string;
  readonly names: IndexNames;
  readonly facts: RevisionFacts;
}

interface AliasAnswer {
  readonly [index: string]: { readonly aliases: object };
}

/** The indices under the alias. */
export async function aliasedIndices(cluster: Cluster): Promise<string[]> {
  const found = await cluster.request<AliasAnswer | undefined>('revision', {
    method: 'GET',
    // Of no other indices, which this user may not be allowed to see.
    path: `/${cluster.name}-*/_alias/${cluster.name}`,
    maybe: true,
  });
  return Object.keys(found ?? {});
}

/** The base of the names of the indices that serve; undefined where none does. */
export async function servingBase(cluster: Cluster): Promise<string | undefined> {
  const [index] = (await aliasedIndices(cluster)).filter((name) => name.endsWith('-passages'));
  return index?.slice(0, -'-passages'.length);
}

/**
 * What is known of a revision.
 * @throws ClusterError of `no corpus` where it is not there, or of another format
 */
export async function readRevision(cluster: Cluster, base: string): Promise<Revision> {
  const names = indexNames(base);
  const found = await cluster.request<Record<string, { mappings?: { _meta?: RevisionFacts } }> | undefined>(
    'revision',
    { method: 'GET', path: `/${names.passages}/_mapping`, maybe: true },
  );
  const facts = found?.[names.passages]?.mappings?._meta;
  if (facts === undefined) throw new ClusterError('no corpus', `${base} is not there, or is not whole`);
  if (facts.format !== FORMAT) throw new ClusterError('no corpus', `${base} is of format ${facts.format}`);
  return { base, names, facts };
}

/** The revision that serves. @throws ClusterError of `no corpus` where none does */
export async function servingRevision(cluster: Cluster): Promise<Revision> {
  const base = await servingBase(cluster);
  if (base === undefined) throw new ClusterError('no corpus', `Nothing serves as ${cluster.name}`);
  return readRevision(cluster, base);
}
