import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, settingsWithoutEffect } from '../src/config.js';
import { MAX_FILE_BYTES } from '../src/corpus/files.js';
import { MAX_PROCESSES } from '../src/processes/size.js';
import { Member } from './discord-server/member.js';
import { startDiscord } from './support/bot.js';
import { ROOT } from './support/build.js';
import { folderOf } from './support/folder.js';
import { running } from './support/program.js';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** A step of a Dockerfile: `COPY --from=build /app/dist ./dist`. */
interface Step {
  readonly instruction: string;
  readonly rest: string;
}

/** The steps of each stage, in order; each stands on a line of its own. */
function stagesOf(
  dockerfile: string,
): { readonly name: string; readonly image: string; readonly steps: Step[] }[] {
  const stages: ReturnType<typeof stagesOf> = [];
  for (const line of dockerfile.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [instruction = '', ...rest] = line.split(' ');
    if (instruction !== 'FROM') stages.at(-1)?.steps.push({ instruction, rest: rest.join(' ') });
    else stages.push({ image: rest[0] ?? '', name: rest[2] ?? '', steps: [] });
  }
  return stages;
}

const stages = stagesOf(read('docs/Dockerfile'));
const [, last] = stages;
const restOf = (instruction: string) =>
  last?.steps.filter((step) => step.instruction === instruction).map(({ rest }) => rest) ?? [];

/** An empty tree of folders in which the steps of a stage are run, in place of the image's root. */
class Tree {
  readonly root: string;
  #folder = '/';

  constructor(
    above: string,
    name: string,
    private readonly others: ReadonlyMap<string, Tree>,
  ) {
    this.root = path.join(above, name || 'last');
    mkdirSync(this.root);
  }

  at(place: string): string {
    return path.join(this.root, path.posix.resolve(this.#folder, place));
  }

  take({ instruction, rest }: Step): void {
    if (instruction === 'WORKDIR') {
      this.#folder = rest;
      mkdirSync(this.at('.'), { recursive: true });
    } else if (instruction === 'COPY') this.#copy(rest.split(' '));
    else if (instruction === 'RUN') for (const command of rest.split(' && ')) this.#run(command);
  }

  #copy(words: readonly string[]): void {
    const from = /^--from=(.+)$/.exec(words[0] ?? '')?.[1];
    const [to = '', ...files] = (from ? words.slice(1) : words).toReversed();
    const other = from === undefined ? undefined : this.others.get(from);
    for (const file of files) {
      const source = other ? other.at(file) : path.join(ROOT, file);
      const target = to.endsWith('/') ? path.join(this.at(to), path.basename(file)) : this.at(to);
      // A link stays one, so that what is installed is not copied with all its files.
      cpSync(source, target, { recursive: true, verbatimSymlinks: true });
    }
  }

  #run(command: string): void {
    const [program = '', ...args] = command.split(' ');
    expect(program).toBe('npm');
    // What is installed here is what the lock file says, so it need not be fetched once more.
    if (args[0] === 'ci') symlinkSync(path.join(ROOT, 'node_modules'), this.at('node_modules'), 'dir');
    else if (args[0] !== 'prune') execFileSync('npm', args, { cwd: this.at('.'), stdio: 'pipe' });
  }
}

/** Every file of a folder with its size and the time of its last change, but what is installed. */
function contentsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('node_modules'))
    .map((name) => {
      const { size, mtimeMs, mode } = statSync(path.join(folder, name));
      return `${name} ${size} ${mtimeMs} ${mode}`;
    })
    .sort();
}

let above: string;
/** What the container has as /app. */
let app: string;
beforeAll(() => {
  above = mkdtempSync(path.join(tmpdir(), 'verbatim-hosting-'));
  const trees = new Map<string, Tree>();
  for (const { name, steps } of stages) {
    const tree = new Tree(above, name, trees);
    for (const step of steps) tree.take(step);
    trees.set(name, tree);
  }
  app = trees.get('')?.at('.') ?? '';
  for (const name of ['', ...readdirSync(app, { recursive: true, encoding: 'utf8' })]) {
    if (!name.startsWith('node_modules'))
      chmodSync(path.join(app, name), statSync(path.join(app, name)).isDirectory() ? 0o555 : 0o444);
  }
}, 120_000);
afterAll(() => {
  if (app)
    for (const name of ['', ...readdirSync(app, { recursive: true, encoding: 'utf8' })]) {
      if (!name.startsWith('node_modules')) chmodSync(path.join(app, name), 0o755);
    }
  rmSync(above, { recursive: true, force: true });
});

