import { cpSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import {
  type CallToolResult,
  ResourceListChangedNotificationSchema,
  ResourceUpdatedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';
import { commands as allCommands } from '../../commands/index.js';
import type { Command } from '../../src/command/command.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import type { JsonAnswer } from '../../src/reply/json-schema.js';
import { createMcpServer } from '../../src/surfaces/mcp/server.js';
import { keptLog } from './bot.js';
import { ROOT } from './build.js';
import { folderOf, libraryIn, SEEDS } from './folder.js';

const CLIENT = { name: 'a test', version: '1' };

/** A client of a server in this process, and the corpus that answers. */
export interface Connected {
  readonly client: Client;
  readonly live: LiveLibrary;
  readonly logged: Record<string, unknown>[];
}

/** A client of a server over the documents of `folder`; both are gone when the test is over. */
export async function connected(
  folder = SEEDS,
  commands: readonly Command[] = allCommands,
): Promise<Connected> {
  const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading));
  const { log, logged } = keptLog();
  const { server } = createMcpServer({ commands, live, log });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client(CLIENT);
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  onTestFinished(() => client.close());
  return { client, live, logged };
}

/** A client that has started the compiled program, and what that wrote to standard error. */
export interface Started {
  readonly client: Client;
  readonly pid: number;
  err(): string;
}

/** Starts a program as a client of the protocol does; it is gone when the test is over. */
export async function startedBy(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Started> {
  const transport = new StdioClientTransport({
    command,
    args: [...args],
    env,
    stderr: 'pipe',
    cwd: cwd ?? folderOf({}),
  });
  let err = '';
  transport.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const client = new Client(CLIENT);
  onTestFinished(() => client.close());
  await client.connect(transport, { timeout: PATIENCE });
  return { client, pid: transport.pid ?? 0, err: () => err };
}

/** The compiled program over a folder. */
export function program(folder: string, env?: Record<string, string>): Promise<Started> {
  const args = [path.join(ROOT, 'dist/src/main.js'), '--mcp', '--seeds', folder];
  return startedBy(process.execPath, args, env ? { env } : {});
}

/** Longer than any machine takes for what is asked here, in milliseconds. */
export const PATIENCE = 300_000;

/** What a tool answers, as programs read it. */
export function answerIn(result: unknown): JsonAnswer {
  return (result as CallToolResult).structuredContent as JsonAnswer;
}

/** What a tool answers, as people read it. */
export function textIn(result: unknown): string {
  const [content] = (result as CallToolResult).content;
  return content?.type === 'text' ? content.text : '';
}

/** Calls a tool, and waits for as long as it takes. */
export async function call(
  client: Client,
  name: string,
  given: Record<string, unknown> = {},
): Promise<CallToolResult> {
  return (await client.callTool({ name, arguments: given }, undefined, {
    timeout: PATIENCE,
  })) as CallToolResult;
}

/** What a client is told of resources, as it comes: `list`, or the address of one that changed. */
export function resourceNews(client: Client): { told: string[]; next(news: string): Promise<void> } {
  const told: string[] = [];
  let heard = () => {};
  const hear = (news: string) => {
    told.push(news);
    heard();
  };
  client.setNotificationHandler(ResourceListChangedNotificationSchema, () => hear('list'));
  client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => hear(params.uri));
  const next = (news: string) =>
    new Promise<void>((resolve) => {
      heard = () => {
        if (told.includes(news)) resolve();
      };
      heard();
    });
  return { told, next };
}

/** The text of a resource. */
export async function textOf(client: Client, uri: string): Promise<string> {
  const { contents } = await client.readResource({ uri });
  const [content] = contents;
  return content && 'text' in content ? String(content.text) : '';
}

/** A copy of the documents that the project comes with, to be changed. */
export function copyOfSeeds(): string {
  const folder = folderOf({});
  cpSync(SEEDS, folder, { recursive: true });
  return folder;
}
