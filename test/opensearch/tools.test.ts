import { afterEach, expect, it, vi } from 'vitest';
import { leftOut, missingTools, ofJdk } from './tools.js';

afterEach(() => void vi.unstubAllEnvs());

it('says what is missing where there is neither a JDK nor Maven', async () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('JAVA_HOME', '');
  expect(await missingTools()).toEqual(['a JDK (17 or later)', 'Maven']);
});

it('takes the JDK that JAVA_HOME names, and else the one in the path', () => {
  vi.stubEnv('JAVA_HOME', '/opt/jdk');
  expect(ofJdk('javac')).toBe('/opt/jdk/bin/javac');
  vi.stubEnv('JAVA_HOME', '');
  expect(ofJdk('javac')).toBe('javac');
});

it('says how to get what is missing, and what to run then', () => {
  expect(leftOut(['a JDK (17 or later)', 'Maven']).split('\n')).toEqual([
    'The tests on an OpenSearch cluster were left out. Missing here: a JDK (17 or later) and Maven.',
    'To install: apt-get install --no-install-recommends default-jdk-headless maven',
    'To run them: npm run test:cluster',
  ]);
});
