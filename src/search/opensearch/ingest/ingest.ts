import type { Fault } from '../../../corpus/fault.js';
import { SeedReader } from '../../../corpus/seed-folder.js';
import { readAs } from '../../../languages/index.js';
import { messages } from '../../../messages/index.js';
import { createPace, type Pace } from '../../../text/pace.js';
import type { Cluster } from '../cluster.js';
import { ClusterError } from '../cluster-error.js';
import { FORMAT, indexNames } from '../indices.js';
import { type Revision, type RevisionFacts, readRevision, servingBase } from '../revision.js';
import { Bulk } from './bulk.js';
import { copyOthers } from './copy.js';
import { countedWithout } from './count-out.js';
import { fill, putVocabulary } from './fill.js';
import { type KnownDocument, knownDocuments } from './known-documents.js';
import { IngestLock, type LockTimes } from './lock.js';
import { type Plan, type PlannedDocument, planFor, readPlanned } from './plan.js';
import {
  baseOf,
  hasIndices,
  makeIndices,
  newBase,
  refresh,
  removeBase,
  removeOld,
  serve,
} from './revisions.js';
import { WordCounts } from './word-counts.js';

/** What an ingest is about. */
export interface IngestOptions {
  /** The seeds folders. */
  readonly roots: readonly string[];
  /** How many revisions are kept, the one that serves among them: at least 1. */
  readonly keep: number;
  /**
   * The largest share of the documents that serve which may be removed, 0 to 1: all where it is not given. Whoever
   * reloads from another folder than the archive was made of would remove the archive.
   */
  readonly mayRemove?: number | undefined;
  /** Who asked for it. */
  readonly by?: string | undefined;
  readonly heard?: ((progress: Progress) => void) | undefined;
  readonly pace?: Pace | undefined;
  /** How long the lock holds, if not as it usually does. */
  readonly lock?: LockTimes | undefined;
}

/** How far an ingest has come. */
export interface Progress {
  readonly step: 'reading' | 'copying' | 'writing' | 'checking';
  /** How many files were read, or documents put in, and of how many. */
  readonly done: number;
  readonly of: number;
  /** How many passages were put in by this process. */
  readonly passages: number;
}

/** What came of an ingest. */
export type Ingested =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | ({ readonly kind: 'same' | 'made'; readonly facts: RevisionFacts } & Pick<
      Plan,
      'added' | 'changed' | 'removed' | 'warnings'
    >);

/**
 * Makes what stands in some folders the corpus of a cluster: only what changed is put in, what was begun and not
 * finished is gone on with, and the revision that serves goes on serving until the next is whole.
 * @throws IngestRunningError where another ingest is running, ClusterError where the cluster does not do its part
 */
export async function ingest(cluster: Cluster, options: IngestOptions): Promise<Ingested> {
  const lock = await IngestLock.take(cluster, options.lock);
  try {
    return await new Ingest(cluster, lock, options).run();
  } finally {
    await lock.release();
  }
}

class Ingest {
  readonly #pace: Pace;
  readonly #heard: (progress: Progress) => void;
  #passages = 0;

  constructor(
    private readonly cluster: Cluster,
    private readonly lock: IngestLock,
    private readonly options: IngestOptions,
  ) {
    this.#pace = options.pace ?? createPace();
    this.#heard = options.heard ?? (() => {});
  }

  async run(): Promise<Ingested> {
    const previous = await this.#previous();
    const known = previous
      ? await knownDocuments(this.cluster, previous.names.documents)
      : new Map<string, KnownDocument>();
    const plan = await planFor(this.options.roots, known, {
      pace: this.#pace,
      heard: (done, of) => this.#tell('reading', done, of),
    });
    if ('faults' in plan) return { kind: 'faulty', faults: plan.faults };
    const { added, changed, removed, warnings } = plan;
    if (removed.length > known.size * (this.options.mayRemove ?? 1)) {
      const file = this.options.roots.join(', ');
      const removes = messages.archive.removesMost(removed.length, known.size);
      return { kind: 'faulty', faults: [{ file, line: 1, ...removes }] };
    }
    const isSame = added.length + changed.length + removed.length === 0;
    if (previous && isSame && plan.revision === previous.facts.revision) {
      return { kind: 'same', facts: previous.facts, added, changed, removed, warnings };
    }
    const facts = await this.#make(plan, previous);
    return { kind: 'made', facts, added, changed, removed, warnings };
  }

