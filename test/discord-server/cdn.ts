import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An attachment as Discord describes it with a command. */
export interface HostedFile {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly ephemeral: true;
}

/** What comes in the place of a file. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** Discord's host of attachments, on loopback: a file has an address of its own that ends with its name. */
export class Cdn {
  readonly #files = new Map<string, Uint8Array>();
  readonly #http = createServer((request, response) => this.#answer(request, response));
  /** The paths that were asked for. */
  readonly asked: string[] = [];
  /** Answers instead, where a test sets it. */
  serve: Serve | undefined;

  async listen(): Promise<void> {
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
  }

  /** What the bot is to take for Discord's own host. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** Keeps a file under an id, and describes it. */
  host(id: string, name: string, bytes: Uint8Array): HostedFile {
    // As Discord does with what is no letter, digit, full stop, hyphen or underscore in a name.
    const filename = name.replaceAll(' ', '_').replace(/[^\p{L}\p{N}._-]/gu, '');
    const path = `/ephemeral-attachments/400000000000000001/${id}/${encodeURIComponent(filename)}`;
    this.#files.set(path, bytes);
    const url = `${this.origin}${path}?ex=0&is=0&hm=0`;
    return { id, filename, size: bytes.length, url, proxy_url: url, ephemeral: true };
  }

  /** Forgets all files and who asked for them. */
  forget(): void {
    this.#files.clear();
    this.asked.length = 0;
  }

  async close(): Promise<void> {
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const [path = ''] = (request.url ?? '').split('?');
    this.asked.push(path);
    const bytes = this.#files.get(path);
    if (this.serve) this.serve(request, response);
    else if (bytes) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
    else response.writeHead(404).end('This content is no longer available.');
  }
}
