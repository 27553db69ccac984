import { expect, it } from 'vitest';
import { checked } from '../../../src/search/opensearch/search-request.js';

const hits = { hits: [{ _id: '1', _score: 1 }] };
const whole = { hits, timed_out: false, _shards: { total: 2, successful: 2, failed: 0 } };

it('gives an answer of all shards', () => {
  expect(checked(whole)).toMatchObject({ hits });
});

it.each([
  ['a shard failed', { ...whole, _shards: { total: 2, successful: 1, failed: 1 } }, 'in part'],
  ['a shard said nothing', { ...whole, _shards: { total: 2, successful: 1, failed: 0 } }, 'in part'],
  ['it does not say of shards', { hits }, 'in part'],
  ['it was stopped', { ...whole, timed_out: true }, 'late'],
  ['the index is gone', { error: { type: 'index_not_found_exception' }, status: 404 }, 'no corpus'],
  ['no shard is there', { error: { type: 'search_phase_execution_exception' }, status: 503 }, 'in part'],
  ['there is no memory for it', { error: { type: 'circuit_breaking_exception' }, status: 503 }, 'overloaded'],
  ['there is too much to do', { error: { type: 'rejected_execution_exception' }, status: 429 }, 'overloaded'],
])('gives nothing where %s', (_, answer, fault) => {
  expect(() => checked(answer)).toThrow(expect.objectContaining({ name: 'ClusterError', fault }));
});
