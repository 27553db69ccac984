import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { signatures } from '../src/command/signature.js';
import { ROOT } from './support/build.js';

/** The rooms from the ground up. A file imports from its own room and from those before it, and from no other. */
const ROOMS = [
  'src/text',
  'src/messages',
  'src/threads',
  'src/languages',
  'src/corpus/forms',
  'src/corpus',
  'src/embeddings',
  'src/search',
  'src/verify',
  'src/compare',
  'src/library',
  'src/archive',
  'src/processes',
  'src/picture',
  'src/reply',
  'src/command',
  'commands',
  'src/surfaces/discord',
  'src/surfaces/discord/http',
  'src/surfaces/terminal',
  'src/surfaces/mcp',
  'src/health',
  'src/start',
];
/** The surface of each room of one. Surfaces know nothing of each other. */
const surfaceOf = (room: string) => /^src\/surfaces\/\w+/.exec(room)?.[0];
/** Files beside the rooms that are at the top or, like the log, at the bottom. */
const TOP = ['src/main.ts', 'src/check-seeds.ts', 'src/ingest.ts'];
const BOTTOM = ['src/log.ts', 'src/config.ts', 'src/shards.ts'];

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
);

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:from |import\()'([^']+)'/g)].flatMap((match) => match[1] ?? []);
}

/** The files that are loaded with `file`, itself among them: what is imported for types alone or later is not. */
function loadedBy(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'(\.[^']+)'/gm)) {
    loadedBy(path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts'), reached);
  }
  return reached;
}

/** A language, be it read or spoken, and an engine has a folder of its own inside its room. */
const roomOf = (file: string) =>
  path.posix.dirname(file).replace(/^src\/(languages|search|messages)\/.*/, 'src/$1');
const local = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts'));

function mayImport(from: string, to: string): boolean {
  if (TOP.includes(from) || BOTTOM.includes(to)) return true;
  // What is wrong with a setting is said in words.
  if (BOTTOM.includes(from)) return roomOf(to) === 'src/messages';
  const [above, below] = [roomOf(from), roomOf(to)];
  if (above === below) return true;
  const surfaces = new Set([above, below].flatMap((room) => surfaceOf(room) ?? []));
  if (surfaces.size > 1) return false;
  return ROOMS.indexOf(below) !== -1 && ROOMS.indexOf(below) < ROOMS.indexOf(above);
}

