import { record } from './history.js';
import { mebibytes, milliseconds, print, ratio, table } from './measure.js';
import type { CallName, Measured, ReloadFigures, StartFigures } from './speed-tasks.js';

/** What was measured over one corpus. */
export interface Run {
  readonly library: string;
  readonly documents: number;
  readonly passages: number;
  readonly mini: Measured;
  readonly fts5: Measured;
  readonly ours: Measured;
}

const NAMES: Readonly<Record<CallName, string>> = {
  quote: '/quote',
  ask: '/ask',
  verify: '/verify, words that stand',
  altered: '/verify, one word changed',
  compare: '/compare with a topic',
  compareAll: '/compare without a topic',
  suggest: 'suggestions of topics',
};
const MIB = 1024 * 1024;

function keep({ library, passages }: Run, kind: string, figures: Record<string, number | undefined>): void {
  record({ kind, library, size: passages, figures });
}

/** `ours` over `theirs`, or undefined where either was not measured. */
function over(ours: number | undefined, theirs: number | undefined): number | undefined {
  return ours === undefined || theirs === undefined ? undefined : ours / theirs;
}

/** A cell of a table for what may not have been measured. */
function cell(value: number | undefined, format: (value: number) => string, otherwise = ''): string {
  return value === undefined ? otherwise : format(value);
}

const times = (value: number) => ratio(value, 1);

export function printStart(run: Run, recorded: boolean): void {
  const [ours, mini, fts5] = [run.ours.start, run.mini.start, run.fts5.start];
  if (!ours || !mini) return;
  print('Start: from reading the files to the first answer, beside adding the passages to an index');
  const row = (name: string, figure: (of: StartFigures) => number, format: (value: number) => string) => [
    name,
    format(figure(mini)),
    cell(fts5 && figure(fts5), format, 'not on this Node.js'),
    format(figure(ours)),
    ratio(figure(ours), figure(mini)),
  ];
  table([
    ['', 'MiniSearch', 'SQLite FTS5', 'Verbatim', 'to MiniSearch'],
    row('processor time', ({ cpu }) => cpu, milliseconds),
    row('… until it rests', ({ cpuToRest }) => cpuToRest, milliseconds),
    row('wall time', ({ wall }) => wall, milliseconds),
    // What FTS5 holds is beside the heap.
    row('heap after it, texts and all', ({ memory }) => memory.heap, mebibytes).with(2, ''),
    row('memory of the process', ({ memory }) => memory.rss, mebibytes),
    ['event loop held at most', '', '', milliseconds(ours.held), ''],
  ]);
  if (!recorded) return;
  keep(run, 'start', {
    cpuToMiniSearch: ours.cpu / mini.cpu,
    heapToMiniSearch: ours.memory.heap / mini.memory.heap,
    rssToMiniSearch: ours.memory.rss / mini.memory.rss,
    cpu: ours.cpu,
    cpuToRest: ours.cpuToRest,
    held: ours.held,
    heap: ours.memory.heap / MIB,
    rss: ours.memory.rss / MIB,
    miniSearchCpu: mini.cpu,
    miniSearchHeap: mini.memory.heap / MIB,
    miniSearchRss: mini.memory.rss / MIB,
    fts5Cpu: fts5?.cpu,
  });
}

export function printReloads(run: Run, recorded: boolean): void {
  const { start, reloadOne, reloadAll } = run.ours;
  if (!start || !reloadOne || !reloadAll) return;
  print('Reloads, to the first answer after them');
  const row = (name: string, { cpu, held, peak, kept }: ReloadFigures) => [
    name,
    milliseconds(cpu),
    times(cpu / start.cpu),
    milliseconds(held),
    mebibytes(peak.heap),
    mebibytes(peak.rss),
    mebibytes(kept.heap),
  ];
  table([
    ['', 'processor time', 'to a start', 'event loop held', 'heap, most', 'process, most', 'heap after it'],
    row('one document changed', reloadOne),
    row('all documents changed', reloadAll),
  ]);
  if (!recorded) return;
  const figures = ({ cpu, held, peak, kept }: ReloadFigures) => ({
    cpuToStart: cpu / start.cpu,
    cpu,
    held,
    peakHeap: peak.heap / MIB,
    peakRss: peak.rss / MIB,
    keptHeap: kept.heap / MIB,
    miniSearchCpu: run.mini.start?.cpu,
  });
  keep(run, 'reload of one changed document', figures(reloadOne));
  keep(run, 'reload of changed documents', figures(reloadAll));
}

export function printAnswers(run: Run, recorded: boolean): void {
  print('Answers, to the text of their first page');
  const rows: string[][] = [];
  for (const call of Object.keys(NAMES) as CallName[]) {
    const [ours, mini, fts5] = [run.ours.times?.[call], run.mini.times?.[call], run.fts5.times?.[call]];
    if (!ours) continue;
    for (const [name, figure] of [
      ['median', 'median'],
      ['95 % within', 'p95'],
    ] as const) {
      rows.push([
        `${NAMES[call]}, ${name}`,
        cell(mini?.[figure], milliseconds),
        cell(fts5?.[figure], milliseconds, mini && 'not on this Node.js'),
        milliseconds(ours[figure]),
        cell(over(ours[figure], mini?.[figure]), times),
        cell(over(ours[figure], fts5?.[figure]), times),
        ours.unanswered > 0 && figure === 'median' ? String(ours.unanswered) : '',
      ]);
    }
    if (call === 'compareAll' && run.ours.comparedFirst !== undefined)
      rows.push([
        `${NAMES[call]}, after the start`,
        '',
        '',
        milliseconds(run.ours.comparedFirst),
        '',
        '',
        '',
      ]);
    if (!recorded) continue;
    keep(run, NAMES[call], {
      medianToMiniSearch: over(ours.median, mini?.median),
      medianToFts5: over(ours.median, fts5?.median),
      p95ToMiniSearch: over(ours.p95, mini?.p95),
      p95ToFts5: over(ours.p95, fts5?.p95),
      median: ours.median,
      p95: ours.p95,
      afterStart: call === 'compareAll' ? run.ours.comparedFirst : undefined,
      unanswered: ours.unanswered,
      miniSearchMedian: mini?.median,
      miniSearchP95: mini?.p95,
      fts5Median: fts5?.median,
      fts5P95: fts5?.p95,
    });
  }
  table([
    ['', 'MiniSearch', 'SQLite FTS5', 'Verbatim', 'to MiniSearch', 'to FTS5', 'given up or refused'],
    ...rows,
  ]);
}
