import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What this process holds once all that can be collected is, on its heap and in buffers beside it, in bytes. */
export async function held(): Promise<{ readonly heap: number; readonly buffers: number }> {
  // What is weakly held is let go of between turns of the event loop.
  for (let turn = 0; turn < 3; turn++) {
    await new Promise(setImmediate);
    collect();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers };
}
