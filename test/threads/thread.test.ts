import { spawnSync } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { Thread, ThreadError, type ThreadOptions } from '../../src/threads/thread.js';
import { compiled } from '../support/build.js';
import { threadModule } from '../support/thread-module.js';

/** A module that does as its calls say. */
const MODULE = threadModule(
  `({ act, value }) => {
    if (act === 'throw') throw new RangeError(value);
    if (act === 'end') process.exit(3);
    while (act === 'hang');
    return { threadId, value };
  }`,
  "import { threadId } from 'node:worker_threads'",
);

interface Told {
  readonly act?: 'throw' | 'end' | 'hang';
  readonly value?: unknown;
}

function thread(
  options?: ThreadOptions,
): Thread<Told, { readonly threadId: number; readonly value: unknown }> {
  const made = new Thread<Told, { threadId: number; value: unknown }>(MODULE, options);
  onTestFinished(() => made.close());
  return made;
}

it('works in one thread of its own, and answers each call in turn', async () => {
  const other = thread();
  const answers = await Promise.all([1, 2, 3].map((value) => other.call({ value })));
  expect(answers.map(({ value }) => value)).toEqual([1, 2, 3]);
  const ids = new Set(answers.map((answer) => answer.threadId));
  expect(ids.size).toBe(1);
  expect(ids).not.toContain(threadId);
});

it('leaves this thread to others meanwhile', async () => {
  let turns = 0;
  const answered = thread().call({ value: 1 });
  const over = answered.then(() => true);
  while (!(await Promise.race([over, setImmediate(false)]))) turns++;
  expect(turns).toBeGreaterThan(0);
});

it('rejects with what was thrown in it, and goes on in the same thread', async () => {
  const other = thread();
  const before = await other.call({});
  await expect(other.call({ act: 'throw', value: 'too far' })).rejects.toMatchObject({
    name: 'RangeError',
    message: 'too far',
  });
  expect((await other.call({})).threadId).toBe(before.threadId);
});

it('waits for what is promised in it, one call after the other', async () => {
  const module = threadModule(
    `async (value) => {
      const before = running++;
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      if (value === 'throw') throw new RangeError('too far');
      return before;
    }`,
    'let running = 0',
  );
  const other = new Thread<string, number>(module);
  onTestFinished(() => other.close());
  const [first, second, third] = await Promise.allSettled(
    ['a', 'throw', 'b'].map((value) => other.call(value)),
  );
  expect(first).toMatchObject({ value: 0 });
  expect(second).toMatchObject({ reason: { name: 'RangeError', message: 'too far' } });
  expect(third).toMatchObject({ value: 0 });
});

it('rejects what cannot be copied, and goes on', async () => {
  const other = thread();
  await expect(other.call({ value: () => 1 })).rejects.toThrow('could not be cloned');
  expect(await other.call({ value: 1 })).toMatchObject({ value: 1 });
});

it('fails the one call in which it breaks; the next ones have a new thread', async () => {
  const other = thread();
  const before = await other.call({});
  const [broken, after] = await Promise.allSettled([other.call({ act: 'end' }), other.call({})]);
  expect(broken).toMatchObject({ reason: new ThreadError('The thread ended by itself with status 3') });
  expect(after).toMatchObject({ status: 'fulfilled' });
  expect(after).not.toMatchObject({ value: { threadId: before.threadId } });
});

it.each([new URL('nowhere.js', import.meta.url), new URL('http://localhost/nowhere.js')])(
  'fails each call where its module cannot be loaded: %s',
  async (module) => {
    const nowhere = new Thread(module);
    await expect(nowhere.call(1)).rejects.toThrow(/nowhere\.js|scheme/);
    await expect(nowhere.call(1)).rejects.toThrow(/nowhere\.js|scheme/);
  },
);

it('gives up a call that takes longer than its limit, and what waited as long behind it', async () => {
  const other = thread({ limit: 1_500 });
  await other.call({});
  const [hung, waited] = await Promise.allSettled([other.call({ act: 'hang' }), other.call({ act: 'hang' })]);
  expect(hung).toMatchObject({ reason: new ThreadError('No answer from the thread within 1500 ms') });
  expect(waited).toMatchObject({ reason: new ThreadError('No answer from the thread within 1500 ms') });
});

it('refuses calls that would be too many to wait', async () => {
  const other = thread({ waiting: 1 });
  const calls = await Promise.allSettled([1, 2, 3].map((value) => other.call({ value })));
  expect(calls.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(calls[2]).toMatchObject({ reason: new ThreadError('1 calls are waiting for this thread already') });
});

it('gives its thread back once it has nothing to do, and starts another when asked again', async () => {
  const other = thread({ idle: 1 });
  const before = await other.call({});
  await expect
    .poll(async () => (await other.call({})).threadId, { timeout: 15_000 })
    .not.toBe(before.threadId);
});

it('fails what was not answered where it is closed', async () => {
  const other = thread();
  const calls = [other.call({ act: 'hang' }), other.call({})];
  const settled = Promise.allSettled(calls);
  await other.close();
  for (const call of await settled)
    expect(call).toMatchObject({ reason: { message: 'The thread was closed' } });
});

/** Runs a script that has a `thread` of `options`. */
function run(options: string, script: string) {
  const program = `
    import { Thread } from '${compiled('src/threads/thread').href}';
    const thread = new Thread(new URL(${JSON.stringify(MODULE.href)}), ${options});
    ${script}`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 15_000,
  });
  return { status, stdout };
}

it('keeps the process alive for a call that somebody waits for, and no longer', () => {
  const said = 'thread.call({ value: 1 }).then(({ value }) => console.log(value))';
  expect(run('{}', said)).toEqual({ status: 0, stdout: '1\n' });
});

it('never keeps the process alive in the background', () => {
  expect(run('{ background: true }', "await 0; thread.call({ act: 'hang' })")).toEqual({
    status: 0,
    stdout: '',
  });
});
