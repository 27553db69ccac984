import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readSeeds } from '../../src/corpus/seeds.js';
import { seededRandom } from '../bench/texts.js';
import { compiled } from '../support/build.js';
import { folderOf } from '../support/folder.js';

/** As the issue of these commands promises. */
const KILLS = 100;
/** So many folders are changed and killed over at once, which is as many as the machines of CI have cores. */
const AT_ONCE = 2;
/** How long a change takes at first, in milliseconds; then as long as the last one that was answered. */
const FIRST_TOOK_MS = 60;
/** The process is killed at any time up to so many times as long as a change takes, so that some are through. */
const LATEST = 1.5;
/** For how many answers a process may go on before it is killed. */
const MOST_ANSWERS = 3;

/** What `npm start -- --json` is, with nothing but `/corpus`, so that it starts fast enough to be killed a hundred times. */
const PROGRAM = `
import { corpus } from '${compiled('commands/corpus')}';
import { LiveLibrary } from '${compiled('src/library/live')}';
import { loadLibrary } from '${compiled('src/library/load')}';
import { createLog } from '${compiled('src/log')}';
import { PLAIN } from '${compiled('src/reply/plain-text')}';
import { chat } from '${compiled('src/surfaces/terminal/chat')}';
import { Progress } from '${compiled('src/surfaces/terminal/progress')}';
import { Session } from '${compiled('src/surfaces/terminal/session')}';
const seeds = process.argv[1];
const { library } = await loadLibrary(seeds);
const live = new LiveLibrary(library, (loading) => loadLibrary(seeds, loading), { seeds });
const session = new Session({ commands: [corpus], live, log: createLog('silent'), style: PLAIN });
process.stdout.write('{}\\n');
const streams = { input: process.stdin, output: process.stdout };
await chat({ session, live, mode: 'json', streams, progress: new Progress(process.stderr), working: String });
`;

/** What a folder holds: the texts of its documents and what is stated of them, and the texts that were taken out of it. */
interface Contents {
  readonly texts: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, { readonly title: string }>>;
  readonly removed: readonly string[];
}

/** A change, and what is there after it. */
interface Step {
  readonly request: object;
  readonly after: Contents;
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

/** A random change of a folder, or a reload. */
function stepFrom(before: Contents, random: () => number, number: number): Step {
  const names = Object.keys(before.texts).filter((name) => name !== 'kept.txt');
  const name = names[Math.floor(random() * names.length)];
  const id = name?.replace('.txt', '') ?? '';
  const [title, text] = [
    `Title ${number}`,
    `Text ${number} ${'of a paragraph. '.repeat(number % 50)}`.trim(),
  ];
  const { texts, sources, removed } = before;
  const drawn = random();
  if (!name || drawn < 0.35) {
    const file = `made-${number}.txt`;
    const options = { id: `made-${number}`, text, title };
    const after = {
      texts: { ...texts, [file]: `${text}\n` },
      sources: { ...sources, [file]: { title } },
      removed,
    };
    return { request: { command: 'corpus add', options }, after };
  }
  if (drawn < 0.55) {
    const options = { document: id, title };
    const after = { texts, sources: { ...sources, [name]: { title } }, removed };
    return { request: { command: 'corpus edit', options }, after };
  }
  const gone = [...removed, texts[name] ?? ''];
  if (drawn < 0.75) {
    const after = { texts: without(texts, name), sources: without(sources, name), removed: gone };
    return { request: { command: 'corpus remove', options: { document: id, confirm: true } }, after };
  }
  if (drawn < 0.9) {
    const options = { id, text, title, replace: true };
    const after = {
      texts: { ...texts, [name]: `${text}\n` },
      sources: { ...sources, [name]: { title } },
      removed: gone,
    };
    return { request: { command: 'corpus add', options }, after };
  }
  return { request: { command: 'corpus reload' }, after: before };
}

/** What is in a folder by now; every file of it is taken into account. */
function contentsOf(folder: string): Contents {
  // A change that did not even begin leaves its name for a while, which nobody reads.
  const isNothing = (name: string) => /^\.pending\.json\.\d+$/.test(name);
  const files = readdirSync(folder).filter(
    (name) => name !== 'sources.json' && name !== '.removed' && !isNothing(name),
  );
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const kept = readdirSync(folder).includes('.removed') ? readdirSync(path.join(folder, '.removed')) : [];
  return {
    texts: Object.fromEntries(files.map((name) => [name, read(name)])),
    sources: JSON.parse(read('sources.json')) as Contents['sources'],
    removed: kept.filter((name) => name.endsWith('.txt')).map((name) => read(path.join('.removed', name))),
  };
}

/** In a form in which equal contents are equal. */
function inOrder({ texts, sources, removed }: Contents): object {
  const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return { texts: sorted(texts), sources: sorted(sources), removed: [...removed].sort() };
}

interface Process {
  readonly child: ChildProcess;
  readonly answers: AsyncIterator<string>;
}

async function started(folder: string): Promise<Process> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await answers.next()).done).toBe(false);
  return { child, answers };
}

