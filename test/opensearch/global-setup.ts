import { statfs } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { startCluster } from './cluster.js';
import { shareCluster } from './shared-cluster.js';

/** Where files are in memory, and what the data of these tests takes at most: they fill and drop hundreds of small indices. */
const MEMORY = '/dev/shm';
const ROOM_BYTES = 2 * 2 ** 30;

/** Has temporary files in memory where there is enough of it: each change to a cluster waits for three disks. */
async function inMemory(): Promise<void> {
  const found = await statfs(MEMORY).catch(() => undefined);
  if (found && found.bavail * found.bsize >= ROOM_BYTES) process.env.TMPDIR = MEMORY;
}

/** Starts the cluster that all test files share; what it returns ends it. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  await inMemory();
  const cluster = await startCluster({ nodes: 3 });
  const { shared, close } = await shareCluster(cluster);
  project.provide('cluster', shared);
  return async () => {
    close();
    await cluster.stop();
  };
}
