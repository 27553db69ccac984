import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { compiled } from '../support/build.js';
import { ask } from './ask.js';
import { startCluster } from './cluster.js';
import { sharedCluster } from './shared-cluster.js';

const cluster = sharedCluster();
const [first = '', second = '', third = ''] = cluster.addresses;

/** True while there is such a process, stopped or not. */
function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A new index with a copy of each shard on every node, and one document in it. */
async function indexWith(text: string): Promise<string> {
  const index = `test-${crypto.randomUUID()}`;
  const settings = { number_of_shards: 1, number_of_replicas: 2 };
  await ask(`${first}/${index}?wait_for_active_shards=all`, {
    method: 'PUT',
    body: { settings },
    timeoutMs: 60_000,
  });
  await ask(`${first}/${index}/_doc/1?refresh=true`, { method: 'PUT', body: { text }, timeoutMs: 60_000 });
  onTestFinished(async () => {
    await ask(`${first}/${index}`, { method: 'DELETE', timeoutMs: 60_000 });
  });
  return index;
}

describe('the cluster that tests share', () => {
  afterEach(() => cluster.mend());

  it('is green with three nodes, and each of them knows the others', async () => {
    expect(await cluster.health()).toEqual({ status: 'green', nodes: 3 });
    for (const address of cluster.addresses) {
      const { body } = await ask(`${address}/_cluster/health`);
      expect(body).toMatchObject({ status: 'green', number_of_nodes: 3 });
    }
  });

  it('is of the version that was asked for, or of the one that is pinned', async () => {
    const { body } = await ask(first);
    expect(body).toMatchObject({ version: { number: process.env.OPENSEARCH_VERSION ?? '2.19.6' } });
  });

  it('takes as much of the machine as it was given', async () => {
    const { body } = await ask(`${first}/_nodes/jvm,os`);
    const { nodes } = body as {
      nodes: Record<
        string,
        { jvm: { mem: { heap_max_in_bytes: number } }; os: { allocated_processors: number } }
      >;
    };
    const taken = Object.values(nodes).map(({ jvm, os }) => [
      Math.round(jvm.mem.heap_max_in_bytes / 2 ** 20),
      os.allocated_processors,
    ]);
    // Of the heap's 512 MiB, the serial collector counts one of its two survivor spaces out.
    expect(taken).toEqual([
      [495, 2],
      [495, 2],
      [495, 2],
    ]);
  });

  it('goes on with two nodes when one is killed, and has three again, with its data, when it is back', async () => {
    const index = await indexWith('Winter came early.');
    const [, before] = await cluster.pids();
    await cluster.kill(1);
    await expect(ask(second)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await cluster.settled(2, 'yellow');
    expect(await cluster.health()).toEqual({ status: 'yellow', nodes: 2 });
    const { body } = await ask(`${third}/${index}/_doc/1`);
    expect(body).toMatchObject({ _source: { text: 'Winter came early.' } });

    await cluster.restart(1);
    await cluster.settled(3);
    expect((await cluster.pids())[1]).not.toBe(before);
    const { body: again } = await ask(`${second}/${index}/_search?preference=_local`);
    expect(again).toMatchObject({ hits: { hits: [{ _source: { text: 'Winter came early.' } }] } });
  });

  it('knows nothing of itself when two of three are killed, and recovers when they are back', async () => {
    await Promise.all([cluster.kill(0), cluster.kill(1)]);
    await vi.waitFor(async () => expect(await cluster.health()).toBeUndefined(), 60_000);
    await cluster.mend();
    expect(await cluster.health()).toEqual({ status: 'green', nodes: 3 });
  });

  it('leaves a request to a frozen node without an answer until it is thawed', async () => {
    await cluster.freeze(2);
    await expect(ask(third, { timeoutMs: 1_000 })).rejects.toMatchObject({ name: 'TimeoutError' });
    const waiting = ask(third, { timeoutMs: 60_000 });
    await cluster.thaw(2);
    expect(await waiting).toMatchObject({ status: 200 });
    await cluster.settled(3);
  });

  it('refuses what writes while it is read-only, and still answers', async () => {
    const index = await indexWith('Winter came early.');
    const write = () => ask(`${second}/${index}/_doc/2`, { method: 'PUT', body: {}, timeoutMs: 60_000 });
    await cluster.readOnly(true);
    expect(await write()).toMatchObject({
      status: 403,
      body: { error: { type: 'cluster_block_exception' } },
    });
    expect(await ask(`${second}/${index}/_doc/1`)).toMatchObject({ status: 200 });
    await cluster.readOnly(false);
    expect(await write()).toMatchObject({ status: 201 });
  });

  it('has no fourth node', async () => {
    await expect(cluster.kill(3)).rejects.toThrow('There is no node 3: they are counted from 0 to 2');
  });
});

describe('a cluster of its own', () => {
  it('says what a node said when it cannot start, and leaves nothing', async () => {
    const temporary = await mkdtemp(path.join(os.tmpdir(), 'verbatim-'));
    onTestFinished(() => rm(temporary, { recursive: true, force: true }));
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const starting = startCluster({ nodes: 1, settings: { 'no.such.setting': 1 } });
    await expect(starting).rejects.toThrow(/^Node 0 ended:.*unknown setting \[no\.such\.setting\]/s);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('says in time that it is not green', async () => {
    // A second one that is waited for and never comes.
    const settings = { 'cluster.initial_cluster_manager_nodes': 'node-0,node-1' };
    const starting = startCluster({ nodes: 1, settings, timeoutMs: 1_000 });
    await expect(starting).rejects.toThrow(
      'The cluster is not “green with 1 nodes” after 1000 ms.\nnode 0 (',
    );
  });

  it('ends with the process that started it, even if that is killed while a node is frozen', async () => {
    const owner = fork(compiled('test/opensearch/owner'), { stdio: 'inherit' });
    onTestFinished(() => void owner.kill('SIGKILL'));
    const [{ pid, folder }] = (await once(owner, 'message')) as [{ pid: number; folder: string }];
    expect(runs(pid)).toBe(true);
    owner.kill('SIGKILL');
    await vi.waitFor(() => expect(runs(pid)).toBe(false), 60_000);

    // The next one that starts removes what it left.
    expect(existsSync(folder)).toBe(true);
    await expect(startCluster({ nodes: 1, timeoutMs: 0 })).rejects.toThrow('not “green');
    expect(existsSync(folder)).toBe(false);
  });
});
