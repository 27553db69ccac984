import { errors } from '@opensearch-project/opensearch';
import { ClusterError, type ClusterFault } from './cluster-error.js';

/** What names a request in a log: no query, which holds what a member typed. */
interface Named {
  readonly method: string;
  readonly path: string;
}

/** Certificates that Node.js refuses, in OpenSSL's words and its own: the client passes on no code of a connection. */
const UNTRUSTED = /certificate|altnames/i;

/** What an error of the client says of the cluster. */
export function faultOf(error: unknown, { method, path }: Named): ClusterError {
  const asked = `${method} ${path}`;
  if (error instanceof errors.TimeoutError)
    return new ClusterError('late', `${asked} was not answered in time`);
  if (error instanceof errors.ResponseError) {
    const type = typeOf(error);
    return new ClusterError(
      faultOfStatus(error.statusCode ?? 0, type),
      `${asked} was answered with ${error.statusCode} ${type}`,
    );
  }
  if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError) {
    const fault = UNTRUSTED.test(error.message) ? 'untrusted' : 'unreachable';
    return new ClusterError(fault, `${asked} could not be sent: ${wordOf(error)}`);
  }
  return new ClusterError('other', `${asked} failed: ${error instanceof Error ? error.name : 'unknown'}`);
}

function typeOf(error: errors.ResponseError): string {
  const body: unknown = error.body;
  const type = (body as { error?: { type?: unknown } } | null)?.error?.type;
  return typeof type === 'string' ? type : '';
}

/** The code that an error's message has, such as ECONNREFUSED; else its name, since a message may hold an address. */
function wordOf(error: Error): string {
  return /\b[A-Z][A-Z_]{4,}\b/.exec(error.message)?.[0] ?? error.name;
}

function faultOfStatus(status: number, type: string): ClusterFault {
  if (status === 401 || (status === 403 && type !== 'cluster_block_exception')) return 'refused';
  if (status === 403) return 'read-only';
  if (type === 'index_not_found_exception') return 'no corpus';
  if (status === 408 || type === 'process_cluster_event_timeout_exception') return 'late';
  if (status === 429) return type === 'cluster_block_exception' ? 'full' : 'overloaded';
  // What was waited for did not come about in time.
  if (status === 409) return 'conflict';
  if (status === 503 || status === 502 || status === 504) return 'unreachable';
  return 'other';
}
