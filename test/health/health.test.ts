import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Health } from '../../src/health/health.js';
import { LiveLibrary } from '../../src/library/live.js';
import { type LoadResult, loadLibrary } from '../../src/library/load.js';
import { Refusal } from '../discord-server/errors.js';
import { MANAGE_GUILD, Member } from '../discord-server/member.js';
import { startDiscord, startOn } from '../support/bot.js';
import { ROOT } from '../support/build.js';
import { folderOf, libraryIn, SEEDS, writeFiles } from '../support/folder.js';

/** Health as the program has it, and how to read it. */
async function openHealth() {
  const health = await Health.open({ host: '127.0.0.1', port: 0, commands: ['quote', 'corpus'] });
  onTestFinished(() => health.close());
  const get = (page: string) => fetch(`http://127.0.0.1:${health.port}${page}`);
  const ready = async () => {
    const response = await get('/ready');
    return { status: response.status, ...((await response.json()) as object) };
  };
  /** The lines of metrics that begin with `name`. */
  const metric = async (name: string) => {
    const text = await (await get('/metrics')).text();
    return text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  };
  /** Those that have counted something. */
  const counted = async (name: string) => (await metric(name)).filter((line) => !line.endsWith(' 0'));
  return { health, get, ready, metric, counted };
}

async function liveIn(folder: string, health: Health, load?: () => Promise<LoadResult>) {
  const live = new LiveLibrary(await libraryIn(folder), load ?? ((loading) => loadLibrary(folder, loading)), {
    onReload: health.reloaded,
  });
  health.watch(live);
  return live;
}

it('the program lives before it is ready', async () => {
  const { get, ready } = await openHealth();
  expect((await get('/live')).status).toBe(200);
  expect(await ready()).toEqual({
    status: 503,
    ready: false,
    checks: { corpus: 'the documents are not loaded yet' },
  });
});

it('it is ready when the documents are loaded and every shard is up, and says which is not', async () => {
  const { health, ready } = await openHealth();
  health.expectGateway();
  await liveIn(SEEDS, health);
  const at = async () => (await ready()) as { status: number; checks: { gateway: string } };
  expect(await at()).toMatchObject({
    status: 503,
    checks: { corpus: 'ok', gateway: 'not connected to Discord yet' },
  });
  const { observer } = health;
  observer.shardUp(0, 'started');
  expect((await at()).checks.gateway).toBe('not connected to Discord yet');
  observer.shardUp(1, 'started');
  observer.connected();
  expect(await at()).toEqual({ status: 200, ready: true, checks: { corpus: 'ok', gateway: 'ok' } });
  observer.shardLost(1, 4000);
  expect((await at()).checks.gateway).toBe('1 shard without a connection to Discord: 1');
  observer.shardLost(0, 1006);
  expect((await at()).checks.gateway).toBe('2 shards without a connection to Discord: 0, 1');
  observer.shardUp(0, 'resumed');
  observer.shardUp(1, 'reconnected');
  expect((await at()).status).toBe(200);
});

it('over HTTP it is ready when interactions are waited for, without a gateway', async () => {
  const { health, ready } = await openHealth();
  health.expectInteractions();
  await liveIn(SEEDS, health);
  expect(await ready()).toEqual({
    status: 503,
    ready: false,
    checks: { corpus: 'ok', interactions: 'not waiting for interactions yet' },
  });
  health.observer.listening();
  expect(await ready()).toEqual({ status: 200, ready: true, checks: { corpus: 'ok', interactions: 'ok' } });
});

it('with documents in a cluster it is ready while that answers', async () => {
  const { health, ready } = await openHealth();
  await liveIn(SEEDS, health);
  let isAnswering = false;
  health.watchCluster(() => isAnswering);
  expect(await ready()).toMatchObject({
    status: 503,
    checks: { cluster: 'the cluster did not answer when it was last asked' },
  });
  isAnswering = true;
  expect(await ready()).toMatchObject({ status: 200, checks: { corpus: 'ok', cluster: 'ok' } });
});

it('other parts add checks of their own', async () => {
  const { health, ready } = await openHealth();
  await liveIn(SEEDS, health);
  health.checks.add('other', () => 'it does not answer');
  expect(await ready()).toMatchObject({ status: 503, checks: { other: 'it does not answer' } });
});

