import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** Where runs are recorded, from the project's folder, in which `npm run` runs. */
const FILE = path.join('test', 'bench', 'history.jsonl');

/** Figures of one kind that a run measured; times are in milliseconds, memory in MiB, and what ends in `To…` are ratios. */
export interface Recorded {
  readonly kind: string;
  readonly library: string;
  /** In passages. */
  readonly size: number;
  readonly figures: Readonly<Record<string, number | undefined>>;
}

/** Appends a line to the history, with the day, the commit (`+` where files differ from it) and the version of Node.js. */
export function record({ kind, library, size, figures }: Recorded): void {
  const line = {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    node: process.version,
    kind,
    library,
    size,
    figures: Object.fromEntries(Object.entries(figures).flatMap(([name, figure]) => entry(name, figure))),
  };
  appendFileSync(FILE, `${JSON.stringify(line)}\n`);
}

/** Three digits are more than two runs have in common. */
function entry(name: string, figure: number | undefined): [string, number][] {
  return figure === undefined || !Number.isFinite(figure) ? [] : [[name, Number(figure.toPrecision(3))]];
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', '.', `:!${FILE}`) !== '';
  return git('rev-parse', '--short', 'HEAD') + (changed ? '+' : '');
}
