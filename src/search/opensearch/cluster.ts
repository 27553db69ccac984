import { readFileSync } from 'node:fs';
import { type ApiResponse, Client, type Connection, errors } from '@opensearch-project/opensearch';
import type {
  TransportRequestOptions,
  TransportRequestPromise,
} from '@opensearch-project/opensearch/lib/Transport.js';
import { itemAt } from '../../text/entry.js';
import type { EngineRecorder, RequestKind } from '../engine-recorder.js';
import { ClusterError } from './cluster-error.js';
import { faultOf } from './fault-of.js';
import { type Attempt, Hedge, WHOLE_MS } from './hedge.js';
import { checked, type SearchRequest, type SearchResponse } from './search-request.js';

/** How a cluster is reached. */
export interface ClusterSettings {
  /** The addresses of its nodes, with the user and the password where it wants them. */
  readonly nodes: readonly URL[];
  /** The file of a certificate authority that signed its certificates, in PEM. */
  readonly ca?: string | undefined;
  /** What the names of all indices begin with. */
  readonly name?: string | undefined;
}

/** A request of OpenSearch's REST API. */
export interface ClusterRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>> | undefined;
  readonly body?: object | string | undefined;
  /** Several objects, a line each. */
  readonly lines?: readonly string[] | undefined;
  /** In milliseconds; what takes long by nature is tried once. */
  readonly timeout?: number | undefined;
  /** What is other where certain copies of shards are to be asked; only of what reads. */
  readonly copies?: (copy: string) => Pick<ClusterRequest, 'query' | 'lines'>;
  /** True where it is no fault that what was asked for is not there: the answer is undefined. */
  readonly maybe?: boolean | undefined;
}

/** What is no search is tried once more, on another node. */
const RETRIES = 1;
/** After so many milliseconds a node that did not answer is asked again, later each time up to eight times as long. */
const ASKED_AGAIN_MS = 1_000;
const ASKED_AGAIN_DOUBLED = 3;
/** Bad gateway, unavailable, gateway timeout. */
const PASSING: ReadonlySet<number> = new Set([502, 503, 504]);
/** The oldest version that is supported. */
const OLDEST = { major: 2, minor: 11 } as const;