it('metrics have the documents as they are loaded, and reloads by result', async () => {
  const { health, metric, counted } = await openHealth();
  expect(await metric('verbatim_documents')).toEqual([]);
  const folder = folderOf({ '1.txt': 'One.' });
  const live = await liveIn(folder, health);
  const first = live.serving.library.revision;
  expect(await metric('verbatim_documents')).toEqual(['verbatim_documents 1']);
  expect(await metric('verbatim_corpus_info')).toEqual([`verbatim_corpus_info{revision="${first}"} 1`]);
  writeFiles(folder, { '2.txt': 'Two.\n\nThree.' });
  await live.reload('Ann');
  expect(await metric('verbatim_documents')).toEqual(['verbatim_documents 2']);
  expect(await metric('verbatim_passages')).toEqual(['verbatim_passages 3']);
  const { library, loadedAt } = live.serving;
  expect(library.revision).not.toBe(first);
  expect(await metric('verbatim_corpus_info')).toEqual([
    `verbatim_corpus_info{revision="${library.revision}"} 1`,
  ]);
  expect(await metric('verbatim_corpus_loaded_timestamp_seconds')).toEqual([
    `verbatim_corpus_loaded_timestamp_seconds ${loadedAt / 1_000}`,
  ]);
  writeFiles(folder, { '2.txt': '' });
  await live.reload('Ann');
  expect((await counted('verbatim_reloads_total')).sort()).toEqual([
    'verbatim_reloads_total{result="faulty"} 1',
    'verbatim_reloads_total{result="reloaded"} 1',
  ]);
});

it('metrics have the documents that another process put in, which is told of once', async () => {
  const { health, metric, counted } = await openHealth();
  const live = await liveIn(folderOf({ '1.txt': 'One.' }), health);
  const library = await libraryIn(folderOf({ '1.txt': 'One.', '2.txt': 'Two.' }));
  live.follow({ library, loadedAt: 1_000, loadedBy: 'Ann' });
  live.follow({ library, loadedAt: 1_000, loadedBy: 'Ann' });
  expect(await metric('verbatim_documents')).toEqual(['verbatim_documents 2']);
  expect(await metric('verbatim_corpus_info')).toEqual([
    `verbatim_corpus_info{revision="${library.revision}"} 1`,
  ]);
  expect(await metric('verbatim_corpus_loaded_timestamp_seconds')).toEqual([
    'verbatim_corpus_loaded_timestamp_seconds 1',
  ]);
  expect(await counted('verbatim_reloads_total')).toEqual(['verbatim_reloads_total{result="followed"} 1']);
});

it('metrics have the requests of an engine by kind and outcome, and how long they took', async () => {
  const { health, metric } = await openHealth();
  health.engine.requested('search', 'answered', 7);
  health.engine.requested('search', 'late', 2_000);
  health.engine.requested('write', 'in part', 1);
  expect(await metric('verbatim_engine_requests_total')).toEqual([
    'verbatim_engine_requests_total{kind="search",outcome="answered"} 1',
    'verbatim_engine_requests_total{kind="search",outcome="late"} 1',
    'verbatim_engine_requests_total{kind="write",outcome="in part"} 1',
  ]);
  const buckets = await metric('verbatim_engine_request_seconds_bucket');
  expect(buckets).toContain('verbatim_engine_request_seconds_bucket{le="0.005",kind="search"} 0');
  expect(buckets).toContain('verbatim_engine_request_seconds_bucket{le="0.01",kind="search"} 1');
  expect(buckets).toContain('verbatim_engine_request_seconds_bucket{le="2.5",kind="search"} 2');
  expect(await metric('verbatim_engine_request_seconds_sum')).toContain(
    'verbatim_engine_request_seconds_sum{kind="search"} 2.007',
  );
});

it('metrics have how long the event loop was held', async () => {
  const { metric } = await openHealth();
  for (const name of ['nodejs_eventloop_lag_p99_seconds', 'nodejs_eventloop_lag_max_seconds']) {
    expect(await metric(name)).toHaveLength(1);
  }
});

it('the bounds of times to answer tell what Discord waits for', async () => {
  const { health, metric } = await openHealth();
  health.observer.answered({ command: 'quote', outcome: 'answered', by: 'command', took: 2_500 });
  const buckets = await metric('verbatim_answer_seconds_bucket');
  expect(buckets.map((line) => /le="([^"]+)".* (\d+)$/.exec(line)?.slice(1).join(' '))).toEqual(
    '0.01 0,0.025 0,0.05 0,0.1 0,0.25 0,0.5 0,1 0,2 0,3 1,5 1,10 1,+Inf 1'.split(','),
  );
  expect(await metric('verbatim_answer_seconds_sum')).toEqual([
    'verbatim_answer_seconds_sum{command="quote"} 2.5',
  ]);
});

