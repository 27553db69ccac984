import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from '../../../src/surfaces/terminal/progress.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function stream(isTTY: boolean, columns?: number) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
}

const lasting = (ms: number) => () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), ms));
const told = (seconds: number) => `Working: ${seconds}`;

async function shown(to: ReturnType<typeof stream>, ms: number): Promise<string[]> {
  const over = new Progress(to).during(told, lasting(ms));
  await vi.advanceTimersByTimeAsync(ms);
  expect(await over).toBe('done');
  return to.written;
}

it('says nothing of what takes less than a second', async () => {
  expect(await shown(stream(true), 999)).toEqual([]);
});

it('says how far it is from a second on, and takes that away at the end', async () => {
  const written = await shown(stream(true), 2_100);
  expect(written[0]).toBe('\r\x1b[KWorking: 1');
  expect(written.at(-2)).toBe('\r\x1b[KWorking: 2');
  expect(written.at(-1)).toBe('\r\x1b[K');
  // Four times a second.
  expect(written).toHaveLength(6);
});

it('writes nothing to what is no terminal, however long it takes', async () => {
  expect(await shown(stream(false), 60_000)).toEqual([]);
});

it('stays on one row', async () => {
  expect((await shown(stream(true, 6), 1_000))[0]).toBe('\r\x1b[KWorki');
  expect((await shown(stream(true, 0), 1_000))[0]).toBe('\r\x1b[KWorking: 1');
});

it('is taken away where the work fails, too', async () => {
  const to = stream(true);
  const over = new Progress(to).during(told, async () => {
    await lasting(1_500)();
    throw new RangeError('broken');
  });
  const failed = expect(over).rejects.toThrow('broken');
  await vi.advanceTimersByTimeAsync(2_000);
  await failed;
  expect(to.written.at(-1)).toBe('\r\x1b[K');
});
