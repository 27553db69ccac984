import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages/index.js';
import { ingest } from '../../src/search/opensearch/ingest/ingest.js';
import { IngestLock, LOCK_TIMES } from '../../src/search/opensearch/ingest/lock.js';
import { servingRevision } from '../../src/search/opensearch/revision.js';
import { folderOf } from '../support/folder.js';
import { clientOf } from './indexed.js';
import { startIngest } from './ingest-process.js';
import { sharedCluster } from './shared-cluster.js';

const { addresses } = sharedCluster();

describe('the lock of ingests', () => {
  const QUICK = { holds: 1_500, renewed: 300 };

  it('tells a second ingest at once, and is given back', async () => {
    const cluster = clientOf(addresses);
    const folder = folderOf({ '1.txt': 'Rain fell.' });
    const lock = await IngestLock.take(cluster, QUICK);
    const { status, stderr } = await startIngest(addresses, cluster.name, [folder]).ended;
    expect({ status, stderr }).toEqual({ status: 1, stderr: `${messages.archive.running}\n` });
    await lock.release();
    await ingest(cluster, { roots: [folder], keep: 1, by: 'somebody' });
    expect((await servingRevision(cluster)).facts).toMatchObject({ documents: 1, madeBy: 'somebody' });
  });

  it('is held as long as it is renewed', async () => {
    const cluster = clientOf(addresses);
    const lock = await IngestLock.take(cluster, QUICK);
    await wait(2 * QUICK.holds);
    await expect(IngestLock.take(cluster, QUICK)).rejects.toMatchObject({ name: 'IngestRunningError' });
    expect(() => lock.check()).not.toThrow();
    await lock.release();
  });

  it('is free once nobody renewed it for a while, with what its holder did not finish', async () => {
    const cluster = clientOf(addresses);
    // One that is never renewed is what a killed process leaves.
    const killed = await IngestLock.take(cluster, { ...QUICK, renewed: 2 ** 30 });
    await killed.fill('begun');
    await expect(IngestLock.take(cluster, QUICK)).rejects.toMatchObject({ name: 'IngestRunningError' });
    await wait(QUICK.holds);
    const next = await IngestLock.take(cluster, QUICK);
    expect(next.unfinished).toBe('begun');
    // The first was not killed after all: it does not go on.
    await expect(killed.fill('more')).rejects.toMatchObject({ name: 'IngestRunningError' });
    expect(() => killed.check()).toThrow('took over');
    await next.release();
  });

  it.each([
    ['behind', -3_600_000],
    ['ahead', 3_600_000],
  ])('is kept by one whose clock is an hour %s, as long as it is renewed', async (_, off) => {
    const cluster = clientOf(addresses);
    await (await IngestLock.take(cluster, QUICK)).release();
    let renewed = 1;
    const renew = () =>
      cluster.request('administer', {
        method: 'POST',
        path: `/${cluster.name}-lock/_update/ingest`,
        body: { doc: { until: Date.now() + off, renewed: ++renewed } },
        timeout: 30_000,
      });
    await renew();
    const timer = setInterval(() => void renew(), QUICK.renewed);
    const taking = IngestLock.take(cluster, QUICK);
    await expect(taking.finally(() => clearInterval(timer))).rejects.toMatchObject({
      name: 'IngestRunningError',
    });
    await wait(QUICK.renewed);
    await (await IngestLock.take(cluster, QUICK)).release();
  });

  it('is not lost where an answer is late to what was written all the same', async () => {
    const cluster = clientOf(addresses);
    const lock = await IngestLock.take(cluster, { holds: 60_000, renewed: 2 ** 30 });
    // The same holder's record, written once more than the holder knows.
    await cluster.request('administer', {
      method: 'POST',
      path: `/${cluster.name}-lock/_update/ingest`,
      body: { doc: { renewed: 1 } },
      timeout: 30_000,
    });
    await lock.fill('begun');
    expect(lock.unfinished).toBe('begun');
    await lock.release();
  });

  it('holds for half a minute', () => {
    expect(LOCK_TIMES).toEqual({ holds: 30_000, renewed: 5_000 });
  });
});
