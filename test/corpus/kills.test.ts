import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type KeptRecord, keptFiles } from '../../src/corpus/kept-text.js';
import { readSeeds } from '../../src/corpus/seeds.js';
import { sha256Of } from '../../src/text/sha256.js';
import { seededRandom } from '../bench/texts.js';
import { compiled } from '../support/build.js';
import { folderOf, writeFiles } from '../support/folder.js';

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
const seeds = process.argv[2];
const { library } = await loadLibrary(seeds);
const live = new LiveLibrary(library, (loading) => loadLibrary(seeds, loading), { seeds });
const session = new Session({ commands: [corpus], live, log: createLog('silent'), style: PLAIN });
process.stdout.write('{}\\n');
const streams = { input: process.stdin, output: process.stdout };
await chat({ session, live, mode: 'json', streams, progress: new Progress(process.stderr), working: String });
`;

/** The encodings of documents whose text is taken out of them; both have the letter that is in it. */
const ENCODINGS = ['windows-1252', 'iso-8859-15'];

/** What a folder holds: the texts of its documents and what is stated of them, and the texts that were taken out of it. */
interface Contents {
  readonly texts: Readonly<Record<string, string>>;
  /** The texts that were taken out of documents, by these. */
  readonly extracted: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, { readonly title: string; readonly encoding?: string }>>;
  /** Documents and texts that were taken out of them. */
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

/** What is to be added under a name, as the options of a request; every other document has to be taken out of its file. */
function newDocument(before: Contents, name: string, number: number) {
  const isEncoded = number % 2 === 1;
  const [title, encoding] = [`Title ${number}`, ENCODINGS[0] ?? ''];
  const text = `T${isEncoded ? 'ë' : 'e'}xt ${number} ${'of a paragraph. '.repeat(number % 50)}`.trim();
  const folder = isEncoded ? folderOf({ [name]: Buffer.from(`${text}\n`, 'latin1') }) : '';
  const given = isEncoded ? { file: path.join(folder, name), encoding } : { text };
  const { texts, sources } = before;
  return {
    options: { id: name.replace('.txt', ''), title, ...given },
    texts: { ...texts, [name]: `${text}\n` },
    sources: { ...sources, [name]: { title, ...(isEncoded && { encoding }) } },
    extracted: {
      ...without(before.extracted, name),
      ...(isEncoded && { [name]: `${text}\n` }),
    },
  };
}

/** A random change of a folder, or a reload. */
function stepFrom(before: Contents, random: () => number, number: number): Step {
  const names = Object.keys(before.texts).filter((name) => name !== 'kept.txt');
  const name = names[Math.floor(random() * names.length)];
  const id = name?.replace('.txt', '') ?? '';
  const { texts, sources, removed, extracted } = before;
  const drawn = random();
  if (!name || drawn < 0.35) {
    const { options, ...after } = newDocument(before, `made-${number}.txt`, number);
    return { request: { command: 'corpus add', options }, after: { ...after, removed } };
  }
  const title = `Title ${number}`;
  const { encoding } = sources[name] ?? {};
  const taken = extracted[name] === undefined ? [] : [extracted[name]];
  if (drawn < 0.5) {
    const options = { document: id, title };
    const after = { ...before, sources: { ...sources, [name]: { ...sources[name], title } } };
    return { request: { command: 'corpus edit', options }, after };
  }
  if (drawn < 0.6 && encoding !== undefined) {
    const other = ENCODINGS.find((one) => one !== encoding) ?? '';
    const after = {
      texts,
      sources: { ...sources, [name]: { title, encoding: other } },
      extracted: { ...extracted, [name]: texts[name] ?? '' },
      removed: [...removed, ...taken],
    };
    return {
      request: { command: 'corpus edit', options: { document: id, title, encoding: other } },
      after,
    };
  }
  const gone = [...removed, texts[name] ?? '', ...taken];
  if (drawn < 0.75) {
    const after = {
      texts: without(texts, name),
      sources: without(sources, name),
      extracted: without(extracted, name),
      removed: gone,
    };
    return { request: { command: 'corpus remove', options: { document: id, confirm: true } }, after };
  }
  if (drawn < 0.9) {
    const { options, ...after } = newDocument(before, name, number);
    const request = { command: 'corpus add', options: { ...options, replace: true } };
    return { request, after: { ...after, removed: gone } };
  }
  return { request: { command: 'corpus reload' }, after: before };
}

/** What is in a folder by now; every file of it is taken into account. */
function contentsOf(folder: string): Contents {
  // A change that did not even begin leaves its name for a while, which nobody reads.
  const isNothing = (name: string) => /^\.pending\.json\.\d+$/.test(name);
  const ASIDE = ['sources.json', '.removed', '.extracted'];
  const files = readdirSync(folder).filter((name) => !ASIDE.includes(name) && !isNothing(name));
  const read = (name: string) => readFileSync(path.join(folder, name));
  const textsIn = (aside: string) =>
    existsSync(path.join(folder, aside))
      ? readdirSync(path.join(folder, aside)).filter((name) => name.endsWith('.txt'))
      : [];
  return {
    texts: Object.fromEntries(files.map((name) => [name, read(name).toString('latin1')])),
    extracted: Object.fromEntries(
      textsIn('.extracted').map((name) => [
        name.slice(0, -4),
        read(path.join('.extracted', name)).toString(),
      ]),
    ),
    sources: JSON.parse(read('sources.json').toString()) as Contents['sources'],
    removed: textsIn('.removed').map((name) =>
      read(path.join('.removed', name)).toString(name.endsWith('.extracted.txt') ? 'utf8' : 'latin1'),
    ),
  };
}

/** Has each text look as if an earlier version had taken it out, so that none can be made anew, and returns what is there then. */
function aged(folder: string): Contents {
  for (const [name, text] of Object.entries(contentsOf(folder).extracted)) {
    const { text: file, record } = keptFiles(name);
    const known = JSON.parse(readFileSync(path.join(folder, record), 'utf8')) as KeptRecord;
    if (known.version === 'earlier') continue;
    const earlier = `${text.trimEnd()} And what today’s leaves out.\n`;
    const aging = { ...known, version: 'earlier', textSha256: sha256Of(Buffer.from(earlier)) };
    writeFiles(folder, { [file]: earlier, [record]: JSON.stringify(aging) });
  }
  return contentsOf(folder);
}

/** In a form in which equal contents are equal. */
function inOrder({ texts, sources, removed, extracted }: Contents): object {
  const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    texts: sorted(texts),
    sources: sorted(sources),
    extracted: sorted(extracted),
    removed: [...removed].sort(),
  };
}

interface Process {
  readonly child: ChildProcess;
  readonly answers: AsyncIterator<string>;
}

async function started(folder: string): Promise<Process> {
  // A file, since threads that take texts out of documents are started with the same arguments.
  const program = path.join(folderOf({ 'program.mjs': PROGRAM }), 'program.mjs');
  const child = spawn(process.execPath, [program, folder], {
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
    known = aged(folder);
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
