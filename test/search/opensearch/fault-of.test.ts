import { errors } from '@opensearch-project/opensearch';
import { expect, it } from 'vitest';
import { faultOf } from '../../../src/search/opensearch/fault-of.js';

const asked = { method: 'POST', path: '/_msearch' };

/** What the client rejects with where a node answers so. */
function answered(statusCode: number, type?: string): Error {
  const body = type === undefined ? 'no JSON' : { error: { type, reason: 'for “rain”' }, status: statusCode };
  return new errors.ResponseError({ body, statusCode, headers: {}, meta: {} } as never);
}

it.each([
  [401, 'security_exception', 'refused'],
  [403, 'security_exception', 'refused'],
  [403, 'cluster_block_exception', 'read-only'],
  [404, 'index_not_found_exception', 'no corpus'],
  [408, undefined, 'late'],
  [503, 'process_cluster_event_timeout_exception', 'late'],
  [409, 'version_conflict_engine_exception', 'conflict'],
  [413, undefined, 'other'],
  [429, 'cluster_block_exception', 'full'],
  [429, 'rejected_execution_exception', 'overloaded'],
  [502, undefined, 'unreachable'],
  [503, 'cluster_manager_not_discovered_exception', 'unreachable'],
  [504, undefined, 'unreachable'],
  [400, 'parsing_exception', 'other'],
  [500, undefined, 'other'],
] as const)('takes %i %s for “%s”', (status, type, fault) => {
  expect(faultOf(answered(status, type), asked)).toMatchObject({
    fault,
    message: `POST /_msearch was answered with ${status} ${type ?? ''}`,
  });
});

it.each([
  'self-signed certificate in certificate chain',
  'unable to verify the first certificate',
  'certificate has expired',
  "Hostname/IP does not match certificate's altnames: IP: 127.0.0.1 is not in the cert's list",
])('takes a connection that fails with “%s” for one that is not trusted', (message) => {
  expect(faultOf(new errors.ConnectionError(message), asked).fault).toBe('untrusted');
});

it('says of a connection that fails what it met, and of none an address or what was asked', () => {
  const refused = faultOf(new errors.ConnectionError('connect ECONNREFUSED 10.0.0.1:9200'), asked);
  expect(refused).toMatchObject({
    fault: 'unreachable',
    message: 'POST /_msearch could not be sent: ECONNREFUSED',
  });
  const cut = faultOf(new errors.ConnectionError('Response aborted while reading the body'), asked);
  expect(cut.message).toBe('POST /_msearch could not be sent: ConnectionError');
  expect(faultOf(new errors.NoLivingConnectionsError('none', {} as never), asked).fault).toBe('unreachable');
});

it('tells what is late, and what it does not know', () => {
  expect(faultOf(new errors.TimeoutError('Request timed out', {} as never), asked).fault).toBe('late');
  expect(faultOf(new TypeError('https://user:password@host'), asked)).toMatchObject({
    fault: 'other',
    message: 'POST /_msearch failed: TypeError',
  });
  expect(faultOf('text', asked)).toMatchObject({ fault: 'other', message: 'POST /_msearch failed: unknown' });
});
