import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERVER } from '../../../src/surfaces/mcp/server.js';
import { ROOT } from '../../support/build.js';
import { folderOf, SEEDS, writeFiles } from '../../support/folder.js';
import {
  answerIn,
  call,
  copyOfSeeds,
  PATIENCE,
  program,
  resourceNews,
  startedBy,
  textIn,
  textOf,
} from '../../support/mcp.js';
import { start } from '../../support/program.js';
import { answerOf, sessionOver } from '../../support/session.js';

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'a test', version: '1' } },
};
const INITIALIZED = { jsonrpc: '2.0', method: 'notifications/initialized' };
const toolCall = (id: number, topic: string) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name: 'quote', arguments: { topic } },
});
const lines = (...sent: readonly unknown[]) =>
  sent.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');

describe('the program, started by a client', { timeout: PATIENCE }, () => {
  it('says who it is, and answers a thousand calls, many at once, each rightly', async () => {
    const { client, err } = await program(SEEDS);
    expect(client.getServerVersion()).toEqual(SERVER);
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(SERVER.version).toBe(version);
    await client.listTools();
    const kinds: [string, Record<string, string>][] = [
      ['quote', { topic: 'opposition rallies' }],
      ['ask', { question: 'Who financed the opposition?' }],
      ['compare', { topic: 'NGOs' }],
      ['verify', { quote: 'They gathered opposition forces and funded them' }],
      ['source', { id: '001#3' }],
    ];
    const session = await sessionOver();
    const expected = await Promise.all(
      kinds.map(([command, options]) => answerOf(session, JSON.stringify({ command, options }))),
    );
    for (let turn = 0; turn < 20; turn++) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, at) => call(client, ...(kinds[at % 5] ?? ['', {}]))),
      );
      for (const [at, answer] of answers.entries()) expect(answerIn(answer)).toEqual(expected[at % 5]);
    }
    expect(err()).toBe('');
  });

  it('loads what changes in the folder, tells the client, and answers from it', async () => {
    const folder = copyOfSeeds();
    const { client, err } = await program(folder);
    const { next } = resourceNews(client);
    writeFiles(folder, { 'new.txt': 'Lighthouses are painted white.' });
    await next('list');
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name)).toEqual(['000', '001', 'new']);
    await client.subscribeResource({ uri: 'verbatim://document/new' });
    expect(textIn(await call(client, 'quote', { topic: 'lighthouses' }))).toContain('painted white.');
    writeFiles(folder, { 'new.txt': 'Lighthouses are painted red.' });
    await next('verbatim://document/new');
    expect(await textOf(client, 'verbatim://document/new')).toBe('Lighthouses are painted red.');
    const verdict = answerIn(await call(client, 'verify', { quote: 'Lighthouses are painted white.' }));
    expect(verdict.verdicts?.[0]?.verdict).toBe('altered');
    expect(err()).toBe('');
  });

  it.each([
    ['README.md', 1],
    ['docs/mcp.md', 2],
  ])('is started by each configuration that %s shows, from anywhere', async (file, number) => {
    const page = readFileSync(path.join(ROOT, file), 'utf8');
    const blocks = Array.from(page.matchAll(/```json\n([^`]+)```/g), ([, json = '']) => json);
    const shown = blocks.filter((json) => json.includes('"mcpServers"'));
    expect(shown).toHaveLength(number);
    // `npm start` compiles, so it is given a project of its own.
    const project = folderOf({});
    for (const name of ['src', 'commands', 'seeds', 'package.json', 'tsconfig.json']) {
      cpSync(path.join(ROOT, name), path.join(project, name), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(project, 'node_modules'));
    for (const json of shown) {
      const { mcpServers } = JSON.parse(json.replaceAll('/path/to/verbatim', project)) as {
        mcpServers: Record<string, { command: string; args: string[] }>;
      };
      for (const { command, args } of Object.values(mcpServers)) {
        const { client, err } = await startedBy(command, args);
        expect(answerIn(await call(client, 'source', { id: '000#6' })).outcome).toBe('answered');
        expect(err()).toBe('');
        await client.close();
      }
    }
  });
});

describe('over its standard input and output', { timeout: PATIENCE }, () => {
  it('the program writes nothing but the protocol, answers what was asked before the end, and ends with status 0', async () => {
    const { child, ended } = start(['--mcp'], { LOG_LEVEL: 'trace' });
    const asked = Array.from({ length: 30 }, (_, at) => toolCall(at + 2, `opposition ${at}`));
    child.stdin?.end(lines(INITIALIZE, INITIALIZED, ...asked));
    const { code, out } = await ended;
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { jsonrpc: string; id: number; result?: object });
    expect(answers.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
      asked.map((_, at) => at + 1).concat(31),
    );
    expect(answers.every(({ jsonrpc, result }) => jsonrpc === '2.0' && result !== undefined)).toBe(true);
    expect(code).toBe(0);
  });

  it('what is no message is passed over, and not repeated in the log', async () => {
    const { child, ended } = start(['--mcp']);
    child.stdin?.end(lines('a secret line', '{"a secret":"object"}', '[]', INITIALIZE));
    const { code, out, err } = await ended;
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(err.trimEnd().split('\n')).toHaveLength(3);
    expect(err).toContain('no message of the protocol');
    expect(err).not.toContain('secret');
    expect(code).toBe(0);
  });

  it('a method that there is not is an error of the protocol', async () => {
    const { child, ended } = start(['--mcp']);
    child.stdin?.end(lines(INITIALIZE, { jsonrpc: '2.0', id: 'x', method: 'corpus/reload' }));
    expect((await ended).out).toContain('"id":"x","error":{"code":-32601,');
  });

  it('a very long call is refused by itself', async () => {
    const { child, ended } = start(['--mcp']);
    child.stdin?.end(lines(INITIALIZE, toolCall(2, 'x'.repeat(9 * 1024 * 1024)), toolCall(3, 'NGOs')));
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(out).toContain('`topic` must be at most 4,000 characters long.');
    expect(out).toContain('3 passages in 2 documents');
  });

  it('a line without an end ends it with status 1, in bounded memory', async () => {
    const { child, ended } = start(['--mcp']);
    child.stdin?.on('error', () => {});
    const part = 'x'.repeat(1024 * 1024);
    for (let sent = 0; sent < 11; sent++) child.stdin?.write(part);
    expect((await ended).code).toBe(1);
  });

  it('it ends at once where the client is gone without a word', async () => {
    const { child, ended } = start(['--mcp']);
    child.stdin?.end();
    expect(await ended).toEqual({ code: 0, out: '', err: '' });
  });

  it('nobody can ask for a chat or several processes too', async () => {
    for (const other of ['--json', '--chat']) {
      const { code, out, err } = await start(['--mcp', other]).ended;
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('--mcp cannot be used with --chat or --json');
    }
    const { code, err } = await start(['--mcp', '--processes', '2']).ended;
    expect(code).toBe(1);
    expect(err).toContain('--processes cannot be used with --chat, --json or --mcp');
  });

  it('a token for Discord is not used, and faults of the documents end it before it says anything', async () => {
    const environment = { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:9' };
    const { child, ended } = start(['--mcp'], environment);
    child.stdin?.end(lines(INITIALIZE));
    expect(await ended).toMatchObject({ code: 0, err: '' });
    const faulty = await start(['--mcp', '--seeds', folderOf({ 'a.txt': '' })]).ended;
    expect(faulty).toMatchObject({ code: 1, out: '' });
    expect(faulty.err).toContain('a.txt:1: the file is empty');
  });
});