async function kill({ child }: Process): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Changes a folder, kills whoever does it at a random moment, and looks what is there; `kills` times. */
async function changeAndKill(
  folder: string,
  seed: number,
  kills: number,
): Promise<{ undone: number; made: number }> {
  const random = seededRandom(seed);
  const counts = { undone: 0, made: 0 };
  let known = contentsOf(folder);
  let [number, took] = [0, FIRST_TOOK_MS];
  for (let killed = 0; killed < kills; killed++) {
    const running = await started(folder);
    for (let answers = Math.floor(random() * MOST_ANSWERS); answers > 0; answers--) {
      const step = stepFrom(known, random, ++number);
      const began = performance.now();
      running.child.stdin?.write(`${JSON.stringify(step.request)}\n`);
      const { value } = (await running.answers.next()) as { value: string };
      expect(JSON.parse(value), value).toMatchObject({ outcome: 'answered' });
      took = performance.now() - began;
      known = step.after;
      expect(inOrder(contentsOf(folder))).toEqual(inOrder(known));
    }
    const step = stepFrom(known, random, ++number);
    running.child.stdin?.write(`${JSON.stringify(step.request)}\n`);
    await setTimeout(random() * LATEST * took);
    await kill(running);
    // What reads the folder next finds it sound, and leaves nothing half done.
    expect(await readSeeds(folder)).toHaveProperty('revision');
    const found = contentsOf(folder);
    const isNew = JSON.stringify(inOrder(found)) === JSON.stringify(inOrder(step.after));
    expect(inOrder(found)).toEqual(inOrder(isNew ? step.after : known));
    if (step.after !== known) counts[isNew ? 'made' : 'undone']++;
    known = found;
  }
  return counts;
}

it(`keeps documents and sources whole, old or new, over ${KILLS} kills at any moment of a change`, async () => {
  const folders = Array.from({ length: AT_ONCE }, () =>
    folderOf({
      'kept.txt': 'This one stays.\n',
      'sources.json': JSON.stringify({ 'kept.txt': { title: 'Stays' } }),
    }),
  );
  const counts = await Promise.all(
    folders.map((folder, index) => changeAndKill(folder, index + 1, KILLS / AT_ONCE)),
  );
  const of = (key: 'undone' | 'made') => counts.reduce((sum, count) => sum + count[key], 0);
  // Kills that are all too early or all too late would show nothing.
  expect(of('undone')).toBeGreaterThan(0);
  expect(of('made')).toBeGreaterThan(0);
}, 600_000);

it('loses nothing where two processes change one folder at once', async () => {
  const folder = folderOf({ 'kept.txt': 'This one stays.\n' });
  const running = await Promise.all([started(folder), started(folder)]);
  const numbers = [1, 2, 3, 4, 5];
  await Promise.all(
    running.map(async ({ child, answers }, index) => {
      for (const number of numbers) {
        const options = { id: `${index}-${number}`, text: 'Text.', title: `Title ${number}` };
        child.stdin?.write(`${JSON.stringify({ command: 'corpus add', options })}\n`);
        const { value } = (await answers.next()) as { value: string };
        expect(JSON.parse(value), value).toMatchObject({ outcome: 'answered' });
      }
    }),
  );
  await Promise.all(running.map(kill));
  const names = [0, 1].flatMap((index) => numbers.map((number) => `${index}-${number}.txt`));
  const { texts, sources } = contentsOf(folder);
  expect(Object.keys(texts).sort()).toEqual([...names, 'kept.txt'].sort());
  expect(Object.keys(sources).sort()).toEqual(names.sort());
}, 600_000);
