import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { asJson, servePages } from '../../src/health/server.js';

async function serve(): Promise<string> {
  const server = await servePages(
    {
      '/sound': async () => asJson(200, { sound: true }),
      '/broken': () => Promise.reject(new Error('disk on fire')),
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  return `http://127.0.0.1:${server.port}`;
}

it('a page is served as it is made, with or without a query', async () => {
  const base = await serve();
  for (const path of ['/sound', '/sound?verbose=1']) {
    const response = await fetch(base + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('{"sound":true}\n');
  }
});

it('HEAD is answered without a body, and of the same length', async () => {
  const response = await fetch(`${await serve()}/sound`, { method: 'HEAD' });
  expect({ status: response.status, length: response.headers.get('content-length') }).toEqual({
    status: 200,
    length: '15',
  });
  expect(await response.text()).toBe('');
});

it('what is not there is answered with what is', async () => {
  const response = await fetch(`${await serve()}/etc/passwd`);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ pages: ['/sound', '/broken'] });
});

it.each(['__proto__', 'constructor'])('there is no page /%s', async (name) => {
  expect((await fetch(`${await serve()}/${name}`)).status).toBe(404);
});

it('nothing but reading is allowed', async () => {
  const response = await fetch(`${await serve()}/sound`, { method: 'POST', body: 'x'.repeat(100_000) });
  expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({
    status: 405,
    allow: 'GET, HEAD',
  });
});

it('a page that cannot be made is an error, and the next is served', async () => {
  const base = await serve();
  const response = await fetch(`${base}/broken`);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: 'disk on fire' });
  expect((await fetch(`${base}/sound`)).status).toBe(200);
});

it('closing does not wait for those who keep a connection open, and can be done twice', async () => {
  const server = await servePages({}, { host: '127.0.0.1', port: 0 });
  const held = request({ port: server.port, host: '127.0.0.1', path: '/' });
  const cut = new Promise<void>((resolve) => held.on('error', () => resolve()));
  held.write('');
  await new Promise((resolve) => held.on('socket', (socket) => socket.on('connect', resolve)));
  await server.close();
  await server.close();
  await cut;
});

it('a port that is in use is an error', async () => {
  const server = await servePages({}, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const second = servePages({}, { host: '127.0.0.1', port: server.port });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
