import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { jdkVersion, leftOut, missingTools, ofJdk } from './tools.js';

const run = promisify(execFile);

/** Where npm runs scripts and vitest tests; compiled, this file is elsewhere than its neighbours. */
const ROOT = process.cwd();
const SOURCES = path.join(ROOT, 'test/opensearch/node');
const CACHE = path.join(ROOT, 'node_modules/.cache/opensearch-node');

/** Another version of OpenSearch than `pom.xml` names, to see on which ones something holds. */
const VERSION = process.env.OPENSEARCH_VERSION;

/** Maven's first run fetches some 60 MiB; a slow line takes minutes over it. */
const MAVEN_MS = 600_000;

/** The failed program's own words, which `execFile` hides behind the command line. */
function saidBy(fault: unknown): string {
  const { stdout = '', stderr = '' } = fault as { stdout?: string; stderr?: string };
  return `${stdout}\n${stderr}`.trim().split('\n').slice(-20).join('\n') || String(fault);
}

async function build(folder: string): Promise<void> {
  const jars = path.join(folder, 'jars');
  const copying = ['dependency:copy-dependencies', `-DoutputDirectory=${jars}`, '-DincludeScope=runtime'];
  if (VERSION) copying.push(`-Dopensearch.version=${VERSION}`);
  const project = path.join(SOURCES, 'pom.xml');
  try {
    await run('mvn', ['-q', '-B', '-f', project, ...copying], { timeout: MAVEN_MS });
    const source = path.join(SOURCES, 'TestNode.java');
    await run(ofJdk('javac'), ['-d', path.join(folder, 'classes'), '-cp', path.join(jars, '*'), source]);
  } catch (fault) {
    throw new Error(`The OpenSearch node of the tests cannot be built:\n${saidBy(fault)}`, { cause: fault });
  }
}

/**
 * Builds a node of OpenSearch from Maven's artifacts, once for each state of its sources and each JDK.
 *
 * @returns the class path to run `TestNode` with
 * @throws where a tool is missing, or where Maven or the compiler fails, in its words
 */
export async function builtNode(): Promise<string> {
  const missing = await missingTools();
  if (missing.length > 0) throw new Error(leftOut(missing));
  const hash = createHash('sha256').update(`${await jdkVersion()} ${VERSION ?? ''}`);
  for (const file of ['pom.xml', 'TestNode.java']) hash.update(await readFile(path.join(SOURCES, file)));
  const folder = path.join(CACHE, hash.digest('hex').slice(0, 16));
  if (!existsSync(folder)) {
    await mkdir(CACHE, { recursive: true });
    const made = await mkdtemp(path.join(CACHE, 'making-'));
    try {
      await build(made);
      await rename(made, folder);
    } catch (fault) {
      await rm(made, { recursive: true, force: true });
      // Another process may have built the same meanwhile.
      if (!existsSync(folder)) throw fault;
    }
  }
  return [path.join(folder, 'classes'), path.join(folder, 'jars/*')].join(path.delimiter);
}
