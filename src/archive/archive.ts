import path from 'node:path';
import type { Logger } from 'pino';
import { Analyses } from '../corpus/analyses.js';
import { Library } from '../library/library.js';
import { LiveLibrary, type Loaded, type Loading, type ReloadOutcome } from '../library/live.js';
import { messages } from '../messages/index.js';
import type { EngineRecorder } from '../search/engine-recorder.js';
import { Cluster, type ClusterSettings } from '../search/opensearch/cluster.js';
import { ingest, type Progress } from '../search/opensearch/ingest/ingest.js';
import { IngestRunningError } from '../search/opensearch/ingest/lock.js';
import { ChangedMeanwhileError } from '../search/opensearch/ingest/plan.js';
import { OpenSearchEngine } from '../search/opensearch/opensearch-engine.js';
import { type Revision, readRevision, servingBase, servingRevision } from '../search/opensearch/revision.js';
import { FoldedTexts } from '../verify/folded-texts.js';

/** How a corpus in a cluster is served. */
export interface ArchiveSettings extends ClusterSettings {
  /** The seeds folder that a reload puts in. */
  readonly seeds: string;
  /** How many revisions the cluster keeps. */
  readonly keep: number;
  readonly log: Logger;
  /** Is told of each request to the cluster. */
  readonly recorder?: EngineRecorder | undefined;
  /** Is told how each reload ended, and of each new revision that is served without one. */
  readonly onReload?: ((outcome: ReloadOutcome) => void) | undefined;
  /** How often is looked for a new revision, in milliseconds. */
  readonly watch?: number;
}

/** A reload that removes more than half of an archive is taken from another folder than it was made of. */
const MAY_REMOVE = 0.5;
/** A new revision is to be served within five seconds. */
const WATCH_MS = 2_000;
/** The words of an engine take memory that is given back with it; a million are of some million passages. */
const MOST_FORMS = 1_000_000;

/** A corpus in a cluster: what is served is the revision that the cluster serves, soon after it does. */
export class Archive {
  readonly live: LiveLibrary;
  readonly #timer: NodeJS.Timeout;
  #engine: OpenSearchEngine;
  #looking: Promise<void> | undefined;
  #isLost = false;

  private constructor(
    readonly cluster: Cluster,
    private readonly settings: ArchiveSettings,
    private base: string,
    library: Library,
    engine: OpenSearchEngine,
  ) {
    this.#engine = engine;
    this.live = new LiveLibrary(library, (loading) => this.#reload(loading), {
      onReload: settings.onReload,
      seeds: settings.seeds,
    });
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
    }, settings.watch ?? WATCH_MS);
    this.#timer.unref();
  }

  /**
   * The archive that a cluster serves.
   * @throws ClusterError where it cannot be served, also of `no corpus` where nothing was put in yet
   */
  static async open(settings: ArchiveSettings): Promise<Archive> {
    const cluster = Cluster.at(settings, settings.recorder);
    try {
      await cluster.checkVersion();
      const revision = await servingRevision(cluster);
      const { library, engine } = libraryOf(cluster, revision, undefined);
      return new Archive(cluster, settings, revision.base, library, engine);
    } catch (error) {
      await cluster.close();
      throw error;
    }
  }

  /** Looks for a new revision no more, and leaves the cluster. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.cluster.close();
  }

  /** True if the cluster answered when it was last asked. */
  get isAnswering(): boolean {
    return !this.#isLost;
  }

  async #look(): Promise<void> {
    try {
      await this.#follow();
      if (this.#isLost) this.settings.log.info('The cluster answers again');
      this.#isLost = false;
    } catch (error) {
      if (!this.#isLost) this.settings.log.warn({ err: error }, 'The cluster does not answer');
      this.#isLost = true;
    }
  }

  async #follow(): Promise<void> {
    const base = await servingBase(this.cluster);
    const isWorn = this.#engine.lexicon.size.forms > MOST_FORMS;
    if (base !== undefined && (base !== this.base || isWorn)) await this.#serve(base);
  }

  async #serve(base: string): Promise<void> {
    const revision = await readRevision(this.cluster, base);
    const { library, engine } = libraryOf(this.cluster, revision, this.live.serving.library);
    const { madeAt, madeBy } = revision.facts;
    this.base = base;
    this.#engine = engine;
    this.live.follow({ library, loadedAt: madeAt, loadedBy: madeBy });
    this.settings.log.info({ revision: library.revision, base }, 'Serving another revision');
  }

  async #reload({ by }: Loading): Promise<Loaded> {
    const { seeds, keep, log } = this.settings;
    try {
      const heard = logged(log);
      const made = await ingest(this.cluster, { roots: [seeds], keep, by, heard, mayRemove: MAY_REMOVE });
      if (made.kind === 'faulty') return { faults: made.faults };
      // A look that began before may have seen what served then.
      await this.#looking;
      await this.#follow();
      return { library: this.live.serving.library, changes: made };
    } catch (error) {
      if (error instanceof ChangedMeanwhileError) {
        return { faults: [{ file: path.join(seeds, error.file), line: 1, ...messages.archive.changed }] };
      }
      if (error instanceof IngestRunningError) return { running: true };
      throw error;
    }
  }
}

function libraryOf(
  cluster: Cluster,
  revision: Revision,
  previous: Library | undefined,
): { library: Library; engine: OpenSearchEngine } {
  const analyses = previous?.analyses ?? new Analyses();
  const texts = previous?.texts ?? new FoldedTexts();
  const engine = new OpenSearchEngine(cluster, revision, analyses);
  return { library: new Library({ revision: revision.facts.revision, engine, analyses, texts }), engine };
}

/** Logs each step of an ingest once. */
function logged(log: Logger): (progress: Progress) => void {
  let last: string | undefined;
  return ({ step, of }) => {
    if (step === last) return;
    last = step;
    log.info({ step, of }, 'Putting documents into the cluster');
  };
}
