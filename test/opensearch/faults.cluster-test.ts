import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { messages } from '../../src/messages/index.js';
import type { ClusterFault } from '../../src/search/opensearch/cluster-error.js';
import { COPIES } from '../../src/search/opensearch/hedge.js';
import { servingBase, servingRevision } from '../../src/search/opensearch/revision.js';
import { folderOf, writeFiles } from '../support/folder.js';
import { answerOf } from '../support/session.js';
import { archiveOf, served } from './archived.js';
import { ask } from './ask.js';
import { type Authority, makeAuthority } from './authority.js';
import { forgetLock, startIngest } from './ingest-process.js';
import { figures, isOf, LINES, Load, revision } from './load.js';
import { type ProxyFault, startProxy, type TlsProxy } from './proxy.js';
import { sharedCluster } from './shared-cluster.js';

const cluster = sharedCluster();
const { addresses } = cluster;
/** What a member reads, up to the id. */
const NOT_ANSWERING = messages.replies.notAnswering('');

/** Tells what was measured where somebody reads the tests' output. */
const note = (...measured: readonly unknown[]): void => {
  process.stdout.write(
    `${measured.map((one) => (typeof one === 'object' ? JSON.stringify(one) : one)).join(' ')}\n`,
  );
};

/** Answers that say something else than what the documents do, or that fail with other words than they should. */
function wrongOf(answered: Awaited<ReturnType<Load['end']>>): unknown[] {
  return answered.filter(
    ({ answer }) =>
      !isOf(answer, revision(1)) &&
      !(
        answer.outcome === 'failed' &&
        answer.message?.startsWith(NOT_ANSWERING) &&
        answer.excerpts === undefined
      ),
  );
}

/** The share of answers that may fail while it is frozen: of 140 none or one on a machine that does nothing else, ten on a busy one. */
const MOST_FAILED = 0.5;

describe('a node that fails under twenty commands a second', () => {
  afterEach(() => cluster.mend());

  it('makes answers late at most when it is killed, and none wrong', async () => {
    const { folder, cluster: client } = await served(addresses, revision(1));
    const { session } = await archiveOf(addresses, client.name, folder);
    const load = new Load(session, LINES);
    await wait(1_000);
    const since = performance.now();
    await cluster.kill(1);
    await wait(5_000);
    const answered = await load.end();
    note('killed', figures(answered, since));
    expect(wrongOf(answered)).toEqual([]);
    expect(figures(answered, since)).toMatchObject({ failed: 0 });
  });

  it('makes answers late when it is frozen, most come, and none is wrong', async () => {
    const { folder, cluster: client } = await served(addresses, revision(1));
    const { names } = await servingRevision(client);
    const { session } = await archiveOf(addresses, client.name, folder);
    // The one that has a copy of the passages is the worst to lose.
    const { body } = await ask(`${addresses[0]}/_cat/shards/${names.passages}?format=json`);
    const holder = Number((body as { node: string }[])[0]?.node.slice('node-'.length));
    const load = new Load(session, LINES);
    await wait(1_000);
    const since = performance.now();
    await cluster.freeze(holder);
    await wait(6_000);
    const answered = await load.end();
    note('frozen', holder, figures(answered, since));
    expect(wrongOf(answered)).toEqual([]);
    // Where both attempts meet it before it is known, an answer says that the archive does not answer.
    const { failed } = figures(answered, since);
    expect(failed / answered.length).toBeLessThanOrEqual(MOST_FAILED);
  });

  it('is two nodes: answers say so clearly, and are right again soon after these are back', async () => {
    const { folder, cluster: client } = await served(addresses, revision(1));
    const { archive, session, logged } = await archiveOf(addresses, client.name, folder, { watch: 200 });
    const load = new Load(session, LINES);
    await Promise.all([cluster.kill(0), cluster.kill(1)]);
    await vi.waitFor(() => expect(archive.isAnswering).toBe(false), 60_000);
    await wait(2_000);
    const answered = await load.end();
    note('two killed', figures(answered, 0));
    expect(wrongOf(answered)).toEqual([]);
    for (const { answer } of answered.filter(({ answer: { outcome } }) => outcome === 'failed')) {
      const id = answer.message?.slice(NOT_ANSWERING.length);
      expect(logged).toContainEqual(expect.objectContaining({ errorId: id, msg: 'An answer failed' }));
    }
    await Promise.all([cluster.restart(0), cluster.restart(1)]);
    await cluster.settled(3, 'yellow');
    const since = performance.now();
    await vi.waitFor(async () => {
      for (const line of LINES) expect(isOf(await answerOf(session, line), revision(1))).toBe(true);
      expect(archive.isAnswering).toBe(true);
    }, 10_000);
    note('recovered after', performance.now() - since);
    expect(logged).toContainEqual(expect.objectContaining({ msg: 'The cluster answers again' }));
  });

  it('leaves nothing half answered where a shard is missing', async () => {
    const { folder, cluster: client } = await served(addresses, revision(1));
    const { session } = await archiveOf(addresses, client.name, folder);
    const { names } = await servingRevision(client);
    const settings = { 'index.auto_expand_replicas': false, 'index.number_of_replicas': 0 };
    await ask(`${addresses[0]}/${names.passages}/_settings`, {
      method: 'PUT',
      body: settings,
      timeoutMs: 30_000,
    });
    const { body } = await ask(`${addresses[0]}/_cat/shards/${names.passages}?format=json`);
    await cluster.kill(Number((body as { node: string }[])[0]?.node.slice('node-'.length)));
    await wait(1_000);
    for (const line of LINES) {
      const answer = await answerOf(session, line);
      expect(answer).toMatchObject({ outcome: 'failed', message: expect.stringContaining(NOT_ANSWERING) });
      expect(answer.excerpts).toBeUndefined();
    }
  });
});

