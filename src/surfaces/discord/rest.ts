import type { RESTOptions } from '@discordjs/rest';
import type { BotObserver } from './observer.js';
import { watchRequests } from './rest-failures.js';

/** One attempt at a request to Discord, in milliseconds; with the retry it stays within the 15 minutes of a token. */
const REST_TIMEOUT_MS = 5_000;

/**
 * How often what discord.js keeps of the ways of requests is looked through for those that are idle, in milliseconds. Each
 * answer that took longer has a way of its own, and left alone they are kept for an hour.
 */
const IDLE_WAYS_MS = 5 * 60_000;

/**
 * The status with which Discord answered what failed with `error`; undefined where it did not answer. Looked at in place
 * of the error's class, of which discord.js has a copy of its own.
 */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** How Discord's API is asked, at `apiUrl` where that is another base than Discord's own; `observer` is told of failures. */
export function restOptions(
  apiUrl: string | undefined,
  observer: BotObserver | undefined,
): Partial<RESTOptions> {
  return {
    timeout: REST_TIMEOUT_MS,
    retries: 1,
    handlerSweepInterval: IDLE_WAYS_MS,
    ...(apiUrl !== undefined && { api: apiUrl }),
    ...(observer && watchRequests(observer)),
  };
}
