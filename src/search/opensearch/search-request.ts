import { ClusterError } from './cluster-error.js';

/** A search in one index. */
export interface SearchRequest {
  readonly index: string;
  /** True where words are to weigh what they weigh in all shards together. */
  readonly dfs?: boolean | undefined;
  readonly body: object;
  /** In milliseconds, where it may take longer than a member waits. */
  readonly timeout?: number | undefined;
}

/** One that a search found. */
export interface SearchHit {
  readonly sort?: readonly unknown[];
  readonly fields?: Readonly<Record<string, readonly unknown[]>>;
}

/** What a search found. */
export interface SearchResponse {
  readonly hits: { readonly hits: readonly SearchHit[]; readonly total?: { readonly value: number } };
}

/** What an answer to a search may say of itself. */
interface Answer extends SearchResponse {
  readonly error?: { readonly type?: string; readonly reason?: string };
  readonly status?: number;
  readonly timed_out?: boolean;
  readonly _shards?: { readonly total: number; readonly successful: number; readonly failed: number };
}

/**
 * An answer to a search, if all of the index was searched.
 * @throws ClusterError where it was not: half an answer would be a false one
 */
export function checked(answer: unknown): SearchResponse {
  const { error, timed_out: isLate, _shards: shards, ...found } = answer as Answer;
  if (error) {
    const isGone = error.type === 'index_not_found_exception';
    const isOverloaded = error.type === 'circuit_breaking_exception' || found.status === 429;
    const fault = isGone ? 'no corpus' : isOverloaded ? 'overloaded' : 'in part';
    throw new ClusterError(fault, `A search failed: ${error.type}`);
  }
  if (isLate) throw new ClusterError('late', 'A search took too long');
  if (!shards || shards.failed > 0 || shards.successful < shards.total) {
    throw new ClusterError('in part', `Of ${shards?.total} shards ${shards?.successful} answered`);
  }
  return found;
}
