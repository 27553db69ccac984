import { expect, it, onTestFinished } from 'vitest';
import { documentOf } from '../search/engine-contract.js';
import { ask } from './ask.js';
import { clientOf, indexed } from './indexed.js';
import { sharedCluster } from './shared-cluster.js';

const { addresses } = sharedCluster();
const [first = ''] = addresses;

/** Lets the cluster make copies of shards on other nodes, or keeps it from that, as much to copy does. */
async function makeCopies(on: boolean): Promise<void> {
  const body = { persistent: { 'cluster.routing.allocation.enable': on ? null : 'primaries' } };
  const { status } = await ask(`${first}/_cluster/settings`, { method: 'PUT', body, timeoutMs: 60_000 });
  expect(status).toBe(200);
}

it('serves a revision that is whole, though its copies on other nodes are late', async () => {
  await makeCopies(false);
  onTestFinished(() => makeCopies(true));
  const engine = await indexed(clientOf(addresses), [documentOf('1', 'Winter came early.')]);
  expect(engine.size).toEqual({ documents: 1, passages: 1 });
  const document = await engine.catalogue.document('1');
  expect(document?.text).toBe('Winter came early.');
});
