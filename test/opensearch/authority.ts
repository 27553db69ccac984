import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ofJdk } from './tools.js';

const run = promisify(execFile);

/** An authority of its own, which nobody else trusts, and what it certifies: a server on loopback. */
export interface Authority {
  /** Its certificate as PEM: what `ENGINE_CA` and the like are given. */
  readonly ca: string;
  /** The server's key and certificate, as `node:tls` takes them. */
  readonly server: { readonly pfx: Buffer; readonly passphrase: string };
}

/**
 * Makes an authority and a certificate for 127.0.0.1 and localhost, by the JDK's `keytool`: whoever runs a cluster has
 * it, so that no package is needed for it.
 */
export async function makeAuthority(): Promise<Authority> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'verbatim-authority-'));
  const store = path.join(folder, 'store.p12');
  const passphrase = randomUUID();
  const keytool = (...words: string[]) =>
    run(ofJdk('keytool'), [...words, '-keystore', store, '-storepass', passphrase]);
  const key = ['-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-storetype', 'PKCS12'];
  const loopback = ['-ext', 'san=ip:127.0.0.1,dns:localhost'];
  try {
    const pem = path.join(folder, 'ca.pem');
    await keytool(...key, '-alias', 'authority', '-dname', 'CN=Authority of a test', '-ext', 'bc:c');
    await keytool(...key, '-alias', 'server', '-dname', 'CN=localhost', ...loopback, '-signer', 'authority');
    await keytool('-exportcert', '-rfc', '-alias', 'authority', '-file', pem);
    // The server is not to have the authority's own key.
    await keytool('-delete', '-alias', 'authority');
    return { ca: await readFile(pem, 'utf8'), server: { pfx: await readFile(store), passphrase } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
