import type { Logger } from 'pino';
import { messages } from '../../messages/index.js';
import { MAX_PROCESSES, processesIn } from '../../processes/size.js';
import { Supervisor } from '../../processes/supervisor.js';
import { type Shards, shardIds } from '../../shards.js';
import { fetchSessionStarts } from './session-starts.js';
import { whatToDo } from './what-to-do.js';

const HOUR_MS = 3_600_000;

/** What several processes of one bot are run with. */
export interface ProcessesParts {
  /** The program that each runs, and what it is given. */
  readonly script: string;
  readonly args: readonly string[];
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** What this machine serves; without it all shards, as many as Discord recommends, and one for each process at least. */
  readonly shards: Shards | undefined;
  readonly log: Logger;
}

/** How it ended: what is wrong, a line each, or a status for the program to end with. */
export type Ended = { readonly problems: readonly string[] } | { readonly status: number };

/** Runs as many processes as `number` says, which is checked here, until SIGTERM or SIGINT, or until the first does not start. */
export async function runProcesses(number: string, parts: ProcessesParts): Promise<Ended> {
  const { shards, log } = parts;
  const size = processesIn(number);
  if (size === undefined) return { problems: [messages.settings.notProcesses(MAX_PROCESSES)] };
  const named = shards ? shardIds(shards).length : size;
  if (named < size) return { problems: [messages.settings.moreProcessesThanShards(named)] };
  const starts = await fetchSessionStarts(parts.token, parts.apiUrl).catch((error: unknown) => {
    log.fatal({ err: error }, 'Asking Discord how to start failed');
    return { problems: whatToDo(error, parts.apiUrl !== undefined) };
  });
  if ('problems' in starts) return starts;
  const of = Math.max(size, starts.recommended);
  const served = shards ?? { first: 0, last: of - 1, of };
  const needed = shardIds(served).length;
  if (needed > starts.remaining) {
    const hours = Math.ceil(starts.resetAfter / HOUR_MS);
    return { problems: [messages.settings.fewSessions(starts.remaining, needed, hours)] };
  }
  const { maxConcurrency } = starts;
  return untilStopped(new Supervisor({ ...parts, size, shards: served, maxConcurrency }), log);
}

function untilStopped(supervisor: Supervisor, log: Logger): Promise<Ended> {
  return new Promise((resolve) => {
    const stop = (signal: string) => {
      log.info({ signal }, 'Stopping all processes');
      void supervisor.stop().then(() => resolve({ status: 0 }));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    // What is wrong was said by the process itself.
    void supervisor.start().then((status) => status !== undefined && resolve({ status }));
  });
}