  /** The revision that serves, if this program can read it. */
  async #previous(): Promise<Revision | undefined> {
    const base = await servingBase(this.cluster);
    if (base === undefined) return undefined;
    try {
      return await readRevision(this.cluster, base);
    } catch (error) {
      if (error instanceof ClusterError && error.fault === 'no corpus') return undefined;
      throw error;
    }
  }

  async #make(plan: Plan, previous: Revision | undefined): Promise<RevisionFacts> {
    const { cluster, lock } = this;
    const same = plan.documents.filter(({ isSame }) => isSame);
    const other = plan.documents.filter(({ isSame }) => !isSame);
    const begun = await this.#begun(plan);
    const base = begun?.base ?? newBase(cluster, plan.revision);
    const names = indexNames(base);
    if (!begun) {
      await lock.fill(base);
      await makeIndices(cluster, base, this.#expected(plan, previous));
    }
    const isCopied = same.every(({ file }) => begun?.files.has(file));
    if (previous && same.length > 0 && !isCopied) {
      this.#tell('copying', 0, same.length);
      await copyOthers(
        cluster,
        previous.names,
        names,
        plan.gone.map(({ id }) => id),
      );
    }
    const counts =
      previous && same.length > 0 ? await countedWithout(cluster, previous, plan.gone) : new WordCounts();
    const bulk = new Bulk(cluster);
    let put = 0;
    const reader = new SeedReader();
    const toPut = other.map((one) => ({ ...one, read: () => readPlanned(one, reader) }));
    await fill(toPut, {
      bulk,
      names,
      counts,
      pace: this.#pace,
      done: begun?.files ?? new Set(),
      check: () => lock.check(),
      heard: (passages) => {
        this.#passages += passages;
        this.#tell('writing', ++put, other.length);
      },
    }).finally(() => reader.close());
    this.#tell('checking', 0, 1);
    const words = await putVocabulary(counts, outletsIn(plan.documents), { bulk, names, pace: this.#pace });
    await refresh(cluster, names);
    const facts = factsOf(plan, counts, this.options.by);
    lock.check();
    await this.#serve(base, facts, words);
    await removeOld(cluster, base, this.options.keep);
    this.#tell('checking', 1, 1);
    return facts;
  }

  /** Has what was made serve; what is not whole is given up, since nothing would make it so. */
  async #serve(base: string, facts: RevisionFacts, words: number): Promise<void> {
    const { cluster, lock } = this;
    try {
      // Whoever took over meanwhile is not to be overruled.
      await serve(cluster, base, facts, words, () => lock.fill(base));
    } catch (error) {
      if (error instanceof ClusterError && error.fault === 'damaged') {
        await lock.fill(undefined);
        await removeBase(cluster, base);
      }
      throw error;
    }
    await lock.fill(undefined);
  }

  /** What an ingest left that was not finished and is of the same plan; what is of another is removed. */
  async #begun(plan: Plan): Promise<{ base: string; files: ReadonlySet<string> } | undefined> {
    const { cluster, lock } = this;
    const base = lock.unfinished;
    // What was killed after it had its indices serve left nothing unfinished.
    if (base === undefined || base === (await servingBase(cluster))) return undefined;
    const isOfRevision = base.startsWith(baseOf(cluster, plan.revision));
    const found = isOfRevision ? await this.#documentsIn(base) : undefined;
    const planned = new Map(plan.documents.map((one) => [one.file, one]));
    const isOfPlan = [...(found ?? [])].every(([file, { fingerprint, order }]) => {
      const one = planned.get(file);
      return one?.fingerprint === fingerprint && one.order === order;
    });
    if (found && isOfPlan) return { base, files: new Set(found.keys()) };
    await removeBase(cluster, base);
    return undefined;
  }

  /** The documents in indices that were not finished; undefined where these are not there, or cannot be read whole. */
  async #documentsIn(base: string): Promise<Map<string, KnownDocument> | undefined> {
    const { cluster } = this;
    if (!(await hasIndices(cluster, base))) return undefined;
    const names = indexNames(base);
    try {
      await refresh(cluster, names);
      return await knownDocuments(cluster, names.documents);
    } catch (error) {
      if (error instanceof ClusterError && error.fault === 'in part') return undefined;
      throw error;
    }
  }

  /** How many passages there will be, about: as many for each file as there were, or as an article has. */
  #expected(plan: Plan, previous: Revision | undefined): number {
    const { documents = 0, passages = 0 } = previous?.facts ?? {};
    const each = documents > 0 ? passages / documents : PASSAGES_OF_AN_ARTICLE;
    return plan.documents.length * each;
  }

  #tell(step: Progress['step'], done: number, of: number): void {
    this.#heard({ step, done, of, passages: this.#passages });
  }
}

/** Of 150 articles of three outlets. */
const PASSAGES_OF_AN_ARTICLE = 16;

/** The outlets that are stated, in the order in which their documents come. */
function outletsIn(documents: readonly PlannedDocument[]): string[] {
  return [...new Set(documents.flatMap(({ seed }) => seed.source.outlet ?? []))];
}

function factsOf(plan: Plan, counts: WordCounts, by: string | undefined): RevisionFacts {
  const { documents } = plan;
  return {
    format: FORMAT,
    revision: plan.revision,
    documents: counts.documents,
    passages: counts.passages,
    length: counts.length,
    languages: [...new Set(documents.map(({ seed }) => readAs(seed.source.language)))],
    tellers:
      outletsIn(documents).length + documents.filter(({ seed }) => seed.source.outlet === undefined).length,
    statesAllOutlets: documents.every(({ seed }) => seed.source.outlet !== undefined),
    madeAt: Date.now(),
    ...(by !== undefined && { madeBy: by }),
  };
}
