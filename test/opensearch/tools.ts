import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** OpenSearch 2 and `keytool -signer` need it. */
const OLDEST_JAVA = 17;

/** How to get what `missingTools` misses, on Debian and Ubuntu. */
const HOW_TO_INSTALL = 'apt-get install --no-install-recommends default-jdk-headless maven';

/** The path of a program of the JDK: that of `JAVA_HOME`, if set, or else the first in `PATH`. */
export function ofJdk(program: 'java' | 'javac' | 'keytool'): string {
  const home = process.env.JAVA_HOME;
  return home ? path.join(home, 'bin', program) : program;
}

/** The JDK's version and build as it says them, or undefined where there is none. */
export async function jdkVersion(): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(ofJdk('javac'), ['-version']);
    return (stdout + stderr).trim();
  } catch {
    return undefined;
  }
}

/** What a node cannot be built without and is not there, as words for people; empty where all is. */
export async function missingTools(): Promise<string[]> {
  const version = Number(/^javac (\d+)/m.exec((await jdkVersion()) ?? '')?.[1] ?? 0);
  const maven = await run('mvn', ['--version']).then(
    () => true,
    () => false,
  );
  return [
    ...(version >= OLDEST_JAVA ? [] : [`a JDK (${OLDEST_JAVA} or later)`]),
    ...(maven ? [] : ['Maven']),
  ];
}

/** What whoever ran the tests is told where the tools `missing` are not there: what, and how to change that. */
export function leftOut(missing: readonly string[]): string {
  return [
    `The tests on an OpenSearch cluster were left out. Missing here: ${missing.join(' and ')}.`,
    `To install: ${HOW_TO_INSTALL}`,
    'To run them: npm run test:cluster',
  ].join('\n');
}
