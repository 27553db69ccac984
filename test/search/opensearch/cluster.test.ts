import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { EngineRecorder } from '../../../src/search/engine-recorder.js';
import { Cluster } from '../../../src/search/opensearch/cluster.js';

/** A cluster of one node that answers each request with `status`, and what a recorder is told of it. */
async function clusterOf(status: number) {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const told: Parameters<EngineRecorder['requested']>[] = [];
  const nodes = [new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)];
  const cluster = Cluster.at({ nodes }, { requested: (...what) => void told.push(what) });
  onTestFinished(() => cluster.close());
  return { cluster, told, server };
}

it('each request is told of by kind and outcome, with the milliseconds that it took', async () => {
  const { cluster, told } = await clusterOf(200);
  const began = performance.now();
  await cluster.request('words', { method: 'GET', path: '/x' });
  const most = performance.now() - began;
  expect(told).toEqual([['words', 'answered', expect.any(Number)]]);
  const [, , took] = told[0] ?? [];
  // A loopback request takes tenths of a millisecond, which in seconds would be none to speak of.
  expect(took).toBeGreaterThan(0.01);
  expect(took).toBeLessThanOrEqual(most);
});

it('one that fails is told of by what was wrong', async () => {
  const { cluster, told, server } = await clusterOf(401);
  await expect(cluster.request('search', { method: 'GET', path: '/x' })).rejects.toThrow();
  server.close();
  server.closeAllConnections();
  await expect(cluster.request('revision', { method: 'GET', path: '/x' })).rejects.toThrow();
  expect(told.map(([kind, outcome]) => [kind, outcome])).toEqual([
    ['search', 'refused'],
    ['revision', 'unreachable'],
  ]);
});
