import { setImmediate } from 'node:timers/promises';

/** Called between the steps of long work; waits when the work has held the event loop for long enough. */
export type Pace = () => Promise<void> | undefined;

/** A slice of work in milliseconds: a third of the frame in which a member would notice a wait. */
const SLICE_MS = 12;

/**
 * A pace for one piece of work. It costs a reading of the clock while the slice lasts, and nothing is awaited
 * until it is over, so it may be called for every passage. Work in the background does not keep the process alive.
 */
export function createPace({ background = false } = {}): Pace {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    return setImmediate(undefined, { ref: !background }).then(() => {
      began = performance.now();
    });
  };
}
