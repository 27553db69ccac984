import { setTimeout } from 'node:timers/promises';
import type { Cluster } from '../cluster.js';
import { ClusterError, type ClusterFault } from '../cluster-error.js';

/** How much goes into one request, in UTF-16 code units, and how many requests are under way at once. */
const PORTION = 4 * 2 ** 20;
const UNDER_WAY = 2;
/** How long a request may take, and how long is waited before one that was refused is sent again, in milliseconds. */
const TIMEOUT_MS = 120_000;
const FIRST_WAIT_MS = 500;
/** How often it is sent again, each time after twice as long. */
const TRIES = 7;
/** These pass by themselves. */
const PASSING: ReadonlySet<ClusterFault> = new Set(['overloaded', 'unreachable', 'late']);

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: readonly Record<string, { readonly status: number; readonly error?: { type?: string } }>[];
}

/** Puts records into indices, many at a time, in bounded memory. */
export class Bulk {
  #lines: string[] = [];
  #size = 0;
  readonly #underWay = new Set<Promise<void>>();
  #failure: unknown;

  constructor(
    private readonly cluster: Cluster,
    private readonly waitFor: (milliseconds: number) => Promise<void> = setTimeout,
  ) {}

  /** Puts one record into an index; resolves when there is room for the next. */
  async put(index: string, id: string, record: object): Promise<void> {
    const lines = [JSON.stringify({ index: { _index: index, _id: id } }), JSON.stringify(record)];
    this.#lines.push(...lines);
    for (const line of lines) this.#size += line.length;
    if (this.#size >= PORTION) await this.#send();
  }

  /** Resolves when all that was put is in. */
  async done(): Promise<void> {
    await this.#send();
    await Promise.all(this.#underWay);
    this.#check();
  }

  async #send(): Promise<void> {
    while (this.#underWay.size >= UNDER_WAY) await Promise.race(this.#underWay);
    this.#check();
    if (this.#lines.length === 0) return;
    const lines = this.#lines;
    this.#lines = [];
    this.#size = 0;
    const sending = this.#sendLines(lines)
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  #check(): void {
    if (this.#failure) throw this.#failure;
  }

  async #sendLines(lines: readonly string[]): Promise<void> {
    let left = lines;
    for (let attempt = 0; left.length > 0; attempt++) {
      try {
        left = await this.#try(left);
        if (left.length === 0) return;
        throw new ClusterError('overloaded', 'Records were refused');
      } catch (error) {
        if (!(error instanceof ClusterError) || !PASSING.has(error.fault) || attempt + 1 >= TRIES)
          throw error;
      }
      await this.waitFor(FIRST_WAIT_MS * 2 ** attempt);
    }
  }

  /** The lines that were refused for now. */
  async #try(lines: readonly string[]): Promise<string[]> {
    const { errors, items } = await this.cluster.request<BulkAnswer>('write', {
      method: 'POST',
      path: '/_bulk',
      lines,
      timeout: TIMEOUT_MS,
    });
    if (!errors) return [];
    return items.flatMap((item, at) => {
      const { status, error } = item.index ?? { status: 0 };
      if (!error) return [];
      const isBlocked = error.type === 'cluster_block_exception';
      // Without its first copy for now, as after a node was lost, a shard takes nothing.
      if (!isBlocked && (status === 429 || status === 503)) return lines.slice(at * 2, at * 2 + 2);
      const fault = isBlocked ? (status === 429 ? 'full' : 'read-only') : 'other';
      throw new ClusterError(fault, `A record was refused: ${error.type}`);
    });
  }
}
