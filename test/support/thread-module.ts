import { compiled } from './build.js';

/** A module for a `Thread` that serves its calls with `serve`, a function as JavaScript; what stands in `before` goes first. */
export function threadModule(serve: string, before = ''): URL {
  const code = `import { serveCalls } from '${compiled('src/threads/serve').href}'; ${before}; serveCalls(${serve});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** A module that ends its thread before it serves anything. */
export const BROKEN_MODULE = new URL('data:text/javascript,process.exit(1)');