/** Starts what the container starts, with these settings alone. */
function startIn(folder: string, command: readonly string[], environment: Record<string, string>) {
  const [program = '', ...args] = command;
  const env = { PATH: process.env.PATH ?? '', ...environment };
  return running(spawn(program, args, { cwd: folder, env }));
}

describe('docs/Dockerfile', () => {
  const entry = JSON.parse(restOf('ENTRYPOINT')[0] ?? '[]') as string[];
  const [, called = '[]'] = /CMD (\[.+\])$/.exec(restOf('HEALTHCHECK')[0] ?? '') ?? [];
  const check = JSON.parse(called) as string[];

  it('ends as nobody in particular, on an image of a Node.js that the program runs on', () => {
    expect(stages.map(({ image }) => image)).toEqual(['node:24-slim', 'node:24-slim']);
    expect(restOf('USER')).toEqual(['1000:1000']);
    expect(restOf('VOLUME')).toEqual([`${restOf('WORKDIR')[0]}/seeds`]);
  });

  it('copies only what is handed to Docker, which is never the token', () => {
    const ignored = read('docs/Dockerfile.dockerignore').split('\n');
    expect(ignored).toContain('*');
    const copied = stages
      .flatMap(({ steps }) => steps)
      .filter(({ instruction, rest }) => instruction === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect(copied.map((file) => `!${file}`).sort()).toEqual(
      ignored.filter((line) => line.startsWith('!')).sort(),
    );
  });

  it('leaves out nothing that the program imports', () => {
    const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    const installed = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
    const imported = new Set<string>();
    for (const file of readdirSync(path.join(app, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.js')) continue;
      const code = readFileSync(path.join(app, 'dist', file), 'utf8');
      const statements = code.matchAll(/^(?:import|export) (?:[^;'=]* from )?'([^']+)';$/gm);
      const calls = code.matchAll(/(?:\bimport|\.resolve)\('([^']+)'\)/g);
      for (const [, module = ''] of [...statements, ...calls]) {
        const [name = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(module) ?? [];
        if (!/^(?:\.|node:)/.test(name)) imported.add(name);
      }
    }
    expect(imported.size).toBeGreaterThan(10);
    expect([...imported].filter((name) => !installed.includes(name))).toEqual([]);
  });

  it('answers a line of JSON, and writes nothing', async () => {
    const before = contentsOf(app);
    const { child, ended, out, err } = startIn(app, [...entry, '--json'], { NODE_ENV: 'production' });
    child.stdin.end('/quote topic:NGOs\n');
    expect((await ended).code).toBe(0);
    expect(err()).toBe('');
    expect(JSON.parse(out())).toMatchObject({ outcome: 'answered', command: 'quote' });
    expect(contentsOf(app)).toEqual(before);
  });

  it('is healthy once it runs on Discord, and leaves when it is told to', async () => {
    const before = contentsOf(app);
    const discord = await startDiscord();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = String((server.address() as AddressInfo).port);
    await new Promise((resolve) => server.close(resolve));
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, HEALTH_PORT: port };
    const { child, ended, err } = startIn(app, entry, settings);
    await expect.poll(err, { timeout: 20_000 }).toContain('Registered the commands');
    expect((await new Member(discord).type('quote', { topic: 'NGOs' })).embeds).toHaveLength(3);
    const isHealthy = async () => (await startIn(app, check, { HEALTH_PORT: port }).ended).code === 0;
    expect(await isHealthy()).toBe(true);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(await isHealthy()).toBe(false);
    expect(contentsOf(app)).toEqual(before);
  }, 60_000);

  it('says how it is at one port where none is set, too, and takes options', async () => {
    const folder = folderOf({ node: '#!/bin/sh\necho "$HEALTH_PORT" "$@"\n' });
    chmodSync(path.join(folder, 'node'), 0o755);
    const environment = { PATH: `${folder}:${process.env.PATH}` };
    const said = (HEALTH_PORT: string) =>
      execFileSync(entry[0] ?? '', [...entry.slice(1), '--processes', '4'], {
        env: { ...environment, HEALTH_PORT },
        encoding: 'utf8',
      });
    expect(said('')).toBe('9464 --enable-source-maps dist/src/main.js --processes 4\n');
    expect(said('1234')).toMatch(/^1234 /);
    expect(check.at(-1)).toContain('process.env.HEALTH_PORT || 9464');
  });
});

describe('docs/verbatim.service', () => {
  const unit = read('docs/verbatim.service');
  const of = (name: string) =>
    Array.from(unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm')), ([, value]) => value);

  it('starts what the container starts, from where its documentation is', async () => {
    const [command = ''] = of('ExecStart');
    expect(of('Documentation')).toEqual([`file://${of('WorkingDirectory')[0]}/docs/hosting.md`]);
    const { child, ended, out, err } = startIn(app, [...command.split(' '), '--json'], {});
    child.stdin.end('/quote topic:NGOs\n');
    expect((await ended).code).toBe(0);
    expect(err()).toBe('');
    expect(JSON.parse(out())).toMatchObject({ outcome: 'answered' });
  });

  it('waits for longer than the program takes to leave, and not for ever where every start fails', () => {
    expect(Number(of('TimeoutStopSec')[0])).toBeGreaterThan(10);
    expect(of('Restart')).toEqual(['on-failure']);
    expect(Number(of('RestartSec')[0]) * Number(of('StartLimitBurst')[0])).toBeLessThan(600);
    expect(of('StartLimitIntervalSec')).toEqual(['10min']);
  });

  it('gives the program nothing but what it needs', () => {
    for (const name of ['DynamicUser', 'NoNewPrivileges', 'PrivateDevices', 'PrivateTmp', 'ProtectHome']) {
      expect(of(name), name).toEqual(['yes']);
    }
    expect(of('ProtectSystem')).toEqual(['strict']);
    expect(of('CapabilityBoundingSet')).toEqual(['']);
    // Node.js compiles while it runs.
    expect(of('MemoryDenyWriteExecute')).toEqual([]);
    expect(of('ReadWritePaths')).toEqual([]);
  });

  it('is a unit that systemd takes, where there is one to ask', () => {
    const asked = spawnSync('systemd-analyze', ['verify', path.join(ROOT, 'docs/verbatim.service')], {
      encoding: 'utf8',
    });
    const isMissing = asked.error !== undefined;
    expect(isMissing || { status: asked.status, said: asked.stderr }).toEqual(
      isMissing || { status: 0, said: '' },
    );
  });
});

describe('.env.example', () => {
  const lines = read('.env.example')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  it('is read alike by the program, by Docker and by systemd: no quotation marks, no remark behind a value', () => {
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+=[\w./-]*$/);
  });

  it('names every setting, and as it stands changes nothing', () => {
    const settings = Object.fromEntries(lines.map((line) => line.split('=')));
    expect(readConfig(settings)).toEqual(readConfig({}));
    expect(settingsWithoutEffect(settings)).toEqual([]);
    const hosting = read('docs/hosting.md');
    for (const name of Object.keys(settings)) expect(hosting).toContain(`\`${name}\``);
  });
});

describe('docs/hosting.md and docs/SECURITY.md', () => {
  const hosting = read('docs/hosting.md').replace(/\s+/g, ' ');

  it('name the limits as they are', () => {
    expect(hosting).toContain(`A file has ${MAX_FILE_BYTES / 1024 / 1024} MiB at most`);
    expect(hosting).toContain('Sixty-four processes are the most');
    expect(MAX_PROCESSES).toBe(64);
    expect(hosting).toContain('One answer computes for two seconds at most');
    expect(read('src/command/run.ts')).toContain('const BUDGET_MS = 2_000;');
  });

  it('say rightly that no package runs anything when it is installed', () => {
    expect(read('docs/SECURITY.md')).toContain('have no install scripts');
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };
    const running = Object.entries(packages).filter(([, one]) => 'hasInstallScript' in one);
    expect(running.map(([name]) => name)).toEqual([]);
  });
});
