import path from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { Supervisor } from '../../src/processes/supervisor.js';
import { keptLog } from '../support/bot.js';
import { folderOf } from '../support/folder.js';

const PATIENCE = { timeout: 15_000 };

/** The processes are real; what the supervisor waits for is not. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Waits in real time, which `expect.poll` cannot do here. */
async function until(isSo: () => boolean): Promise<void> {
  const began = performance.now();
  while (!isSo()) {
    if (performance.now() - began > PATIENCE.timeout) throw new Error('It never was so');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function supervise(program: string, size = 1) {
  const { log, logged } = keptLog();
  const script = path.join(folderOf({ 'program.mjs': program }), 'program.mjs');
  const shards = { first: 0, last: size - 1, of: size };
  const supervisor = new Supervisor({ script, args: [], size, shards, log, maxConcurrency: 1 });
  const started = () => logged.filter(({ msg }) => msg === 'Started a process');
  onTestFinished(async () => {
    vi.useRealTimers();
    await supervisor.stop();
  });
  return { supervisor, logged, started };
}

it('a process that ends again and again is started after pauses that grow', async () => {
  const { supervisor, logged, started } = supervise(
    "process.send({ kind: 'ready' }, () => process.exit(3));",
  );
  expect(await supervisor.start()).toBeUndefined();
  const ended = () => logged.filter(({ pause }) => pause !== undefined);
  for (const [index, pause] of [1_000, 2_000, 4_000].entries()) {
    await until(() => ended().length === index + 1);
    expect(ended().at(-1)).toMatchObject({ process: 1, status: 3, signal: null, pause });
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(started()).toHaveLength(index + 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(started()).toHaveLength(index + 2);
  }
});

it('a process that Discord closed for good is not started at once, but when somebody may have done something', async () => {
  const { supervisor, logged, started } = supervise(
    "process.send({ kind: 'ready' }); process.send({ kind: 'refused' }, () => process.exit(1));",
  );
  await supervisor.start();
  await until(() => logged.some(({ pause }) => pause !== undefined));
  expect(logged.at(-1)).toMatchObject({ process: 1, status: 1, pause: 300_000 });
  await vi.advanceTimersByTimeAsync(299_999);
  expect(started()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(started()).toHaveLength(2);
});

it('where the first does not even start, none is started, and its status is told', async () => {
  const { supervisor, started } = supervise('process.exit(1);', 3);
  expect(await supervisor.start()).toBe(1);
  expect(started()).toHaveLength(1);
});

it('a process that does not leave is killed after 12 seconds', async () => {
  const program =
    "process.on('disconnect', () => {}); setInterval(() => {}, 1e6); process.send({ kind: 'ready' });";
  const { supervisor, logged } = supervise(program);
  await supervisor.start();
  const stopped = vi.fn();
  const stopping = supervisor.stop().then(stopped);
  await vi.advanceTimersByTimeAsync(11_999);
  expect(stopped).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await stopping;
  expect(logged.at(-1)).toMatchObject({ msg: 'A process has left', signal: 'SIGKILL' });
});

it('a process that waits to be started again is not, once all are to leave', async () => {
  const { supervisor, logged, started } = supervise(
    "process.send({ kind: 'ready' }, () => process.exit(0));",
  );
  await supervisor.start();
  await until(() => logged.some(({ pause }) => pause !== undefined));
  await supervisor.stop();
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(started()).toHaveLength(1);
});
