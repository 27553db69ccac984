import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './ask.js';
import { type Authority, makeAuthority } from './authority.js';
import { startProxy, type TlsProxy } from './proxy.js';
import { sharedCluster } from './shared-cluster.js';

const [target = ''] = sharedCluster().addresses;
// What an address has to escape.
const [user, password] = ['reader', 'p@ss:w/rd'];

describe('a proxy with TLS and a password before a node', () => {
  let authority: Authority;
  let foreign: Authority;
  let proxy: TlsProxy;
  beforeAll(async () => {
    [authority, foreign] = await Promise.all([makeAuthority(), makeAuthority()]);
    proxy = await startProxy({ target, authority, user, password });
  });
  afterEach(() => proxy.behave(undefined));
  afterAll(() => proxy.close());

  /** Asks with the right password, trusting the right authority. */
  const asked = (path = '/', timeoutMs?: number) =>
    ask(proxy.urlWithPassword + path, { ca: authority.ca, timeoutMs });

  it('lets those in who know the password and trust its authority', async () => {
    const { status, body } = await asked();
    expect({ status, body }).toEqual(await ask(target));
    expect(status).toBe(200);
    expect((await asked('/_cluster/health')).body).toMatchObject({ number_of_nodes: 3 });
  });

  it('carries what is sent, whole, and says what the node says of it', async () => {
    const body = { query: { match: { text: 'winter' } } };
    const url = `${proxy.urlWithPassword}/no-such-index/_search`;
    const answer = await ask(url, { method: 'POST', body, ca: authority.ca });
    expect(answer).toMatchObject({ status: 404, body: { error: { type: 'index_not_found_exception' } } });
  });

  it.each([
    ['none', ''],
    ['a wrong password', 'reader:password@'],
    ['a wrong user', 'writer:p%40ss%3Aw%2Frd@'],
  ])('refuses %s', async (_, credentials) => {
    const url = proxy.url.replace('https://', `https://${credentials}`);
    expect(await ask(url, { ca: authority.ca })).toMatchObject({
      status: 401,
      body: { error: { type: 'security_exception' } },
    });
  });

  it('is not trusted by those who trust another authority, or only those of Node.js', async () => {
    const before = proxy.requests;
    const code = /^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN)$/;
    for (const ca of [foreign.ca, undefined]) {
      const refused = ask(proxy.urlWithPassword, { ca });
      await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(code) });
    }
    expect(proxy.requests).toBe(before);
  });

  it.each([401, 403, 429, 503] as const)('answers %i when told to', async (status) => {
    proxy.behave({ kind: 'status', status });
    expect(await asked()).toMatchObject({ status, body: { status } });
    proxy.behave(undefined);
    expect(await asked()).toMatchObject({ status: 200 });
  });

  it('answers late when told to', async () => {
    proxy.behave({ kind: 'delay', ms: 300 });
    const start = performance.now();
    expect(await asked('/', 60_000)).toMatchObject({ status: 200 });
    // A timer of Node.js may come a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(298);
  });

  it('cuts an answer in its middle when told to', async () => {
    proxy.behave({ kind: 'cut' });
    await expect(asked()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('is of an older version when told to', async () => {
    proxy.behave({ kind: 'version', version: '1.3.20' });
    const { body } = await asked();
    expect(body).toMatchObject({ version: { number: '1.3.20', distribution: 'opensearch' } });
    expect((await asked('/_cluster/health')).body).toMatchObject({ number_of_nodes: 3 });
  });
});
