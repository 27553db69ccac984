import http from 'node:http';
import https from 'node:https';

/** What may be said with a request. */
export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The authority that vouches for the server, as PEM, instead of those that Node.js knows. */
  readonly ca?: string;
  /** The time for all of it, in ms; 5,000 if not said. */
  readonly timeoutMs?: number;
}

export interface Answered {
  readonly status: number;
  /** Parsed, if it is JSON; else the text. */
  readonly body: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Asks a node or a proxy once, on a connection of its own, so that what one request met tells nothing of the next.
 *
 * @throws what the connection met: refused, cut, not trusted, or a `TimeoutError`
 */
export function ask(
  url: string,
  { method = 'GET', body, ca, timeoutMs = 5_000 }: Asking = {},
): Promise<Answered> {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const fail = (fault: Error) => reject(signal.aborted ? signal.reason : fault);
    const options = {
      method,
      ca,
      signal,
      agent: false as const,
      headers: { 'content-type': 'application/json' },
    };
    const request = (url.startsWith('https:') ? https : http).request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()) });
      });
    });
    request.on('error', fail);
    request.end(sent);
  });
}
