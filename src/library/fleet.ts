import type { Shards } from '../shards.js';

/** How a reload went in one process, and the revision that it serves since. */
export type ProcessReload =
  | { readonly kind: 'reloaded'; readonly revision: string }
  /** The documents have faults, each as a line, and the previous ones serve on. */
  | { readonly kind: 'faulty'; readonly revision: string; readonly faults: readonly string[] }
  /** Loading broke, and the previous documents serve on; the log of that process has why. */
  | { readonly kind: 'broken'; readonly revision: string }
  | Unheard;

/** What one process serves. */
export type ProcessState = { readonly kind: 'serving'; readonly revision: string } | Unheard;

/** A process that said nothing: it is not running and will read the documents when it starts, or it did not answer in time. */
export interface Unheard {
  readonly kind: 'down' | 'silent';
}

/** What was heard of a process, by its number, counted from 1. */
export type Heard<T> = T & { readonly process: number };

/** The processes that serve one bot, each from documents that it has read itself. */
export interface Fleet {
  /** The number of this process, counted from 1. */
  readonly process: number;
  /** How many there are on this machine, this one among them. */
  readonly size: number;
  /** The shards of this process. */
  readonly shards: Shards;
  /** The shards of all processes on this machine. Others are out of reach. */
  readonly reached: Shards;
  /** Has all processes but this one read the documents again on behalf of `by`, in order of their numbers. Never rejects. */
  reload(by: string, full: boolean): Promise<readonly Heard<ProcessReload>[]>;
  /** What all processes but this one serve, in order of their numbers. Never rejects. */
  states(): Promise<readonly Heard<ProcessState>[]>;
}

/** A process that is the only one on its machine. */
export function loneProcess(shards: Shards): Fleet {
  const none = () => Promise.resolve([]);
  return { process: 1, size: 1, shards, reached: shards, reload: none, states: none };
}
