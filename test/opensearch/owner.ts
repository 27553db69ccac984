import { startCluster } from './cluster.js';

/** A process that starts a cluster of one node, freezes it, says so, and is then killed by a test. */
const cluster = await startCluster({ nodes: 1, heapMiB: 256 });
await cluster.freeze(0);
const [pid] = await cluster.pids();
process.send?.({ pid, folder: cluster.folder });
