import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

/**
 * Tests run the sources, but a thread runs no TypeScript: it is started from what `test/support/build.ts` compiled.
 * So what a source says of a module beside it is read as if said beside the compiled source.
 */
const compiledThreads: Plugin = {
  name: 'compiled-threads',
  enforce: 'pre',
  transform: (code, id) =>
    code.replace(/new URL\('(\.[^']*worker\.js)', import\.meta\.url\)/g, (_, module: string) => {
      const source = path.relative(import.meta.dirname, path.dirname(id));
      const file = path.join(import.meta.dirname, 'dist', source, module);
      return `new URL(${JSON.stringify(pathToFileURL(file).href)})`;
    }),
};

export default defineConfig({
  plugins: [compiledThreads],
  test: {
    // The tests of the program as a whole run what `npm start` runs.
    globalSetup: ['test/support/build.ts'],
    // What hangs is all that these tell: a busy machine may take ten times as long as one that is not.
    testTimeout: 60_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'promises',
          // A project's own `exclude` would have the command line's count for nothing.
          include: ['test/**/!(growth).test.ts'],
          // Many wait for processes and sockets: of two processors, Vitest would use one.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      // How time grows is told from times, so nothing else runs meanwhile.
      {
        extends: true,
        test: { name: 'growth', include: ['test/growth.test.ts'], sequence: { groupOrder: 2 } },
      },
    ],
    // `npm run test:coverage`; what runs in threads and processes of its own is not counted.
    coverage: {
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      reporter: ['text', 'html'],
      reportsDirectory: 'dist/coverage',
    },
  },
});
