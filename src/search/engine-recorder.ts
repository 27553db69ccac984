import type { ClusterFault } from './opensearch/cluster-error.js';

/** What a request of an engine is for: what metrics tell apart. */
export type RequestKind = 'search' | 'documents' | 'words' | 'revision' | 'write' | 'administer';

/** How it ended. */
export type RequestOutcome = 'answered' | ClusterFault;

/** Whoever counts the requests that an engine sends, such as its metrics; it must not throw. */
export interface EngineRecorder {
  /** A request took so many milliseconds. */
  requested(kind: RequestKind, outcome: RequestOutcome, took: number): void;
}
