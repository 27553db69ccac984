import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/search/opensearch/cluster.js';
import { indexNames } from '../../src/search/opensearch/indices.js';
import { type Ingested, ingest } from '../../src/search/opensearch/ingest/ingest.js';
import { IngestLock } from '../../src/search/opensearch/ingest/lock.js';
import { servingBase } from '../../src/search/opensearch/revision.js';
import { anyText } from '../search/engine-contract.js';
import { type Files, folderOf, writeFiles } from '../support/folder.js';
import { contentsOf } from './contents.js';
import { clientOf } from './indexed.js';
import { forgetLock, startIngest } from './ingest-process.js';
import { sharedCluster } from './shared-cluster.js';

const { addresses } = sharedCluster();

/** Twelve documents, so that one or two edits are less than a fifth of them. */
const TWELVE: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `${10 + at * 5}.txt`,
    `Rain fell on day ${at}.\n\n“It rained,” Ann Borg said. The sun of ${at} was late.`,
  ]),
);

async function made(cluster: Cluster, folder: string | readonly string[], keep = 1): Promise<Ingested> {
  const roots = typeof folder === 'string' ? [folder] : folder;
  const result = await ingest(cluster, { roots, keep, by: 'somebody' });
  if (result.kind === 'faulty') throw new Error(JSON.stringify(result.faults));
  return result;
}

/** What a folder becomes in a cluster that knew nothing of it. */
async function inOneGo(folder: string | readonly string[]) {
  const cluster = clientOf(addresses);
  await made(cluster, folder);
  return contentsOf(cluster);
}

/** The names of all indices of a corpus but that of its lock. */
async function indicesOf(cluster: Cluster): Promise<string[]> {
  const found = await cluster.request<object>('administer', {
    method: 'GET',
    path: `/${cluster.name}-*/_settings`,
  });
  return Object.keys(found)
    .filter((index) => index !== `${cluster.name}-lock`)
    .sort();
}

const indicesOfBases = (...bases: readonly string[]) =>
  bases.flatMap((base) => Object.values(indexNames(base))).sort();

