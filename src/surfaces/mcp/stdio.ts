import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { McpParts } from './parts.js';
import { createMcpServer } from './server.js';

/** The most that is kept of a line that has not ended, in bytes: what the SDK keeps by itself, some hundred times the longest request. */
const MAX_LINE_BYTES = 10 * 2 ** 20;

/** Where a client writes to, and where it reads. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * Serves one client until its input ends and what it asked is answered. True if it ended so, and false where the client
 * broke the protocol in a way that cannot be got over, such as a line without an end.
 */
export async function serveOverStdio(parts: McpParts, { input, output }: Streams): Promise<boolean> {
  const { log } = parts;
  const { server, calls } = createMcpServer(parts);
  const ended = once(input, 'end').then(() => true);
  const closed = new Promise<boolean>((resolve) => {
    server.onclose = () => resolve(false);
  });
  server.onerror = (error) => {
    // What the client wrote is not logged, and an error of reading repeats it.
    log.warn('A line that is no message of the protocol was passed over');
    log.debug({ err: error }, 'What is wrong with it');
  };
  await server.connect(new StdioServerTransport(input, output, { maxBufferSize: MAX_LINE_BYTES }));
  const isWhole = await Promise.race([ended, closed]);
  // What was read last is handed on first.
  await setImmediate();
  await calls.ended();
  await setImmediate();
  await server.close();
  return isWhole;
}
