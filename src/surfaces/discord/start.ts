import { setTimeout } from 'node:timers/promises';
import { type Client, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { Connection, type ConnectionParts, NoSessionsLeftError } from './connection.js';
import { type Pauses, pauseAfter } from './pauses.js';
import { GatewayRefusedError } from './refusal.js';
import { statusOf } from './rest.js';
import { NotReadyError } from './start-clock.js';

/** A connection that is up, and its client. */
export interface OpenConnection {
  readonly connection: Connection;
  readonly client: Client<true>;
}

/** How patient a start is. */
export interface Patience {
  /** How long Discord may let a start come no further, in milliseconds. */
  readonly within: number;
  readonly pauses: Pauses;
  /** Ends the start, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A minute, as discord.js waits for HELLO, and four times as long as it waits for READY; shards follow each other within five seconds. */
export const START_WITHIN_MS = 60_000;

/**
 * Goes on Discord, with a new client as often as Discord does not let the bot in in time, is out of order, or allows no
 * more sessions now. Rejects with the error of discord.js where the first attempt fails otherwise, since then an address
 * or the network is likely to be wrong, and whenever the token is refused, or the connection for good.
 */
export async function openPatiently(parts: ConnectionParts, patience: Patience): Promise<OpenConnection> {
  const { within, pauses, signal } = patience;
  for (let attempt = 1; ; attempt++) {
    const connection = new Connection(parts);
    try {
      return { connection, client: await unlessAborted(connection.open(within), signal) };
    } catch (error) {
      await connection.leave();
      const mayPass = isDiscords(error) || (attempt > 1 && !isFinal(error));
      if (signal?.aborted || !mayPass) throw error;
      const pause = Math.round(pauseAfter(attempt, pauses));
      parts.log.warn({ err: error, attempt, pause }, 'Discord did not let the bot in; trying again');
      await setTimeout(pause, undefined, signal && { signal });
    }
  }
}

/** True for what is wrong with Discord, and not with what we know of it. */
function isDiscords(error: unknown): boolean {
  if (error instanceof NotReadyError || error instanceof NoSessionsLeftError) return true;
  return (statusOf(error) ?? 0) >= 500;
}

/** True for what will not go otherwise however often it is tried, until somebody has done something about it. */
export function isFinal(error: unknown): boolean {
  return error instanceof GatewayRefusedError || isTokenRefused(error);
}

/** True if what a start was rejected with means that the token is wrong. */
export function isTokenRefused(error: unknown): boolean {
  if (error instanceof GatewayRefusedError) return error.refused === 'token';
  if (statusOf(error) === 401) return true;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** Settles as `promise` does, or rejects with the signal's reason as soon as there is one. */
async function unlessAborted<Value>(promise: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (!signal) return promise;
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