describe('an ingest', () => {
  /** Edits of a folder, each a file that has other text, a source of its own, or is gone. */
  const file = fc.integer({ min: 8, max: 68 }).map((number) => `${number}.txt`);
  const known = fc.constantFrom(...Object.keys(TWELVE));
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), file: fc.oneof(file, known), text: anyText }),
    fc.record({ kind: fc.constant('remove' as const), file: known }),
    fc.record({ kind: fc.constant('rename' as const), file: known, to: file }),
    fc.record({
      kind: fc.constant('state' as const),
      file: known,
      source: fc.record({
        outlet: fc.constantFrom('The Post', 'Die Zeitung'),
        published: fc.constantFrom('2026-01-02', '2025-03-04'),
        language: fc.constantFrom('en', 'de'),
      }),
    }),
  );
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

  function edited(texts: Map<string, string>, sources: Map<string, object>, edits: readonly Edit[]): Files {
    for (const one of edits) {
      const text = texts.get(one.file);
      if (one.kind === 'write') texts.set(one.file, one.text);
      if (one.kind === 'remove' || one.kind === 'rename') texts.delete(one.file);
      if (one.kind === 'rename' && text !== undefined) texts.set(one.to, text);
      if (one.kind === 'state') sources.set(one.file, one.source);
    }
    const stated = [...sources].filter(([name]) => texts.has(name));
    return { ...Object.fromEntries(texts), 'sources.json': JSON.stringify(Object.fromEntries(stated)) };
  }

  it('makes of a folder that was edited what one makes of it in one go', async () => {
    const few = fc.array(edit, { minLength: 1, maxLength: 2 });
    const many = fc.array(edit, { minLength: 5, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(few, few, many, few), async (rounds) => {
        const [texts, sources] = [new Map(Object.entries(TWELVE)), new Map<string, object>()];
        const folder = folderOf(TWELVE);
        const cluster = clientOf(addresses);
        await made(cluster, folder);
        for (const edits of rounds) {
          rmSync(folder, { recursive: true });
          writeFiles(folder, edited(texts, sources, edits));
          await made(cluster, folder);
          expect(await contentsOf(cluster)).toEqual(await inOneGo(folder));
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });

  it('copies what is the same, puts in only what is not, and makes nothing where nothing changed', async () => {
    const folder = folderOf(TWELVE);
    const cluster = clientOf(addresses);
    await made(cluster, folder);
    const first = await servingBase(cluster);
    expect(await made(cluster, folder)).toMatchObject({ kind: 'same', added: [], changed: [], removed: [] });
    expect(await servingBase(cluster)).toBe(first);

    // One between two others, and one that is gone.
    writeFiles(folder, { '12.txt': 'It snowed between.' });
    rmSync(path.join(folder, '65.txt'));
    const steps: [string, number, number][] = [];
    const heard = ({ step, done, of }: { step: string; done: number; of: number }) =>
      void steps.push([step, done, of]);
    const result = await ingest(cluster, { roots: [folder], keep: 1, heard });
    expect(result).toMatchObject({ kind: 'made', added: ['12.txt'], changed: [], removed: ['65.txt'] });
    expect(steps).toContainEqual(['copying', 0, 11]);
    expect(steps.filter(([step]) => step === 'writing')).toEqual([['writing', 1, 1]]);
    expect(await contentsOf(cluster)).toEqual(await inOneGo(folder));
  });

  it('removes no more of an archive than it may', async () => {
    const cluster = clientOf(addresses);
    await made(cluster, folderOf({ '1.txt': 'One.', '2.txt': 'Two.', '3.txt': 'Three.' }));
    const serving = await servingBase(cluster);
    const reload = (files: Files) => ingest(cluster, { roots: [folderOf(files)], keep: 2, mayRemove: 0.5 });
    const refused = await reload({ '1.txt': 'One.', '4.txt': 'Four.' });
    expect(refused).toMatchObject({
      kind: 'faulty',
      faults: [{ problem: expect.stringMatching(/^2 of the 3 documents/) }],
    });
    expect(await servingBase(cluster)).toBe(serving);
    expect(await reload({ '1.txt': 'One.', '2.txt': 'Two.' })).toMatchObject({ removed: ['3.txt'] });
  });

  it('takes several folders, whose files are cited with the name of their folder', async () => {
    const folder = folderOf({ 'a/1.txt': 'Rain fell.', 'b/2.txt': 'The sun came.' });
    const both = [path.join(folder, 'a'), path.join(folder, 'b')];
    const cluster = clientOf(addresses);
    await made(cluster, both);
    const { records } = await contentsOf(cluster);
    expect([...records.documents.values()]).toMatchObject([{ file: 'a/1.txt' }, { file: 'b/2.txt' }]);
  });

  it('is stopped by a fault before anything is written, which names file and line', async () => {
    const folder = folderOf({ 'a/1.txt': 'Rain fell.', 'b/1.txt': 'The sun came.' });
    const cluster = clientOf(addresses);
    const twice = await startIngest(addresses, cluster.name, [path.join(folder, 'a'), path.join(folder, 'b')])
      .ended;
    expect(twice).toMatchObject({ status: 1 });
    expect(twice.stderr).toContain(`${path.join(folder, 'b/1.txt')}:1`);
    writeFiles(folder, { 'a/1.txt': new Uint8Array([0x61, 0x0a, 0x62, 0xff]) });
    const broken = await startIngest(addresses, cluster.name, [path.join(folder, 'a')]).ended;
    expect(broken).toMatchObject({ status: 1 });
    expect(broken.stderr).toContain(`${path.join(folder, 'a/1.txt')}:2`);
    expect(await indicesOf(cluster)).toEqual([]);
  });

  it('is stopped by a file that changes meanwhile, and goes on when it is run again', async () => {
    const folder = folderOf(TWELVE);
    const cluster = clientOf(addresses);
    const changing = ingest(cluster, {
      roots: [folder],
      keep: 1,
      heard: ({ step, done }) => {
        if (step === 'writing' && done === 3) writeFileSync(path.join(folder, '40.txt'), 'It snowed.');
      },
    });
    await expect(changing).rejects.toMatchObject({ name: 'ChangedMeanwhileError', file: '40.txt' });
    expect(await servingBase(cluster)).toBeUndefined();
    await made(cluster, folder);
    expect(await contentsOf(cluster)).toEqual(await inOneGo(folder));
  });

  it('keeps as many revisions as it is told, and nothing that was not finished', async () => {
    const folder = folderOf({ '1.txt': 'Rain fell.' });
    const cluster = clientOf(addresses);
    const other = clientOf(addresses, `${cluster.name}-more`);
    await made(other, folder);
    const bases: string[] = [];
    for (const text of ['Rain fell.', 'It snowed.', 'The sun came.']) {
      writeFiles(folder, { '1.txt': text });
      await cluster.request('write', {
        method: 'PUT',
        path: `/${cluster.name}-left${bases.length}-vocabulary`,
        timeout: 30_000,
      });
      await made(cluster, folder, 2);
      bases.push((await servingBase(cluster)) ?? '');
    }
    const [otherBase = ''] = [await servingBase(other)];
    expect(await indicesOf(cluster)).toEqual(
      [...indicesOfBases(...bases.slice(1), otherBase), `${other.name}-lock`].sort(),
    );
  });

  it('never gives up what serves, though it was killed between having it serve and saying so', async () => {
    const folder = folderOf({ '1.txt': 'Rain fell.' });
    const cluster = clientOf(addresses);
    await made(cluster, folder, 2);
    const base = await servingBase(cluster);
    const lock = await IngestLock.take(cluster);
    await lock.fill(base);
    await lock.release();
    writeFiles(folder, { '1.txt': 'It snowed.' });
    await made(cluster, folder, 2);
    expect(await indicesOf(cluster)).toEqual(expect.arrayContaining(indicesOfBases(base ?? '')));
  });

  it('gives up what is not whole, and makes it anew when it is run again', async () => {
    const folder = folderOf(TWELVE);
    const cluster = clientOf(addresses);
    const stopped = ingest(cluster, {
      roots: [folder],
      keep: 1,
      heard: ({ step }) => {
        if (step === 'checking') throw new Error('Stopped before the end');
      },
    });
    await expect(stopped).rejects.toThrow('Stopped');
    // What a node does that loses its disk.
    await cluster.request('administer', {
      method: 'POST',
      path: `/${cluster.name}-*/_refresh`,
      timeout: 30_000,
    });
    await cluster.request('write', {
      method: 'POST',
      path: `/${cluster.name}-*-passages/_delete_by_query`,
      query: { refresh: true },
      body: { query: { term: { document: '20' } } },
      timeout: 30_000,
    });
    await expect(made(cluster, folder)).rejects.toMatchObject({ fault: 'damaged' });
    expect(await indicesOf(cluster)).toEqual([]);
    await made(cluster, folder);
    expect(await contentsOf(cluster)).toEqual(await inOneGo(folder));
  });
});

/** Some hundred documents, so that filling takes longer than all else. */
function hundreds(of: number, said: string): Files {
  return Object.fromEntries(
    Array.from({ length: of }, (_, at) => [
      `${1_000 + at}.txt`,
      Array.from({ length: 6 }, (_, n) => `${said} ${at} times and ${n} more, said Ann Borg${at % 7}.`).join(
        '\n\n',
      ),
    ]),
  );
}

describe('an ingest that is killed', () => {
  it('goes on when it is run again, and makes what one makes in one go, while what served before serves on', async () => {
    const folder = folderOf(hundreds(240, 'It rained'));
    const cluster = clientOf(addresses);
    const began = performance.now();
    expect(await startIngest(addresses, cluster.name, [folder]).ended).toMatchObject({ status: 0 });
    const whole = performance.now() - began;
    const [base, before] = [await servingBase(cluster), await contentsOf(cluster)];
    // A few that are other, as most ingests have them, and then all of them.
    writeFiles(folder, hundreds(40, 'It snowed'));
    const moments: number[] = [];
    let kills = 0;
    for (let at = 0; at < 10; at++) {
      if (at === 5) writeFiles(folder, hundreds(240, 'It hailed'));
      const moment = whole * (0.2 + 0.7 * Math.random());
      moments.push(Math.round(moment));
      const { child, ended } = startIngest(addresses, cluster.name, [folder]);
      const { status } = await Promise.race([ended, wait(moment).then(() => ({ status: 'running' }))]);
      child.kill('SIGKILL');
      await ended;
      if (status === 'running') kills++;
      await forgetLock(cluster);
      if ((await servingBase(cluster)) === base) expect(await contentsOf(cluster)).toEqual(before);
    }
    const last = await startIngest(addresses, cluster.name, [folder]).ended;
    expect(last, `killed after ${moments.join(', ')} ms`).toMatchObject({ status: 0, stderr: '' });
    expect(await contentsOf(cluster), `killed after ${moments.join(', ')} ms`).toEqual(await inOneGo(folder));
    expect(kills).toBeGreaterThan(0);
  });
});
