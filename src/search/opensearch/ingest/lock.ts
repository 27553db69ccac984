import { randomUUID } from 'node:crypto';
import type { Cluster } from '../cluster.js';
import { ClusterError } from '../cluster-error.js';

/** The one record in the index of the lock. */
const RECORD = 'ingest';
/** Of an ingest: what was killed keeps others out for half a minute, and a cluster that is slow for a while ends nothing. */
export const LOCK_TIMES: LockTimes = { holds: 30_000, renewed: 5_000 };
/** What stands for the end of a lock that was given back. */
const GIVEN_BACK = 0;
/** How long writing it may take, in milliseconds. */
const TIMEOUT_MS = 15_000;

/** For how long a lock holds that nobody renews, and how often it is renewed, in milliseconds. */
export interface LockTimes {
  readonly holds: number;
  readonly renewed: number;
}

/** What the lock's record says. */
interface Held {
  readonly holder: string;
  /** In milliseconds since the epoch, by the holder's clock. */
  readonly until: number;
  /** How often it was renewed: whoever waits for it sees by this that it is alive, whatever clocks say. */
  readonly renewed: number;
  /** The base of the indices that are being filled; kept when the holder is gone, so that they can be filled on. */
  readonly base?: string | undefined;
}

interface Got {
  readonly found: boolean;
  readonly _source?: Held;
  readonly _seq_no?: number;
  readonly _primary_term?: number;
}

/** What is told to whoever comes second. */
export class IngestRunningError extends Error {
  override readonly name = 'IngestRunningError';
}

/** The right to put documents into a cluster, which one process has at a time and a killed one does not keep. */
export class IngestLock {
  readonly #timer: NodeJS.Timeout;
  #held: Held;
  #version: Version;
  #renewing: Promise<unknown> = Promise.resolve();
  #lost: Error | undefined;

  private constructor(
    private readonly cluster: Cluster,
    private readonly times: LockTimes,
    held: Held,
    version: Version,
  ) {
    this.#held = held;
    this.#version = version;
    this.#timer = setInterval(() => void this.#change({}), times.renewed);
    this.#timer.unref();
  }

  /**
   * Takes the lock. Of one that has run out, or that lasts longer than it can, it is seen first that nobody renews it,
   * since clocks differ.
   * @throws IngestRunningError where another holds it
   */
  static async take(cluster: Cluster, times = LOCK_TIMES): Promise<IngestLock> {
    const found = await read(cluster);
    const before = found?._source;
    if (before && before.until !== GIVEN_BACK) {
      const left = before.until - Date.now();
      if (left > 0 && left <= times.holds) throw new IngestRunningError('Another ingest is running');
      await unmoved(cluster, found, times, left > 0 ? times.holds : 2 * times.renewed);
    }
    const held: Held = {
      holder: randomUUID(),
      until: Date.now() + times.holds,
      renewed: 0,
      ...(before?.base !== undefined && { base: before.base }),
    };
    const version = await write(cluster, held, versionOf(found));
    if (!version) throw new IngestRunningError('Another ingest has just begun');
    return new IngestLock(cluster, times, held, version);
  }

  /** The base of indices that an ingest did not finish. */
  get unfinished(): string | undefined {
    return this.#held.base;
  }

  /**
   * Says which indices are being filled; undefined once they are whole.
   * @throws ClusterError where the cluster does not take it, IngestRunningError where the lock was lost
   */
  async fill(base: string | undefined): Promise<void> {
    const error = await this.#change({ base });
    if (error) throw error;
  }

  /** @throws IngestRunningError where the lock was lost, so that another may be filling the same indices. */
  check(): void {
    if (this.#lost) throw this.#lost;
  }

  /** Gives the lock back. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#change({}, () => GIVEN_BACK);
  }

  /** Writes the lock anew, one after the other; what went wrong, if anything did. */
  #change(change: Partial<Held>, until = () => Date.now() + this.times.holds): Promise<Error | undefined> {
    const changing = this.#renewing.then(() => this.#renew(change, until()));
    this.#renewing = changing;
    return changing;
  }

  async #renew(change: Partial<Held>, until: number): Promise<Error | undefined> {
    if (this.#lost) return this.#lost;
    const { base, ...rest } = { ...this.#held, ...change };
    const held = { ...rest, until, renewed: this.#held.renewed + 1, ...(base !== undefined && { base }) };
    try {
      this.#version = await this.#write(held);
      this.#held = held;
      return undefined;
    } catch (error) {
      // A cluster that does not answer for a while is asked again, as long as the lock holds.
      if (!(error instanceof ClusterError) || this.#held.until < Date.now()) this.#lost = error as Error;
      return error as Error;
    }
  }

  async #write(held: Held): Promise<Version> {
    const version = await write(this.cluster, held, this.#version);
    if (version) return version;
    // An answer may have been late to what was written all the same.
    const found = await read(this.cluster);
    const again =
      found?._source?.holder === held.holder && (await write(this.cluster, held, versionOf(found)));
    if (!again) throw new IngestRunningError('Another ingest took over');
    return again;
  }
}

function read(cluster: Cluster): Promise<Got | undefined> {
  return cluster.request<Got | undefined>('administer', {
    method: 'GET',
    path: `/${cluster.name}-lock/_doc/${RECORD}`,
    maybe: true,
  });
}

/** Waits for so many milliseconds. @throws IngestRunningError where somebody writes the record meanwhile */
async function unmoved(
  cluster: Cluster,
  found: Got | undefined,
  { renewed }: LockTimes,
  milliseconds: number,
): Promise<void> {
  for (let waited = 0; waited < milliseconds; waited += renewed) {
    await new Promise((resolve) => setTimeout(resolve, renewed));
    if ((await read(cluster))?._seq_no !== found?._seq_no) {
      throw new IngestRunningError('Another ingest is running');
    }
  }
}

/** Which state of the record it is; undefined where there is none. */
interface Version {
  readonly seq: number;
  readonly term: number;
}

function versionOf(found: Got | undefined): Version | undefined {
  return found?.found ? { seq: found._seq_no ?? 0, term: found._primary_term ?? 0 } : undefined;
}

/** Writes the record where it is still as it was found; undefined where somebody else wrote it meanwhile. */
async function write(
  cluster: Cluster,
  held: Held,
  before: Version | undefined,
): Promise<Version | undefined> {
  try {
    const written = await cluster.request<{ _seq_no: number; _primary_term: number }>('administer', {
      method: 'PUT',
      path: `/${cluster.name}-lock/_doc/${RECORD}`,
      query: before ? { if_seq_no: before.seq, if_primary_term: before.term } : { op_type: 'create' },
      body: held,
      // Never sent twice: the second would find what the first wrote.
      timeout: TIMEOUT_MS,
    });
    return { seq: written._seq_no, term: written._primary_term };
  } catch (error) {
    if (error instanceof ClusterError && error.fault === 'conflict') return undefined;
    throw error;
  }
}
