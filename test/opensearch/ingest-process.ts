import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Cluster } from '../../src/search/opensearch/cluster.js';
import { ROOT } from '../support/build.js';

/** How an ingest in a process of its own ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run ingest` in a process of its own, which is killed at the latest when the test is over. */
export function startIngest(
  nodes: readonly string[],
  name: string,
  folders: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const program = path.join(ROOT, 'dist/src/ingest.js');
  const child = spawn(process.execPath, [program, ...folders], {
    cwd: ROOT,
    env: { ...process.env, ENGINE_URL: nodes.join(), ENGINE_NAME: name, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [status]]) => ({ status: status as number | null, stdout, stderr }),
  );
  return { child, ended };
}

/** Makes half a minute pass for the lock that a killed ingest holds: nobody need wait for it then. */
export async function forgetLock(cluster: Cluster): Promise<void> {
  await cluster.request('administer', {
    method: 'POST',
    path: `/${cluster.name}-lock/_update/ingest`,
    query: { retry_on_conflict: 5 },
    body: { doc: { until: 0 } },
    maybe: true,
    timeout: 30_000,
  });
}
