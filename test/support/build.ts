import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A compiled module, by its path from the project's folder without `.js`. */
export function compiled(module: string): URL {
  return pathToFileURL(path.join(ROOT, 'dist', `${module}.js`));
}

/** Compiles the program before the tests, as `npm start` does. */
export default function build(): void {
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', ROOT], { stdio: 'inherit' });
}
