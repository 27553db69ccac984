import type { RequestKind } from '../../src/search/engine-recorder.js';
import type { Inputs } from './inputs.js';
import type { Memory } from './measure.js';

/** What is asked of a cluster, one call after the other. */
export const CLUSTER_CALLS = ['quote', 'ask', 'verify', 'altered', 'compare', 'suggest'] as const;
export type ClusterCall = (typeof CLUSTER_CALLS)[number];

/** What one process measures. */
export interface ClusterTask {
  readonly kind: 'cluster' | 'embedded';
  /** The address of a node, and the name under which the cluster has the corpus. */
  readonly address: string;
  readonly name: string;
  /** The folder of the same documents. */
  readonly folder: string;
  readonly inputs: Inputs;
}

/** Milliseconds: the median, and the 95th percentile. */
export interface Quantiles {
  readonly median: number;
  readonly p95: number;
}

/** How calls of one kind went. */
export interface CallFigures extends Quantiles {
  /** How many ended as no answer. */
  readonly unanswered: number;
  /** The cluster's own query for the same texts. */
  readonly raw?: Quantiles;
  /** Processor time of this process a call, in milliseconds. */
  readonly cpu: number;
  /** Requests a call by kind, and milliseconds that each took. */
  readonly requests: Partial<Record<RequestKind, { readonly count: number; readonly took: number }>>;
}

/** What a process measured. */
export interface ClusterMeasured {
  readonly calls: Readonly<Record<ClusterCall, CallFigures>>;
  /** What the process held after a start, and after all calls. */
  readonly started: Memory;
  readonly held: Memory;
}
