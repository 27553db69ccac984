import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { messages } from '../../src/messages/index.js';
import { ingest } from '../../src/search/opensearch/ingest/ingest.js';
import { IngestLock } from '../../src/search/opensearch/ingest/lock.js';
import { writeFiles } from '../support/folder.js';
import { answerOf } from '../support/session.js';
import { archiveOf, served } from './archived.js';
import { clientOf } from './indexed.js';
import { startIngest } from './ingest-process.js';
import { isOf, LINES, Load, revision } from './load.js';
import { sharedCluster } from './shared-cluster.js';

const { addresses } = sharedCluster();

describe('an archive', () => {
  it('serves what another process made within five seconds of its end', async () => {
    const { folder, cluster } = await served(addresses, revision(1));
    const { archive, session } = await archiveOf(addresses, cluster.name, folder);
    writeFiles(folder, revision(2));
    expect(await startIngest(addresses, cluster.name, [folder]).ended).toMatchObject({ status: 0 });
    const began = performance.now();
    await vi.waitFor(() => expect(archive.live.serving.library.engine.size.documents).toBe(30), 5_000);
    const before = archive.live.serving.library.revision;
    await vi.waitFor(async () => {
      const { excerpts = [] } = await answerOf(session, '/quote topic:flood');
      expect(excerpts[0]?.text).toContain('week 2');
    }, 15_000);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    // What a timer needs beside two seconds is the machine's.
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('gives each answer from one revision, whatever becomes of the corpus meanwhile', async () => {
    const { folder, cluster } = await served(addresses, revision(1));
    const { archive, session } = await archiveOf(addresses, cluster.name, folder, { watch: 100 });
    const numbers = new Map([[archive.live.serving.library.revision, 1]]);
    const load = new Load(session, LINES);
    for (const number of [2, 3, 4]) {
      writeFiles(folder, revision(number));
      await ingest(cluster, { roots: [folder], keep: 2 });
      await vi.waitFor(() => expect(numbers.has(archive.live.serving.library.revision)).toBe(false), 60_000);
      numbers.set(archive.live.serving.library.revision, number);
      await wait(300);
    }
    const answered = await load.end();
    const wrong = answered.filter(({ answer }) => !isOf(answer, revision(numbers.get(answer.revision) ?? 0)));
    expect(wrong).toEqual([]);
    expect(new Set(answered.map(({ answer }) => answer.revision))).toEqual(new Set(numbers.keys()));
  });

  it('goes on with a page of an older revision while that is kept', async () => {
    const { folder, cluster } = await served(addresses, revision(1));
    const { archive } = await archiveOf(addresses, cluster.name, folder);
    const { library } = archive.live.serving;
    writeFiles(folder, revision(2));
    await archive.live.reload('somebody');
    expect((await library.passageWith('100#2'))?.text).toContain('week 1');
    expect((await archive.live.serving.library.passageWith('100#2'))?.text).toContain('week 2');
  });

  it('is reloaded for all processes by one, and says what changed', async () => {
    const { folder, cluster } = await served(addresses, revision(1));
    const one = await archiveOf(addresses, cluster.name, folder);
    const other = await archiveOf(addresses, cluster.name, folder, { watch: 100 });
    writeFiles(folder, { '100.txt': 'The flood of another year.' });
    const answer = await answerOf(one.session, '/corpus reload');
    expect(answer).toMatchObject({
      outcome: 'answered',
      facts: { changed: ['100.txt'], added: [], removed: [] },
    });
    await vi.waitFor(() => {
      expect(other.archive.live.serving.library.revision).toBe(one.archive.live.serving.library.revision);
    }, 60_000);
    expect(other.archive.live.serving.loadedBy).toBe(messages.terminal.asker);
    expect(other.archive.live.serving.loadedAt).toBeLessThanOrEqual(Date.now());
  });

  it('serves on where a reload meets faults, and names them', async () => {
    const { folder, cluster } = await served(addresses, revision(1));
    const { archive, session } = await archiveOf(addresses, cluster.name, folder);
    const before = archive.live.serving;
    writeFiles(folder, { '100.txt': new Uint8Array([0x61, 0x0a, 0xff]) });
    const answer = await answerOf(session, '/corpus reload');
    expect(answer.outcome).toBe('failed');
    expect(JSON.stringify(answer)).toContain('100.txt:2');
    expect(archive.live.serving).toBe(before);
  });

  it('cannot be opened where nothing was put in yet', async () => {
    const { name } = clientOf(addresses);
    await expect(archiveOf(addresses, name, 'seeds')).rejects.toMatchObject({ fault: 'no corpus' });
  });

  it('says of a reload that another ingest is running', async () => {
    const { folder, cluster } = await served(addresses, revision(1));
    const { session } = await archiveOf(addresses, cluster.name, folder);
    const lock = await IngestLock.take(cluster);
    expect(await answerOf(session, '/corpus reload')).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining(messages.corpus.running.slice(0, 20)),
    });
    await lock.release();
    expect(await answerOf(session, '/corpus reload')).toMatchObject({ outcome: 'answered' });
  });
});
