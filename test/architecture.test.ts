import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { ROOT } from './support/build.js';

/** The rooms from the ground up. A file imports from its own room and from those before it, and from no other. */
const ROOMS = [
  'src/text',
  'src/languages',
  'src/corpus',
  'src/search',
  'src/verify',
  'src/compare',
  'src/library',
  'src/reply',
  'src/picture',
  'src/command',
  'commands',
  'src/surfaces/discord',
  'src/surfaces/terminal',
];
/** The two surfaces know nothing of each other. */
const SURFACES = new Set(['src/surfaces/discord', 'src/surfaces/terminal']);
/** Files beside the rooms that are at the top or, like the log, at the bottom. */
const TOP = ['src/main.ts', 'src/check-seeds.ts'];
const BOTTOM = ['src/log.ts', 'src/config.ts'];

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
);

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(/from '([^']+)'/g)].flatMap((match) => match[1] ?? []);
}

/** A language, and an engine, has a folder of its own inside its room. */
const roomOf = (file: string) => path.posix.dirname(file).replace(/^src\/(languages|search)\/.*/, 'src/$1');
const local = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts'));

function mayImport(from: string, to: string): boolean {
  if (TOP.includes(from) || BOTTOM.includes(to)) return true;
  const [above, below] = [roomOf(from), roomOf(to)];
  if (above === below) return true;
  if (SURFACES.has(above) && SURFACES.has(below)) return false;
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

  it('of discord.js are, below the surface, of what declares a command alone', () => {
    const allowed = ['src/surfaces/discord', 'src/command', 'commands', 'src/surfaces/terminal', 'src/reply'];
    const users = files.filter((file) => importsOf(file).includes('discord.js'));
    expect(users.filter((file) => !allowed.includes(roomOf(file)))).toEqual([]);
    const declares = /^import (?:type )?\{([^}]+)\} from 'discord\.js'/m;
    for (const file of users.filter((user) => roomOf(user) !== 'src/surfaces/discord')) {
      const names = declares.exec(readFileSync(path.join(ROOT, file), 'utf8'))?.[1] ?? '';
      expect(names).not.toMatch(/Client|Interaction(?!Context)|REST\b|Routes|Message/);
    }
  });

  it('of the file system are of the corpus and the program alone', () => {
    const users = files.filter((file) => importsOf(file).some((name) => /^(?:node:)?fs/.test(name)));
    expect(users.filter((file) => roomOf(file) !== 'src/corpus')).toEqual([]);
  });
});

describe('commands/', () => {
  const inFolder = readdirSync(path.join(ROOT, 'commands')).filter((file) => file !== 'index.ts');

  it('holds a file for each command of its index, and no other', () => {
    expect(inFolder.sort()).toEqual(
      commands.map(({ declaration }) => `${declaration.name.toLowerCase().replaceAll(' ', '-')}.ts`).sort(),
    );
  });

  it('declares each name once, with all that Discord wants to know', () => {
    const names = commands.map(({ declaration }) => declaration.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { declaration } of commands)
      expect(declaration).toMatchObject({ contexts: expect.any(Array) });
  });

  it('lets moderators alone, and nobody else, be asked for permissions', () => {
    for (const { declaration, moderation = false } of commands) {
      expect(declaration.default_member_permissions ?? null).toBe(moderation ? '32' : null);
    }
  });

  it('offers private: wherever passages are shown', () => {
    for (const { declaration, moderation } of commands) {
      if (!('description' in declaration)) continue;
      const offers = declaration.options?.some(({ name }) => name === 'private') ?? false;
      expect(offers).toBe(!moderation);
    }
  });
});