it('asks different copies of a shard by different names of copies', async () => {
  const { cluster: client } = await served(addresses, revision(1));
  const { names } = await servingRevision(client);
  const first = await Promise.all(
    COPIES.map(async (copy) => {
      const { body } = await ask(`${addresses[0]}/${names.passages}/_search_shards?preference=${copy}`);
      return (body as { shards: { node: string }[][] }).shards[0]?.[0]?.node;
    }),
  );
  expect(new Set(first).size).toBe(2);
});

describe('a cluster that is read-only', () => {
  afterEach(() => cluster.mend());

  it('stops an ingest with a clear word, serves on, and is gone on with afterwards', async () => {
    const { folder, cluster: client } = await served(addresses, revision(1));
    const { session } = await archiveOf(addresses, client.name, folder);
    const before = await servingBase(client);
    const more = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`9${at}.txt`, `The flood of ${at}. `.repeat(400)]),
    );
    writeFiles(folder, more);
    const { child, ended } = startIngest(addresses, client.name, [folder]);
    await new Promise((resolve) =>
      child.stdout?.on('data', (data) => /copying|writing/.test(String(data)) && resolve(0)),
    );
    await cluster.readOnly(true);
    const { status, stderr } = await ended;
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining(messages.archive.faults['read-only']),
    });
    expect(isOf(await answerOf(session, '/quote topic:flood'), revision(1))).toBe(true);
    expect(await servingBase(client)).toBe(before);
    await cluster.readOnly(false);
    await forgetLock(client);
    expect(await startIngest(addresses, client.name, [folder]).ended).toMatchObject({ status: 0 });
    expect((await servingRevision(client)).facts.documents).toBe(430);
  });
});

