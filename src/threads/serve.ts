import { parentPort } from 'node:worker_threads';
import type { Returned } from './thread.js';

/**
 * Answers the calls of a `Thread` with `serve`, from inside of it; what `serve` throws or rejects with goes back to
 * the caller.
 * @throws Error outside of a worker thread.
 */
export function serveCalls<Input, Output>(serve: (input: Input) => Output | Promise<Output>): void {
  const port = parentPort;
  if (!port) throw new Error('Calls are served in a worker thread alone');
  port.on('message', async (input: Input) => {
    let returned: Returned<Output>;
    try {
      returned = { value: await serve(input) };
    } catch (error) {
      returned = { error };
    }
    port.postMessage(returned);
  });
}