it('what an alert goes by is counted from nought', async () => {
  const { metric } = await openHealth();
  expect(await metric('verbatim_commands_total')).toEqual([
    'verbatim_commands_total{command="quote",outcome="failed",by="command"} 0',
    'verbatim_commands_total{command="quote",outcome="undelivered",by="command"} 0',
    'verbatim_commands_total{command="corpus",outcome="failed",by="command"} 0',
    'verbatim_commands_total{command="corpus",outcome="undelivered",by="command"} 0',
  ]);
  expect(await metric('verbatim_reloads_total')).toEqual([
    'verbatim_reloads_total{result="faulty"} 0',
    'verbatim_reloads_total{result="failed"} 0',
  ]);
});

it('a bot on Discord is in the metrics, and nothing that a member typed', async () => {
  const { health, get, metric, counted } = await openHealth();
  const discord = await startDiscord();
  let refusals = 1;
  discord.intercept = ({ path }) => {
    if (path.endsWith('/commands') && refusals-- > 0) throw new Refusal(502, 0, 'Bad Gateway');
  };
  const day = (n: number) => `An account of the opposition rallies of day ${n} in the capital.`;
  const folder = folderOf({ '1.txt': [1, 2, 3, 4, 5].map(day).join('\n\n') });
  await startOn(discord, { folder, observer: health.observer, onReload: health.reloaded });
  const member = new Member(discord, 'server', MANAGE_GUILD);
  const message = await member.type('quote', { topic: 'opposition rallies' });
  await member.press(message, 'More');
  await member.type('quote', { topic: 'zzgibberish' });
  await member.type('corpus reload');
  await expect
    .poll(() => counted('verbatim_commands_total'))
    .toEqual([
      'verbatim_commands_total{command="quote",outcome="answered",by="command"} 1',
      'verbatim_commands_total{command="quote",outcome="answered",by="button"} 1',
      'verbatim_commands_total{command="quote",outcome="nothing",by="command"} 1',
      'verbatim_commands_total{command="corpus",outcome="answered",by="command"} 1',
    ]);
  expect(await metric('verbatim_answer_seconds_count')).toEqual([
    'verbatim_answer_seconds_count{command="quote"} 3',
    'verbatim_answer_seconds_count{command="corpus"} 1',
  ]);
  expect(await counted('verbatim_reloads_total')).toEqual(['verbatim_reloads_total{result="reloaded"} 1']);
  expect(await metric('verbatim_discord_request_failures_total')).toEqual([
    'verbatim_discord_request_failures_total{method="GET",failure="502"} 1',
  ]);
  await expect
    .poll(() => metric('verbatim_gateway_session_starts_left'))
    .toEqual(['verbatim_gateway_session_starts_left 999']);

  discord.gateway.drop(4000);
  await expect.poll(() => metric('verbatim_gateway_up')).toEqual(['verbatim_gateway_up{shard="0"} 0']);
  await expect.poll(() => metric('verbatim_gateway_up')).toEqual(['verbatim_gateway_up{shard="0"} 1']);
  expect(await metric('verbatim_gateway_lost_total')).toEqual([
    'verbatim_gateway_lost_total{shard="0",code="4000"} 1',
  ]);
  expect(await metric('verbatim_gateway_connects_total')).toEqual([
    'verbatim_gateway_connects_total{shard="0",how="started"} 1',
    'verbatim_gateway_connects_total{shard="0",how="resumed"} 1',
  ]);
  const page = await get('/metrics');
  expect(page.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  expect(await page.text()).not.toMatch(/opposition|rallies|zzgibberish|token-/);
});

it('docs/operations.md names every metric that is ours, and no other', async () => {
  const { health, get } = await openHealth();
  await liveIn(SEEDS, health);
  const served = (await (await get('/metrics')).text()).matchAll(/^# TYPE (verbatim_\w+)/gm);
  const page = readFileSync(path.join(ROOT, 'docs/operations.md'), 'utf8');
  const named = page.matchAll(/^\| `(verbatim_\w+)`/gm);
  const names = (found: Iterable<RegExpMatchArray>) => Array.from(found, ([, name]) => name).sort();
  expect(names(named)).toEqual(names(served));
  // What it asks in alerts is there too, as a histogram's buckets or as what Node.js is asked by default.
  const text = await (await get('/metrics')).text();
  for (const [name] of page.matchAll(/\b(?:verbatim|nodejs|process)_\w+/g)) {
    expect(text).toContain(`# HELP ${name.replace(/_bucket$/, '')} `);
  }
});
