import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is at an address. */
export interface HealthPage {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** How a page may be asked for. */
const METHODS = ['GET', 'HEAD'];

/** A server that is up. */
export interface PageServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a few pages by their paths over HTTP, for GET and HEAD. `port` 0 takes any that is free. Rejects with the
 * error of the system where it cannot listen.
 */
export async function servePages(
  pages: Readonly<Record<string, () => Promise<HealthPage>>>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<PageServer> {
  const byPath = new Map(Object.entries(pages));
  const server = createServer((request, response) => void answer(request, response, byPath));
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, () => Promise<HealthPage>>,
): Promise<void> {
  const { method = '' } = request;
  // No page takes a body.
  request.resume();
  const { status, type, text, ...headers } = await pageFor(method, request.url ?? '', pages);
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(method === 'HEAD' ? undefined : text);
}

async function pageFor(
  method: string,
  url: string,
  pages: ReadonlyMap<string, () => Promise<HealthPage>>,
): Promise<HealthPage & { readonly allow?: string }> {
  const [path = ''] = url.split('?');
  const make = pages.get(path);
  if (!make) return asJson(404, { pages: [...pages.keys()] });
  if (!METHODS.includes(method)) return { ...asJson(405, {}), allow: METHODS.join(', ') };
  try {
    return await make();
  } catch (error) {
    return asJson(500, { error: error instanceof Error ? error.message : String(error) });
  }
}

/** A page of JSON. */
export function asJson(status: number, body: object): HealthPage {
  return { status, type: 'application/json; charset=utf-8', text: `${JSON.stringify(body)}\n` };
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
