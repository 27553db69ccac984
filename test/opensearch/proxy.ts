import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Authority } from './authority.js';

/** What may be wrong with what answers in front of a cluster. */
export type ProxyFault =
  /** It answers so itself, as the cluster's own security or load does. */
  | { readonly kind: 'status'; readonly status: 401 | 403 | 429 | 503 }
  /** It forwards, but only after so many ms. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** It cuts the connection after half of the answer's body. */
  | { readonly kind: 'cut' }
  /** The nodes say that they are of this version, in the answer to `GET /`. */
  | { readonly kind: 'version'; readonly version: string };

export interface ProxyOptions {
  /** The node behind it: `http://127.0.0.1:PORT`. */
  readonly target: string;
  readonly authority: Authority;
  readonly user: string;
  readonly password: string;
}

/** A cluster's front door: TLS and a password, before a node that has neither. */
export interface TlsProxy {
  /** `https://127.0.0.1:PORT`, without user and password. */
  readonly url: string;
  /** The same with them, as `ENGINE_URL` has it. */
  readonly urlWithPassword: string;
  /** How many requests came in over TLS, the refused ones among them. */
  readonly requests: number;
  /** From the next request on, it has this fault, or none. */
  behave(fault: ProxyFault | undefined): void;
  close(): Promise<void>;
}

/** What OpenSearch answers with such a status: an error with a type and a reason, as far as a client reads it. */
const TYPES = {
  401: 'security_exception',
  403: 'security_exception',
  429: 'rejected_execution_exception',
  503: 'cluster_manager_not_discovered_exception',
} as const;

function refuse(response: ServerResponse, status: keyof typeof TYPES): void {
  const error = { type: TYPES[status], reason: `The proxy answers ${status}` };
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 401 ? { 'www-authenticate': 'Basic realm="cluster"' } : {}),
  });
  response.end(JSON.stringify({ error: { root_cause: [error], ...error }, status }));
}

/** The node's answer to a request, whole. */
async function fromNode(target: string, request: IncomingMessage) {
  // How long a connection is kept is said from hop to hop: one that the node is about to close is not to be used again.
  const { authorization: _, connection: __, ...headers } = request.headers;
  const { method, url = '/' } = request;
  const forwarded = http.request(new URL(url, target), { method, headers, agent: false });
  request.pipe(forwarded);
  const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) };
}

function ofVersion(body: Buffer, version: string): Buffer {
  const told = JSON.parse(body.toString()) as { version: object };
  return Buffer.from(JSON.stringify({ ...told, version: { ...told.version, number: version } }));
}

/** Starts it on a free port of loopback. */
export async function startProxy(options: ProxyOptions): Promise<TlsProxy> {
  const { target, authority, user, password } = options;
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  let current: ProxyFault | undefined;
  let requests = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = current;
    requests++;
    if (request.headers.authorization !== expected) return refuse(response, 401);
    if (fault?.kind === 'status') return refuse(response, fault.status);
    if (fault?.kind === 'delay') await wait(fault.ms);
    const { status, headers, body } = await fromNode(target, request);
    const old = fault?.kind === 'version' && request.method === 'GET' && request.url === '/';
    const sent = old ? ofVersion(body, fault.version) : body;
    const { 'transfer-encoding': _, connection: __, ...others } = headers;
    // What a node says of a body that it does not send (HEAD) stays as it is.
    response.writeHead(
      status,
      request.method === 'HEAD' ? others : { ...others, 'content-length': sent.length },
    );
    if (fault?.kind !== 'cut') return void response.end(sent);
    response.write(sent.subarray(0, sent.length / 2), () => response.destroy());
  }

  const server = https.createServer(authority.server, (request, response) => {
    // A node that is gone leaves its clients with a cut connection, here as there.
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return {
    url: `https://127.0.0.1:${port}`,
    urlWithPassword: `https://${credentials}@127.0.0.1:${port}`,
    get requests() {
      return requests;
    },
    behave(fault) {
      current = fault;
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
