import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/** How long a request may take to arrive, in milliseconds: longer than the 3 seconds that Discord itself waits. */
const ARRIVAL_MS = 5_000;

/** How little time, in milliseconds, and room a sender is given. */
export const SERVER_LIMITS = {
  headersTimeout: ARRIVAL_MS,
  requestTimeout: ARRIVAL_MS,
  /** How often these are looked at, so that nobody has much longer. */
  connectionsCheckingInterval: 1_000,
  /** Of an idle connection: longer than the 60 seconds of usual load balancers, which are the ones to end it. */
  keepAliveTimeout: 65_000,
  /** With a body of the largest size on each, they take 256 MiB. */
  maxConnections: 512,
};

/** A server that gives a sender little time and room. */
export class InteractionServer {
  readonly #unwritten = new Set<ServerResponse>();
  readonly #server: Server;

  constructor(fetch: (request: Request) => Response | Promise<Response>) {
    const listener = getRequestListener(fetch, { overrideGlobalObjects: false });
    this.#server = createServer(SERVER_LIMITS, (request, response) => {
      this.#unwritten.add(response);
      response.once('close', () => this.#unwritten.delete(response));
      void listener(request, response);
    });
    this.#server.maxConnections = SERVER_LIMITS.maxConnections;
  }

  /** Listens on `port`, or any that is free if that is 0, and returns it. Rejects with the error of Node where it cannot. */
  async listen(port: number, host: string): Promise<number> {
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** Takes no more connections, and resolves once what was received whole is answered. Safe to call twice. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (let answering = this.#answering; answering.length > 0; answering = this.#answering) {
      await Promise.all(answering.map((response) => once(response, 'close')));
    }
    // What is still open is kept for later requests, or has not yet sent one.
    this.#server.closeAllConnections();
    await closed;
  }

  get #answering(): ServerResponse[] {
    return [...this.#unwritten].filter(({ req }) => req.complete);
  }
}
