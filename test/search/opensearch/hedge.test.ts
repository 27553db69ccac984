import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Attempt, type Copy, Hedge } from '../../../src/search/opensearch/hedge.js';

/** An attempt that was begun, and when. */
interface Begun extends Attempt<string> {
  readonly at: number;
  readonly copy: Copy;
  readonly milliseconds: number;
  readonly resolve: (answer: string) => void;
  readonly reject: (error: Error) => void;
  isSlow: boolean;
  isAborted: boolean;
}

/** A promise, and how it is settled. */
function settled(): [Pick<Begun, 'resolve' | 'reject'>, Promise<string>] {
  const settle: Partial<Pick<Begun, 'resolve' | 'reject'>> = {};
  const answer = new Promise<string>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  return [settle as Pick<Begun, 'resolve' | 'reject'>, answer];
}

/** Attempts that answer when they are told to. */
function asked(hedge: Hedge) {
  const began = performance.now();
  const begun: Begun[] = [];
  const first = hedge.first<string>({
    begin(copy, milliseconds) {
      const [settle, answer] = settled();
      const attempt: Begun = {
        at: performance.now() - began,
        copy,
        milliseconds,
        answer,
        ...settle,
        isSlow: false,
        isAborted: false,
        slow() {
          attempt.isSlow = true;
        },
        abort() {
          attempt.isAborted = true;
        },
      };
      begun.push(attempt);
      return attempt;
    },
    mayPass: (error) => (error as Error).message === 'passing',
  });
  first.catch(() => {});
  return { begun, first };
}

describe('a request of which several attempts may be under way', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is made once where the first attempt answers soon', async () => {
    const { begun, first } = asked(new Hedge());
    await vi.advanceTimersByTimeAsync(599);
    begun[0]?.resolve('one');
    expect(await first).toBe('one');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(begun.map(({ at, copy, milliseconds, isSlow }) => ({ at, copy, milliseconds, isSlow }))).toEqual([
      { at: 0, copy: undefined, milliseconds: 2_500, isSlow: false },
    ]);
  });

  it('is made again after 600 ms without an answer, at another node and for both copies in turn', async () => {
    const { begun, first } = asked(new Hedge());
    await vi.advanceTimersByTimeAsync(5_000);
    expect(begun.map(({ at, copy, milliseconds, isSlow }) => [at, copy, milliseconds, isSlow])).toEqual([
      [0, undefined, 2_500, true],
      [600, 'a', 1_900, true],
      [1_200, 'b', 1_300, false],
    ]);
    begun[2]?.resolve('three');
    expect(await first).toBe('three');
    expect(begun.map(({ isAborted }) => isAborted)).toEqual([true, true, false]);
  });

  it('asks the copy that answered first for ten seconds', async () => {
    const hedge = new Hedge();
    const { begun, first } = asked(hedge);
    await vi.advanceTimersByTimeAsync(700);
    begun[1]?.resolve('two');
    await first;
    await vi.advanceTimersByTimeAsync(9_999);
    expect(asked(hedge).begun[0]?.copy).toBe('a');
    await vi.advanceTimersByTimeAsync(1);
    expect(asked(hedge).begun[0]?.copy).toBeUndefined();
  });

  it('is made again at once after a fault that may pass, three times in all', async () => {
    const { begun, first } = asked(new Hedge());
    for (const at of [0, 1, 2]) {
      begun[at]?.reject(new Error('passing'));
      await vi.advanceTimersByTimeAsync(0);
    }
    await expect(first).rejects.toThrow('passing');
    expect(begun.map(({ at }) => at)).toEqual([0, 0, 0]);
  });

  it('is not made again after any other fault, or when its time is over', async () => {
    const { begun, first } = asked(new Hedge());
    begun[0]?.reject(new Error('wrong'));
    await expect(first).rejects.toThrow('wrong');
    expect(begun).toHaveLength(1);

    const hedge = new Hedge();
    // Whoever has no reserve waits.
    for (let at = 0; at < 60; at++) asked(hedge);
    await vi.advanceTimersByTimeAsync(1_300);
    const late = asked(hedge);
    await vi.advanceTimersByTimeAsync(2_500);
    late.begun[0]?.reject(new Error('passing'));
    await expect(late.first).rejects.toThrow('passing');
    expect(late.begun).toHaveLength(1);
  });

  it('waits for another attempt where one fails', async () => {
    const { begun, first } = asked(new Hedge());
    await vi.advanceTimersByTimeAsync(600);
    begun[0]?.reject(new Error('wrong'));
    await vi.advanceTimersByTimeAsync(0);
    begun[1]?.resolve('two');
    expect(await first).toBe('two');
  });

  it('asks twice sixty times at once at most, and for one of five requests in the long run', async () => {
    const hedge = new Hedge();
    const many = Array.from({ length: 100 }, () => asked(hedge));
    await vi.advanceTimersByTimeAsync(600);
    expect(many.filter(({ begun }) => begun.length > 1)).toHaveLength(60);
    const more = Array.from({ length: 100 }, () => asked(hedge));
    await vi.advanceTimersByTimeAsync(599);
    for (const { begun } of many) for (const one of begun) one.resolve('late');
    await vi.advanceTimersByTimeAsync(1);
    expect(more.filter(({ begun }) => begun.length > 1)).toHaveLength(20);
  });
});
