import type { Fault } from '../corpus/fault.js';
import type { Changes } from './changes.js';
import type { Fleet } from './fleet.js';
import type { Library } from './library.js';

/** The corpus that serves, and how it came to. */
export interface Serving {
  readonly library: Library;
  /** Milliseconds since the epoch. */
  readonly loadedAt: number;
  /** The name of the moderator who had it loaded; undefined where the program's start did. */
  readonly loadedBy: string | undefined;
}

/** Another library, and what tells it from the one before; or everything that keeps it from being one. */
export type Loaded =
  | { readonly library: Library; readonly changes: Changes }
  | { readonly faults: readonly Fault[] }
  /** Another process is loading it. */
  | { readonly running: true };

/** How a library is loaded again. */
export interface Loading {
  /** The library before, of which what has not changed is taken over. */
  readonly previous: Library;
  /** True to read every file, those too that look as they did. */
  readonly full: boolean;
  /** On whose behalf. */
  readonly by: string;
}

export type ReloadResult =
  | { readonly kind: 'reloaded'; readonly serving: Serving; readonly changes: Changes; readonly took: number }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'running' };

/** How a reload ended: `failed` where loading itself broke, `followed` where another process had done it. */
export type ReloadOutcome = ReloadResult['kind'] | 'failed' | 'followed';

/** What a corpus that answers has to do with others. */
export interface LiveLinks {
  /** Is told how each reload ended, and of what was loaded elsewhere. */
  readonly onReload?: ((outcome: ReloadOutcome) => void) | undefined;
  readonly fleet?: Fleet | undefined;
  /** The folder in which moderators may change the documents; without it, nobody can. */
  readonly seeds?: string | undefined;
}

/**
 * The corpus that answers now. A reload builds another aside and swaps it in whole; until then, and when it
 * fails, the old one serves. Whoever answers takes `serving` once and keeps to it.
 */
export class LiveLibrary {
  #serving: Serving;
  /** A reload, or a change of the documents with one. */
  #reloading: Promise<unknown> | undefined;
  readonly #onReload: (outcome: ReloadOutcome) => void;
  readonly #onServing = new Set<(serving: Serving) => void>();
  /** The other processes that serve the same bot, each what it has read itself; undefined where there are none. */
  readonly fleet: Fleet | undefined;
  /** The folder in which moderators may change the documents; undefined where nobody can. */
  readonly seeds: string | undefined;

  constructor(
    library: Library,
    private readonly load: (loading: Loading) => Promise<Loaded>,
    { onReload = () => {}, fleet, seeds }: LiveLinks = {},
  ) {
    this.#serving = { library, loadedAt: Date.now(), loadedBy: undefined };
    this.#onReload = onReload;
    this.fleet = fleet;
    this.seeds = seeds;
  }

  get serving(): Serving {
    return this.#serving;
  }

  /** Has `heard` called with what is served from now on, each time that it is of another revision. */
  onRevision(heard: (serving: Serving) => void): void {
    this.#onServing.add(heard);
  }

  #serve(serving: Serving): void {
    const isNew = serving.library.revision !== this.#serving.library.revision;
    this.#serving = serving;
    if (isNew) for (const heard of this.#onServing) heard(serving);
  }

  /** Serves what was loaded elsewhere. */
  follow(serving: Serving): void {
    const isNew = serving.library.revision !== this.#serving.library.revision;
    this.#serve(serving);
    // What a reload of our own puts in is told of when that ends.
    if (isNew && !this.#reloading) this.#onReload('followed');
  }

  /**
   * Reads the seeds again on behalf of `by`, `full` for those files too that look as they did. Only one reload runs at a time; a second is told so.
   * `took` is in milliseconds. Rejects only where loading itself breaks, and then the old corpus serves on.
   */
  async reload(by: string, full = false): Promise<ReloadResult> {
    return this.#told(() => this.#reloadAlone(by, full));
  }

  /** The same, but a reload that runs is waited for, since it may have begun before the files were as they are. */
  async reloadInTurn(by: string, full = false): Promise<ReloadResult> {
    while (this.#reloading) await this.#reloading.catch(() => {});
    return this.reload(by, full);
  }

  /**
   * Runs `work` while nothing else reloads: what runs is waited for. `work` is given a reload of its own, which is on behalf of
   * `by` and reads no file that looks as it did.
   */
  async inTurn<Result>(
    by: string,
    work: (reload: () => Promise<ReloadResult>) => Promise<Result>,
  ): Promise<Result> {
    while (this.#reloading) await this.#reloading.catch(() => {});
    return this.#alone(() => work(() => this.#told(() => this.#reload(by, false))));
  }

  async #reloadAlone(by: string, full: boolean): Promise<ReloadResult> {
    return this.#reloading ? { kind: 'running' } : this.#alone(() => this.#reload(by, full));
  }

  async #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const working = work();
    this.#reloading = working;
    try {
      return await working;
    } finally {
      this.#reloading = undefined;
    }
  }

  async #told(reload: () => Promise<ReloadResult>): Promise<ReloadResult> {
    let outcome: ReloadOutcome = 'failed';
    try {
      const result = await reload();
      outcome = result.kind;
      return result;
    } finally {
      this.#onReload(outcome);
    }
  }

  async #reload(by: string, full: boolean): Promise<ReloadResult> {
    const began = performance.now();
    const result = await this.load({ previous: this.#serving.library, full, by });
    if ('running' in result) return { kind: 'running' };
    if ('faults' in result) return { kind: 'faulty', faults: result.faults };
    this.#serve({ library: result.library, loadedAt: Date.now(), loadedBy: by });
    return {
      kind: 'reloaded',
      serving: this.#serving,
      changes: result.changes,
      took: performance.now() - began,
    };
  }
}
