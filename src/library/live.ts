import type { Document } from '../corpus/document.js';
import type { Fault } from '../corpus/fault.js';
import type { Library } from './library.js';
import type { LoadOptions, LoadResult } from './load.js';

/** The corpus that serves, and how it came to. */
export interface Serving {
  readonly library: Library;
  /** Milliseconds since the epoch. */
  readonly loadedAt: number;
  /** The name of the moderator who had it loaded; undefined where the program's start did. */
  readonly loadedBy: string | undefined;
}

/** The files that tell one corpus from another. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export type ReloadResult =
  | { readonly kind: 'reloaded'; readonly serving: Serving; readonly changes: Changes; readonly took: number }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'running' };

/**
 * The corpus that answers now. A reload builds another aside and swaps it in whole; until then, and when it
 * fails, the old one serves. Whoever answers takes `serving` once and keeps to it.
 */
export class LiveLibrary {
  #serving: Serving;
  #reloading = false;

  constructor(
    library: Library,
    private readonly load: (options: LoadOptions) => Promise<LoadResult>,
  ) {
    this.#serving = { library, loadedAt: Date.now(), loadedBy: undefined };
  }

  get serving(): Serving {
    return this.#serving;
  }

  /**
   * Reads the seeds again on behalf of `by`, `full` for those files too that look as they did. Only one reload runs at a time; a second is told so.
   * `took` is in milliseconds. Rejects only where loading itself breaks, and then the old corpus serves on.
   */
  async reload(by: string, full = false): Promise<ReloadResult> {
    if (this.#reloading) return { kind: 'running' };
    this.#reloading = true;
    const began = performance.now();
    try {
      const result = await this.load({ previous: this.#serving.library, full });
      if ('faults' in result) return { kind: 'faulty', faults: result.faults };
      const changes = changesBetween(this.#serving.library, result.library);
      this.#serving = { library: result.library, loadedAt: Date.now(), loadedBy: by };
      return { kind: 'reloaded', serving: this.#serving, changes, took: performance.now() - began };
    } finally {
      this.#reloading = false;
    }
  }
}

function changesBetween(before: Library, after: Library): Changes {
  const [old, now] = [byFile(before), byFile(after)];
  const files = (documents: Iterable<Document>) => [...documents].map(({ file }) => file);
  return {
    added: files(now.values()).filter((file) => !old.has(file)),
    changed: files(now.values()).filter((file) => {
      const [was, is] = [old.get(file), now.get(file)];
      // What has not changed was taken over as it is, as a rule.
      if (!was || !is || was === is) return false;
      return was.sha256 !== is.sha256 || JSON.stringify(was.source) !== JSON.stringify(is.source);
    }),
    removed: files(old.values()).filter((file) => !now.has(file)),
  };
}

function byFile(library: Library): Map<string, Document> {
  return new Map(library.documents.map((document) => [document.file, document]));
}
