import type { Fault } from '../corpus/fault.js';
import { readSeeds } from '../corpus/seeds.js';
import type { Embeddings } from '../embeddings/embeddings.js';
import { createPace } from '../text/pace.js';
import { type Changes, changesBetween } from './changes.js';
import { EmbeddedLibrary } from './embedded-library.js';
import type { Library } from './library.js';

/** A whole library and what tells it from the one before, or everything that keeps the folder from being one. */
export type LoadResult =
  | { readonly library: EmbeddedLibrary; readonly changes: Changes }
  | { readonly faults: readonly Fault[] };

/** How a library is loaded. */
export interface LoadOptions {
  /** The library before, of which what has not changed is taken over. */
  readonly previous?: Library | undefined;
  /** True to read every file, those too that look as they did. */
  readonly full?: boolean | undefined;
  /** What the library's passages are embedded with, which goes on after it is loaded. */
  readonly embeddings?: Embeddings | undefined;
  /** Is told before each file is read how many of all that is, counted from 1. */
  readonly onRead?: ((done: number, all: number) => void) | undefined;
}

/**
 * Reads, checks and indexes the seeds folder `root`. All faults are collected before it gives up. It rests
 * often, so that a bot that is answering meanwhile goes on answering.
 */
export async function loadLibrary(
  root: string,
  { previous: before, full, embeddings, onRead }: LoadOptions = {},
): Promise<LoadResult> {
  const previous = before instanceof EmbeddedLibrary ? before : undefined;
  const pace = createPace();
  const seeds = await readSeeds(root, { previous: previous?.memory, full, pace, onRead });
  if ('faults' in seeds) return seeds;
  const library = await EmbeddedLibrary.build(seeds, previous, pace, embeddings);
  void embeddings?.prepare(library.passages);
  return { library, changes: changesBetween(previous?.documents ?? [], library.documents) };
}
