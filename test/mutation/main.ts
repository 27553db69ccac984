import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutated, partOf, readMutants, relatedTests } from './mutants.js';

/*
 * Changes decisive lines one at a time, in a copy of the project, and sees whether a test fails:
 *
 *   npm run mutants                  all of them, each against its related tests first, then against the others
 *   npm run mutants -- --part 12     twelve from all over the list, against their related tests alone
 *   npm run mutants -- b k           those with these ids
 *
 * It fails where fewer are caught than `FLOOR` asks for, and where the list no longer fits the code.
 */

/** The project's folder: npm runs a script there. */
const ROOT = process.cwd();
/** The share of mutants that tests catch: what a change to the tests may not fall below. */
const FLOOR = 0.95;
/** What no run of the tests needs, or has a link to: all else is copied, since tests read pages, settings and the licence. */
const NOT_COPIED = ['.git', '.env', 'dist', 'node_modules'];
/**
 * What catches nothing: what measures time would catch anything on a busy machine, and what holds prose to the code
 * says nothing of what the code does.
 */
const PASSED_OVER = ['test/growth.test.ts', 'test/docs.test.ts', 'test/readme.test.ts'];
/** A run that takes longer, in milliseconds, and longer than all tests without a change by so many times, hangs: that is caught as well. */
const TIMEOUT_MS = 600_000;
const TIMES_LONGER = 3;

const VITEST = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
const COMPILER = path.join(ROOT, 'node_modules/typescript/bin/tsc');

/** What became of a mutant: the test file that fails, or nothing. */
interface Outcome {
  readonly mutant: Mutant;
  readonly caughtBy: string | undefined;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { part: { type: 'string' } },
  });
  const all = readMutants(ROOT);
  // Each is tried first, so that a list which no longer fits the code says so at once.
  for (const mutant of all) mutated(readFileSync(path.join(ROOT, mutant.file), 'utf8'), mutant);
  const unknown = positionals.filter((id) => !all.some((mutant) => mutant.id === id));
  if (unknown.length > 0) throw new Error(`There is no mutant ${unknown.join(', ')}`);
  const named = all.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  const chosen = values.part === undefined ? named : partOf(named, Number(values.part));
  const folder = copyOfProject();
  try {
    // What fails anyway would catch everything.
    const thoroughly = values.part === undefined;
    const began = performance.now();
    const broken = failing(thoroughly ? [] : ['test/quality/'], folder);
    if (broken) throw new Error(`${broken} fails without any change`);
    const timeout = Math.max(TIMEOUT_MS, Math.ceil(TIMES_LONGER * (performance.now() - began)));
    const outcomes = chosen.map((mutant) => tried(mutant, folder, { thoroughly, timeout }));
    report(outcomes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyOfProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-mutants-'));
  for (const name of readdirSync(ROOT).filter((one) => !NOT_COPIED.includes(one)))
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** How a mutant is tried: against which tests, and for how many milliseconds. */
interface Trial {
  readonly thoroughly: boolean;
  readonly timeout: number;
}

/** Tries one mutant; `thoroughly`: against all tests where its related ones pass. */
function tried(mutant: Mutant, folder: string, { thoroughly, timeout }: Trial): Outcome {
  const began = performance.now();
  const file = path.join(folder, mutant.file);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, mutated(text, mutant));
  try {
    const compiled = run([COMPILER, '-p', folder], folder);
    if (compiled.status !== 0) throw new Error(`${mutant.id} does not compile:\n${compiled.stdout}`);
    const related = relatedTests(mutant.file);
    const caughtBy =
      failing(related, folder, timeout) ?? (thoroughly ? failing([], folder, timeout) : undefined);
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`${caughtBy ? 'caught  ' : 'SURVIVED'} ${mutant.id} (${seconds} s) ${caughtBy ?? mutant.file}`);
    return { mutant, caughtBy };
  } finally {
    writeFileSync(file, text);
  }
}

/** The first test file that fails, without modules loaded anew for each, which takes most of the time; all are run where none are named. */
function failing(tests: readonly string[], folder: string, timeout?: number): string | undefined {
  const excluded = PASSED_OVER.map((file) => `--exclude=${file}`);
  const options = ['run', '--bail=1', '--no-isolate', '--reporter=dot', '--no-color', ...excluded];
  const { status, stdout, stderr } = run([VITEST, ...options, ...tests], folder, timeout);
  if (status === 0) return undefined;
  const [, file] = /FAIL\s+(?:\|\S+\|\s+)?(\S+)/.exec(stdout + stderr) ?? [];
  return file ?? (status === null ? 'a run that does not end' : 'a run that fails as a whole');
}

function run(command: readonly string[], cwd: string, timeout?: number) {
  return spawnSync(process.execPath, command, { cwd, encoding: 'utf8', timeout });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report(outcomes: readonly Outcome[]): void {
  const survived = outcomes.filter(({ caughtBy }) => caughtBy === undefined);
  const caught = outcomes.length - survived.length;
  say(`${caught} of ${outcomes.length} caught`);
  for (const { mutant } of survived) say(`survived: ${mutant.id}, ${mutant.file}: ${mutant.from}`);
  if (caught < outcomes.length * FLOOR) process.exitCode = 1;
}

main();
