import type { Outcome } from '../../reply/reply.js';

/** An answer, and what became of it. */
export interface Answered {
  /** The name of one of our commands. */
  readonly command: string;
  /** `undelivered` where Discord did not take the answer as it was, because it came too late or for another reason. */
  readonly outcome: Outcome | 'undelivered';
  /** How it was asked for: as a command, or by a button that turns a page. */
  readonly by: 'command' | 'button';
  /** From the question's arrival until the answer was handed to Discord or given up, in milliseconds. */
  readonly took: number;
}

/** How a shard came up: at the start, with its session kept, or with a new one. */
export type ShardStart = 'started' | 'resumed' | 'reconnected';

/**
 * Whoever watches the bot, such as its metrics. It is told what happened as it happens, and nothing that a member
 * typed; it must not throw.
 */
export interface BotObserver {
  answered(answer: Answered): void;
  /** Interactions are taken over HTTP from now on. */
  listening(): void;
  /** All shards of this process are up for the first time. */
  connected(): void;
  shardUp(shard: number, how: ShardStart): void;
  /** `code` is what the connection closed with, by Discord or by us. */
  shardLost(shard: number, code: number): void;
  /** How many sessions may still be started until Discord counts anew. */
  sessionStartsLeft(left: number): void;
  /** A request to Discord failed: by the status of its answer, or without one. */
  requestFailed(method: string, failure: number | 'timeout' | 'unreachable'): void;
}
