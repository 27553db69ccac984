import { performance as measured } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Called between the steps of long work; waits when the work has held the event loop for long enough. */
export type Pace = () => Promise<void> | undefined;

/** A slice of work in milliseconds: a third of the frame in which a member would notice a wait. */
const SLICE_MS = 12;

/** What is waited for, such as a cluster, counts less than computing, which keeps others waiting; but somebody waits for it. */
const WAITED = 0.25;
const { eventLoopUtilization } = measured;

/** Work that has used up the time that it was given, in which others were served. */
export class OverBudgetError extends Error {
  override readonly name = 'OverBudgetError';
}

/** What paces a piece of work. */
export interface PaceOptions {
  /** Work in the background does not keep the process alive. */
  readonly background?: boolean;
  /**
   * How long it may compute in all, in milliseconds, its rests not counted, and what it waits for as a quarter;
   * without one, as long as it takes.
   */
  readonly budget?: number;
}

/**
 * A pace for one piece of work. It costs a reading of the clock while the slice lasts, and nothing is awaited
 * until it is over, so it may be called for every passage.
 * @throws OverBudgetError from the returned function, once the budget is used up.
 */
export function createPace({
  background = false,
  budget = Number.POSITIVE_INFINITY,
}: PaceOptions = {}): Pace {
  let began = performance.now();
  let loop = eventLoopUtilization();
  let spent = 0;
  return () => {
    const slice = performance.now() - began;
    if (slice < SLICE_MS) return undefined;
    spent += slice - eventLoopUtilization(loop).idle * (1 - WAITED);
    if (spent > budget) throw new OverBudgetError(`Gave up after ${Math.round(spent)} ms`);
    return setImmediate(undefined, { ref: !background }).then(() => {
      began = performance.now();
      loop = eventLoopUtilization();
    });
  };
}

/** A point in time after which what was found so far is given. */
export interface Deadline {
  isOver(): boolean;
  /** What `work` gives; undefined where the deadline is over before. The work itself goes on. */
  before<T>(work: Promise<T>): Promise<T | undefined>;
}

/** No hurry. */
export const NO_DEADLINE: Deadline = { isOver: () => false, before: (work) => work };

/** A deadline in so many milliseconds, rests included. */
export function createDeadline(milliseconds: number): Deadline {
  const until = performance.now() + milliseconds;
  return {
    isOver: () => performance.now() >= until,
    before: async (work) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), until - performance.now());
      });
      try {
        return await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** What paced work gives; undefined where its budget is used up. */
export async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof OverBudgetError) return undefined;
    throw error;
  }
}
