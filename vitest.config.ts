import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests of the program as a whole run what `npm start` runs.
    globalSetup: ['test/support/build.ts'],
    testTimeout: 20_000,
  },
});