describe('a cluster behind TLS and a password', () => {
  const [user, password] = ['reader', 'p@ss:w/rd'];
  let authority: Authority;
  let foreign: Authority;
  beforeAll(async () => {
    [authority, foreign] = await Promise.all([makeAuthority(), makeAuthority()]);
  });

  async function behind(): Promise<{ proxy: TlsProxy; ca: string; wrongCa: string }> {
    const proxy = await startProxy({ target: addresses[0] ?? '', authority, user, password });
    onTestFinished(() => proxy.close());
    const folder = folderOf({ 'ca.pem': authority.ca, 'foreign.pem': foreign.ca });
    return { proxy, ca: path.join(folder, 'ca.pem'), wrongCa: path.join(folder, 'foreign.pem') };
  }

  /** Everything that somebody might read has none of the password. */
  function expectNoPassword(...read: unknown[]): void {
    for (const secret of [
      password,
      encodeURIComponent(password),
      Buffer.from(`${user}:${password}`).toString('base64'),
    ]) {
      expect(JSON.stringify(read)).not.toContain(secret);
    }
  }

  const FAULTS: readonly (readonly [ProxyFault, ClusterFault])[] = [
    [{ kind: 'status', status: 401 }, 'refused'],
    [{ kind: 'status', status: 403 }, 'refused'],
    [{ kind: 'status', status: 429 }, 'overloaded'],
    [{ kind: 'status', status: 503 }, 'unreachable'],
    [{ kind: 'cut' }, 'unreachable'],
    [{ kind: 'delay', ms: 10_000 }, 'late'],
  ];

  it('is served, and each fault of it is a clear word to members, with its kind in the log and no password', async () => {
    const { proxy, ca } = await behind();
    const { folder, cluster: client } = await served(addresses, revision(1));
    const { session, logged } = await archiveOf([proxy.urlWithPassword], client.name, folder, {
      ca,
      watch: 600_000,
    });
    expect(isOf(await answerOf(session, '/quote topic:flood'), revision(1))).toBe(true);
    for (const [behaviour] of FAULTS) {
      proxy.behave(behaviour);
      const began = performance.now();
      const answer = await answerOf(session, `/quote topic:flood ${Math.random()}`);
      expect(answer).toMatchObject({ outcome: 'failed', message: expect.stringContaining(NOT_ANSWERING) });
      const id = answer.message?.slice(NOT_ANSWERING.length);
      expect(logged.at(-1)).toMatchObject({ errorId: id, err: { type: 'ClusterError' } });
      expectNoPassword(answer, logged);
      note(JSON.stringify(behaviour), Math.round(performance.now() - began));
      proxy.behave(undefined);
      expect(isOf(await answerOf(session, '/quote topic:flood'), revision(1))).toBe(true);
    }
  });

  it.each([...FAULTS, [{ kind: 'version', version: '2.10.0' }, 'too old'] as const])(
    'tells whoever runs it of %j what is wrong',
    async (behaviour, fault) => {
      const { proxy, ca } = await behind();
      proxy.behave(behaviour);
      const env = { ENGINE_CA: ca };
      const { status, stdout, stderr } = await startIngest([proxy.urlWithPassword], 'none', ['seeds'], env)
        .ended;
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain(messages.archive.faults[fault]);
      expectNoPassword(stdout, stderr);
    },
  );

  it('tells of a wrong password and of an authority that is not known', async () => {
    const { proxy, ca, wrongCa } = await behind();
    const wrong = proxy.urlWithPassword.replace(encodeURIComponent(password), 'a-wrong-one');
    const refused = await startIngest([wrong], 'none', ['seeds'], { ENGINE_CA: ca }).ended;
    expect(refused.stderr).toContain(messages.archive.faults.refused);
    expect(refused.stderr).not.toContain('a-wrong-one');
    const untrusted = await startIngest([proxy.urlWithPassword], 'none', ['seeds'], { ENGINE_CA: wrongCa })
      .ended;
    expect(untrusted.stderr).toContain(messages.archive.faults.untrusted);
    const gone = await startIngest(['http://127.0.0.1:9'], 'none', ['seeds']).ended;
    expect(gone.stderr).toContain(messages.archive.faults.unreachable);
    expectNoPassword(refused, untrusted, gone);
  });
});
