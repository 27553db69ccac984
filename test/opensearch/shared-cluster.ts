import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { inject } from 'vitest';
import { ask } from './ask.js';
import type { Cluster, Health } from './cluster.js';

/** What test files are told of the cluster that they share. */
export interface SharedCluster {
  readonly addresses: readonly string[];
  /** Where its faults are asked for: the process that started its nodes is another one than that of a test. */
  readonly control: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: SharedCluster;
  }
}

/** Any fault is done, or its own time-out tells that it is not, before this many ms. */
const LONGEST_MS = 600_000;

type Fault = Exclude<keyof Cluster, 'addresses' | 'folder' | 'stop'>;

/** Lets other processes ask for the faults of `cluster`, on loopback. */
export async function shareCluster(cluster: Cluster): Promise<{ shared: SharedCluster; close(): void }> {
  const server = http.createServer(async (request, response) => {
    try {
      const { fault, said } = (await json(request)) as { fault: Fault; said: never[] };
      const done: unknown = await (cluster[fault] as (...said: never[]) => Promise<unknown>)(...said);
      response.end(JSON.stringify({ done }));
    } catch (fault) {
      response.writeHead(500).end(JSON.stringify({ message: String(fault) }));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const shared = { addresses: cluster.addresses, control: `http://127.0.0.1:${port}` };
  return { shared, close: () => void server.close() };
}

/** The cluster that all test files of a run share. Whoever harms it mends it (`mend`) before the test is over. */
export function sharedCluster(): Omit<Cluster, 'folder' | 'stop'> {
  const { addresses, control } = inject('cluster');
  const order = async (fault: Fault, ...said: unknown[]): Promise<unknown> => {
    const body = { fault, said };
    const answer = await ask(control, { method: 'POST', body, timeoutMs: LONGEST_MS });
    const { done, message } = answer.body as { done?: unknown; message?: string };
    if (answer.status !== 200) throw new Error(message);
    return done;
  };
  return {
    addresses,
    // An undefined among others is null in JSON.
    pids: async () => ((await order('pids')) as (number | null)[]).map((pid) => pid ?? undefined),
    health: () => order('health') as Promise<Health | undefined>,
    settled: (nodes, worst) => order('settled', nodes, worst ?? 'green') as Promise<void>,
    kill: (node) => order('kill', node) as Promise<void>,
    freeze: (node) => order('freeze', node) as Promise<void>,
    thaw: (node) => order('thaw', node) as Promise<void>,
    restart: (node) => order('restart', node) as Promise<void>,
    readOnly: (on) => order('readOnly', on) as Promise<void>,
    mend: () => order('mend') as Promise<void>,
  };
}
