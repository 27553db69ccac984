import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { InteractionServer, SERVER_LIMITS } from '../../../../src/surfaces/discord/http/server.js';

/** A connection that has begun a request and does not end it. */
async function halfOf(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  onTestFinished(() => void socket.destroy());
  socket.write('POST / HTTP/1.1\r\nhost: bot\r\ncontent-length: 10\r\n\r\nhalf');
  await once(socket, 'connect');
  return socket;
}

it('gives a sender five seconds, keeps connections longer than load balancers do, and not too many', () => {
  expect(SERVER_LIMITS).toEqual({
    headersTimeout: 5_000,
    requestTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 65_000,
    maxConnections: 512,
  });
});

it('ends a request that does not arrive', async () => {
  const server = new InteractionServer(async (request) => new Response(await request.text()));
  onTestFinished(() => server.close());
  const socket = await halfOf(await server.listen(0, '127.0.0.1'));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 /);
});

it('closes once what it received is answered, and waits for nobody who sent half of something, or nothing', async () => {
  let asked = 0;
  let answer = (_: Response) => {};
  const server = new InteractionServer((request) => {
    asked++;
    return new Promise<Response>((resolve) => {
      if (request.method === 'GET') answer = resolve;
    });
  });
  const port = await server.listen(0, '127.0.0.1');
  const silent = connect(port, '127.0.0.1').on('error', () => {});
  onTestFinished(() => void silent.destroy());
  await once(silent, 'connect');
  await halfOf(port);
  const response = fetch(`http://127.0.0.1:${port}/`);
  await expect.poll(() => asked).toBe(2);
  const closing = server.close();
  answer(new Response('here'));
  expect(await (await response).text()).toBe('here');
  await closing;
  await server.close();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
});