describe('imports', () => {
  it('run one way', () => {
    const wrong = files.flatMap((file) =>
      local(file)
        .filter((to) => !mayImport(file, to))
        .map((to) => `${file} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reach only files that exist, from every room that is named here', () => {
    expect(files.flatMap(local).filter((file) => !files.includes(file))).toEqual([]);
    expect([...new Set(files.map(roomOf))].sort()).toEqual([...ROOMS, 'src'].sort());
  });

  it('of what runs in a thread reach no document and no reply, since a thread is given data alone', () => {
    const reached = (found: ReadonlySet<string>): ReadonlySet<string> => {
      const more = new Set([...found].flatMap((file) => [file, ...local(file)]));
      return more.size === found.size ? found : reached(more);
    };
    const modules = files.filter((file) => importsOf(file).some((name) => name.endsWith('threads/serve.js')));
    expect(modules).toEqual([
      'src/corpus/speakers-worker.ts',
      'src/embeddings/worker.ts',
      'src/picture/worker.ts',
      'src/corpus/forms/worker.ts',
    ]);
    const data = [
      'src/text',
      'src/messages',
      'src/threads',
      'src/languages',
      'src/corpus/forms',
      'src/embeddings',
      'src/picture',
    ];
    const beyond = [...reached(new Set(modules))].filter((file) => !data.includes(roomOf(file)));
    expect(beyond).toEqual(['src/corpus/speakers-worker.ts', 'src/corpus/speaker-counts.ts']);
  });

  it('of threads are of their room alone', () => {
    const users = files.filter((file) => importsOf(file).includes('node:worker_threads'));
    expect(users.filter((file) => roomOf(file) !== 'src/threads')).toEqual([]);
  });

  const ofDiscord = (file: string) => importsOf(file).some((name) => /^@?discord/.test(name));

  it('of Discord’s packages are of the surface on Discord alone, and Hono of its room alone', () => {
    const roomsOf = (users: readonly string[]) => [...new Set(users.map(roomOf))].sort();
    expect(roomsOf(files.filter(ofDiscord))).toEqual(['src/surfaces/discord', 'src/surfaces/discord/http']);
    const servers = files.filter((file) => importsOf(file).some((name) => /^@?hono/.test(name)));
    expect(roomsOf(servers)).toEqual(['src/surfaces/discord/http']);
  });

  it('of discord.js are of the gateway alone, and nothing that comes over HTTP loads them', () => {
    const users = files.filter((file) => importsOf(file).includes('discord.js'));
    expect(users).toEqual(
      ['bot', 'client', 'connection', 'gateway-life', 'start'].map(
        (file) => `src/surfaces/discord/${file}.ts`,
      ),
    );
    const reached = loadedBy('src/surfaces/discord/http/bot.ts');
    expect(reached).toContain('src/surfaces/discord/message.ts');
    expect(users.filter((file) => reached.has(file))).toEqual([]);
  });

  it('of the Model Context Protocol are of its room alone, and loaded only where an assistant is served', () => {
    const ofProtocol = (file: string) =>
      importsOf(file).some((name) => name.startsWith('@modelcontextprotocol/'));
    const users = files.filter(ofProtocol);
    expect([...new Set(users.map(roomOf))]).toEqual(['src/surfaces/mcp']);
    for (const program of TOP) expect([...loadedBy(program)].filter(ofProtocol)).toEqual([]);
    expect([...loadedBy('src/surfaces/mcp/stdio.ts')]).toContain('src/surfaces/mcp/server.ts');
  });

  it('of prom-client are of src/health alone, which is loaded only where its port is set', () => {
    const users = files.filter((file) => importsOf(file).includes('prom-client'));
    expect([...new Set(users.map(roomOf))]).toEqual(['src/health']);
    expect([...loadedBy('src/main.ts')].filter((file) => roomOf(file) === 'src/health')).toEqual([]);
  });

  it.each(TOP)('of discord.js are loaded by %s only where it goes on Discord', (program) => {
    const reached = loadedBy(program);
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].filter(ofDiscord)).toEqual([]);
  });

  it('of the file system are of the corpus, the dictionary, the thread that keeps vectors, a cluster’s certificate, and what is handed over in the terminal', () => {
    const users = files.filter((file) => importsOf(file).some((name) => /^(?:node:)?fs/.test(name)));
    expect(users.filter((file) => roomOf(file) !== 'src/corpus')).toEqual([
      'src/embeddings/model-files.ts',
      'src/embeddings/vector-file.ts',
      'src/search/opensearch/cluster.ts',
      'src/surfaces/terminal/read-files.ts',
      'src/languages/english/wordnet/files.ts',
    ]);
  });
});

describe('commands/', () => {
  const inFolder = readdirSync(path.join(ROOT, 'commands')).filter((file) => file !== 'index.ts');

  it('holds a file for each command of its index, and no other', () => {
    expect(inFolder.sort()).toEqual(
      commands.map(({ name }) => `${name.toLowerCase().replaceAll(' ', '-')}.ts`).sort(),
    );
  });

  it('declares each name once', () => {
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('lets moderators be asked for in the home server, and nobody else there', () => {
    for (const { where, moderation = false } of commands) expect(where === 'home server').toBe(moderation);
  });

  it('offers private: wherever passages are shown', () => {
    for (const { command, options } of signatures(commands)) {
      expect(options.some(({ name }) => name === 'private')).toBe(!command.moderation);
    }
  });
});
