import path from 'node:path';
import { defineConfig } from 'vitest/config';
import program from '../../vitest.config.js';

/** `npm run test:cluster`: tests that need a cluster, apart from all others, since they need a JDK and Maven too. */
export default defineConfig({
  ...program,
  root: path.join(import.meta.dirname, '../..'),
  test: {
    include: ['test/opensearch/**/*.cluster-test.ts'],
    globalSetup: [path.join(import.meta.dirname, 'global-setup.ts')],
    // A fault that one file makes would befall the others.
    fileParallelism: false,
    // A node that starts again takes up to a minute on a busy machine, and a test may start two of them.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
