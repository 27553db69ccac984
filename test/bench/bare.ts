import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a histogram of the delays of an event loop has seen, in milliseconds; each holds the resolution, 1 ms, too. */
export interface Delays {
  readonly p99: number;
  readonly max: number;
}

/** Measures the delays of this process's event loop until the function that it returns is called. */
export function watchLoop(): () => Delays {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  return () => {
    histogram.disable();
    return { p99: histogram.percentile(99) / 1e6, max: histogram.max / 1e6 };
  };
}

// As a process that is started with a channel: one with nothing but timers, of which the delays are the machine's own.
if (process.send) {
  setInterval(() => undefined, 1);
  let stop = watchLoop();
  process.on('message', (asked) => {
    if (asked === 'stop') process.send?.(stop());
    else stop = watchLoop();
  });
  process.on('disconnect', () => process.exit());
}
