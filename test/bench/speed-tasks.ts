import type { Inputs } from './inputs.js';
import type { Memory } from './measure.js';

/** What one process measures, so that no heap and no warm code of another weighs on it. */
export type Task =
  | { readonly kind: 'minisearch' | 'fts5'; readonly folder: string; readonly inputs?: Inputs }
  | {
      readonly kind: 'verbatim';
      readonly folder: string;
      /** The topic of the first answer. */
      readonly topic: string;
      /** Where given, answers are measured after the start, and reloads after them; else /compare without a topic. */
      readonly inputs?: Inputs;
    };

/** What is measured one call after the other. */
export const CALLS = ['quote', 'ask', 'verify', 'altered', 'compare', 'compareAll', 'suggest'] as const;
export type CallName = (typeof CALLS)[number];

/** Times of calls in milliseconds, and how many ended as no answer (refused, given up, or failed). */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly unanswered: number;
}
export type AllTimes = Partial<Record<CallName, Times>>;

/** A start to the first answer, or an index built: processor time and wall time in milliseconds, bytes then held. */
export interface StartFigures {
  readonly cpu: number;
  /** With what is done after the first answer by itself. */
  readonly cpuToRest: number;
  readonly wall: number;
  /** Milliseconds for which nothing else could be done, at most. */
  readonly held: number;
  readonly memory: Memory;
}

/** A reload to the first answer: processor time in milliseconds, bytes more while it went on, and after it. */
export interface ReloadFigures {
  readonly cpu: number;
  readonly held: number;
  readonly peak: Memory;
  readonly kept: Memory;
}

/** What a process measured; undefined for FTS5 where this Node.js has none. */
export interface Measured {
  readonly start?: StartFigures;
  readonly times?: AllTimes;
  /** Milliseconds of the first /compare without a topic, where nothing but the start was before it. */
  readonly comparedFirst?: number;
  readonly reloadOne?: ReloadFigures;
  readonly reloadAll?: ReloadFigures;
}
