import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from './build.js';
import { folderOf, SEEDS } from './folder.js';

/** How the program ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program as it runs. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** What it has written to standard output so far. */
  out(): string;
  /** What it has written to standard error so far. */
  err(): string;
}

/** Starts the program as `npm start` does, in a folder of its own without a .env; it is gone when the test is over. */
export function start(
  args: readonly string[],
  environment: Record<string, string> = {},
  script = 'main.js',
): Running {
  const cwd = folderOf({});
  cpSync(SEEDS, path.join(cwd, 'seeds'), { recursive: true });
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/src', script), ...args], { cwd, env });
  return running(child);
}

/** A process with what it writes; it is gone when the test is over. */
export function running(child: ChildProcessWithoutNullStreams): Running {
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { child, ended, out: () => out, err: () => err };
}
