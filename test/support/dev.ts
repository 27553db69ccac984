import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * `npm run dev`: compiles whenever a source changes, and starts the program again whenever a module that it loaded
 * was compiled anew. What stands after `npm run dev --` goes to the program. npm runs it in the project's folder.
 */

/** The compiler itself: the `tsc` that npm links starts it as a process that outlives its parent. */
const { default: compiler } = (await import(
  pathToFileURL(path.resolve('node_modules/typescript/lib/getExePath.js')).href
)) as { default: () => string };
const PROGRAM = path.resolve('dist/src/main.js');

const compiling = spawn(compiler(), ['--watch', '--preserveWatchOutput'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
const running = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--enable-source-maps', PROGRAM, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);

// Each ends with the other, and both with this process.
const end = () => {
  compiling.kill();
  running.kill();
};
compiling.on('exit', end);
running.on('exit', end);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