/** A cluster of OpenSearch, over HTTP. What goes wrong with a request is a `ClusterError`. */
export class Cluster {
  readonly #client: Client;
  readonly #hedge = new Hedge();
  #waiting: {
    request: SearchRequest;
    resolve: (found: SearchResponse) => void;
    reject: (e: unknown) => void;
  }[] = [];

  private constructor(
    client: Client,
    /** The alias of the revision that serves, and what the names of all indices begin with. */
    readonly name: string,
    private readonly recorder: EngineRecorder | undefined,
  ) {
    this.#client = client;
  }

  /** A cluster that may be reached so; nothing is asked of it yet. Throws where the certificate's file cannot be read. */
  static at({ nodes, ca, name = 'verbatim' }: ClusterSettings, recorder?: EngineRecorder): Cluster {
    const client = new Client({
      nodes: nodes.map((url) => ({ url })),
      requestTimeout: WHOLE_MS,
      maxRetries: RETRIES,
      ...(ca !== undefined && { ssl: { ca: certificateIn(ca) } }),
    });
    client.on('request', (_, { meta: { context, connection } }) => {
      if (context) Object.assign(context, { connection });
    });
    Object.assign(client.connectionPool, {
      resurrectTimeout: ASKED_AGAIN_MS,
      resurrectTimeoutCutoff: ASKED_AGAIN_DOUBLED,
    });
    return new Cluster(client, name, recorder);
  }

  /** @throws ClusterError of `too old` where its version is not supported. */
  async checkVersion(): Promise<string> {
    const { version } = await this.request<{ version?: { number?: string; distribution?: string } }>(
      'administer',
      { method: 'GET', path: '/' },
    );
    const number = version?.number ?? '';
    const [major = 0, minor = 0] = number.split('.').map(Number);
    const isOld = major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor);
    if (version?.distribution !== 'opensearch' || isOld) {
      throw new ClusterError('too old', `${version?.distribution ?? 'something else'} ${number}`);
    }
    return number;
  }

  /** What the cluster answers. */
  async request<T = unknown>(kind: RequestKind, request: ClusterRequest): Promise<T> {
    const began = performance.now();
    try {
      const body = await this.#send(request);
      this.recorder?.requested(kind, 'answered', performance.now() - began);
      return body as T;
    } catch (error) {
      const fault = error instanceof ClusterError ? error : faultOf(error, request);
      this.recorder?.requested(kind, fault.fault, performance.now() - began);
      throw fault;
    }
  }

  /** What a search finds; searches that are asked for at once go in one request. All shards must answer. */
  search(request: SearchRequest): Promise<SearchResponse> {
    // Nobody waits for those that may take long.
    if (request.timeout !== undefined)
      return this.#searchAll([request], request.timeout).then(([one]) => checked(one));
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ request, resolve, reject }) > 1) return;
      setImmediate(() => {
        const all = this.#waiting;
        this.#waiting = [];
        this.#searchAll(all.map((one) => one.request)).then(
          (found) => {
            for (const [at, { resolve: give, reject: refuse }] of all.entries()) {
              try {
                give(checked(itemAt(found, at)));
              } catch (fault) {
                refuse(fault);
              }
            }
          },
          (error: unknown) => {
            for (const one of all) one.reject(error);
          },
        );
      });
    });
  }

  /**
   * Records of an index by their ids, in order; one that is not there has no source. They come whole: picking fields
   * has the cluster parse each and write it anew, which takes three times as long as reading it.
   */
  async multiGet<T>(
    kind: RequestKind,
    index: string,
    ids: readonly string[],
  ): Promise<{ docs: readonly { readonly _id: string; readonly _source?: T }[] }> {
    const found = await this.request<{ docs: { _id: string; _source?: T; error?: { type?: string } }[] }>(
      kind,
      {
        method: 'POST',
        path: `/${index}/_mget`,
        copies: (copy) => ({ query: { preference: copy } }),
        body: { ids },
      },
    );
    const failed = found.docs.find(({ error }) => error !== undefined);
    if (failed) {
      const fault = failed.error?.type === 'index_not_found_exception' ? 'no corpus' : 'in part';
      throw new ClusterError(fault, `A record of ${index} could not be read: ${failed.error?.type}`);
    }
    return found;
  }

  /** Closes its connections. */
  async close(): Promise<void> {
    await this.#client.close();
  }

  async #send(request: ClusterRequest): Promise<unknown> {
    const { copies, maybe } = request;
    const sent = copies
      ? await this.#hedge.first({
          begin: (copy, timeout) =>
            this.#attempt(copy === undefined ? request : { ...request, ...copies(copy) }, timeout),
          mayPass,
        })
      : await this.#transport(request, {});
    return maybe && sent.statusCode === 404 ? undefined : sent.body;
  }

  /** One attempt at a request, which knows which node it asks. */
  #attempt(request: ClusterRequest, requestTimeout: number): Attempt<ApiResponse> {
    const context: { connection?: Connection } = {};
    const answer = this.#transport(request, { requestTimeout, maxRetries: 0, context });
    return {
      answer,
      slow: () => context.connection && this.#client.connectionPool.markDead(context.connection),
      abort: () => answer.abort(),
    };
  }

  #transport(
    { method, path, query, body, lines, timeout, maybe }: ClusterRequest,
    options: TransportRequestOptions,
  ): TransportRequestPromise<ApiResponse> {
    return this.#client.transport.request(
      {
        method,
        path,
        ...(query && { querystring: { ...query } }),
        ...(body !== undefined && { body }),
        ...(lines && { bulkBody: lines.map((line) => `${line}\n`).join('') }),
      },
      {
        ...options,
        // What waited for long is not begun anew.
        ...(timeout !== undefined && {
          requestTimeout: timeout,
          ...(timeout > WHOLE_MS && { maxRetries: 0 }),
        }),
        ...(maybe && { ignore: [404] }),
      },
    );
  }

  async #searchAll(requests: readonly SearchRequest[], timeout?: number): Promise<unknown[]> {
    const linesWith = (preference?: string) =>
      requests.flatMap(({ index, dfs, body }) => [
        JSON.stringify({ index, preference, ...(dfs && { search_type: 'dfs_query_then_fetch' }) }),
        JSON.stringify(body),
      ]);
    const { responses } = await this.request<{ responses: unknown[] }>('search', {
      method: 'POST',
      path: '/_msearch',
      query: { max_concurrent_searches: 8 },
      lines: linesWith(),
      ...(timeout === undefined ? { copies: (copy) => ({ lines: linesWith(copy) }) } : { timeout }),
    });
    return responses;
  }
}

/** What a file of certificates has. */
function certificateIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ClusterError('untrusted', `ENGINE_CA cannot be read: ${code}`);
  }
}

/** True where a node did not answer, or says that it cannot now: another may. */
function mayPass(error: unknown): boolean {
  if (error instanceof errors.ResponseError) return PASSING.has(error.statusCode ?? 0);
  return error instanceof errors.ConnectionError || error instanceof errors.TimeoutError;
}
