import type { Logger } from 'pino';
import { commands } from '../../commands/index.js';
import type { Config } from '../config.js';
import { FolderWatch } from '../library/folder-watch.js';
import { messages } from '../messages/index.js';
import type { Corpus } from './corpus.js';

/**
 * Watches the folder with the documents, from before they are read, since an assistant has no command to load them again.
 * A cluster is followed anyhow, and then this is undefined.
 */
export async function watchFor(
  { ENGINE_URL: nodes }: Config,
  seeds: string,
  log: Logger,
): Promise<FolderWatch | undefined> {
  return nodes ? undefined : FolderWatch.of(seeds, { log });
}

/** Answers an assistant over standard input and output until the input ends. */
export async function runForAssistant(
  { live, close }: Corpus,
  watch: FolderWatch | undefined,
  log: Logger,
): Promise<void> {
  // Only here, since nothing else needs what the protocol is made of.
  const { serveOverStdio } = await import('../surfaces/mcp/stdio.js');
  if (process.stdin.isTTY) process.stderr.write(messages.mcp.waiting);
  watch?.follow(live);
  const streams = { input: process.stdin, output: process.stdout };
  const isWhole = await serveOverStdio({ commands, live, log }, streams);
  await watch?.close();
  await close();
  if (!isWhole) process.exitCode = 1;
}
