import { z } from 'zod';
import type { ProcessReload, ProcessState } from '../library/fleet.js';

/** What a process asks of the others. */
export type Ask =
  | { readonly about: 'reload'; readonly by: string; readonly full: boolean }
  | { readonly about: 'state' };

/** What a process says to such an ask. */
export type Told = ProcessReload | ProcessState;

/** What a process says to the one that started it. */
export type ToManager =
  /** It answers on Discord. */
  | { readonly kind: 'ready' }
  /** It ends since Discord does not let it in, and will not however often it is tried. */
  | { readonly kind: 'refused' }
  /** One of its shards wants to identify itself; `id` is the process's own. */
  | { readonly kind: 'identify'; readonly id: number; readonly shard: number }
  /** … has done so. */
  | { readonly kind: 'identified'; readonly id: number }
  /** … or no longer wants to. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** It asks all the others. */
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  /** It says something to an ask that it was handed. */
  | { readonly kind: 'tell'; readonly id: number; readonly told: Told };

/** What is said to a process by the one that started it. */
export type ToProcess =
  /** The shard may identify itself now. */
  | { readonly kind: 'identify'; readonly id: number }
  /** Another process asks; `id` is the manager's. */
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  /** What the others said, by their numbers. */
  | { readonly kind: 'heard'; readonly id: number; readonly heard: readonly (Told & { process: number })[] };

const shards = z.strictObject({ first: z.int(), last: z.int(), of: z.int() });

/** What a process is told of itself when it is started: the argument after `--child`, as JSON. */
export const placeSchema = z.strictObject({
  /** Its number, counted from 1. */
  process: z.int(),
  size: z.int(),
  shards,
  reached: shards,
});

/** The place of a process among those of its machine. */
export type Place = z.infer<typeof placeSchema>;
