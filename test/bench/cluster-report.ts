import type { IngestFigures } from './cluster-ingest.js';
import { type CallFigures, CLUSTER_CALLS, type ClusterCall, type ClusterMeasured } from './cluster-tasks.js';
import { mebibytes, milliseconds, print, ratio, table } from './measure.js';
import type { Sameness } from './same-answers.js';

/** What was measured over one corpus. */
export interface ClusterRun {
  readonly library: string;
  readonly size: number;
  readonly ingested: IngestFigures;
  readonly cluster: ClusterMeasured;
  readonly embedded: ClusterMeasured | undefined;
}

const NAMES: Readonly<Record<ClusterCall, string>> = {
  quote: '/quote',
  ask: '/ask',
  verify: '/verify, words that stand',
  altered: '/verify, one word changed',
  compare: '/compare with a topic',
  suggest: 'suggestions of topics',
};

/** What the 95th percentile is to be within, as a multiple of the cluster's own query. */
const AIMS: Partial<Record<ClusterCall, number>> = { quote: 3, ask: 3, verify: 4, altered: 15 };
/** From the second size to the last. */
const GROWTH_AIM = 1.6;
const BULK_AIM = 0.7;
const MEMORY_AIM = 10;

/** Passages a second, beside a bare `_bulk` of the same bytes. */
export function printIngest({ size, ingested }: ClusterRun): void {
  const { took, cpu, grown, sent, stored, bare } = ingested;
  const rate = (milliseconds: number) => `${Math.round((size / milliseconds) * 1_000)} passages/s`;
  print();
  table([
    ['ingest', ''],
    ['put in', rate(took)],
    ['… processor time of the process that puts in', `${((cpu / took) * 100).toFixed(0)} % of it`],
    ['… memory of that process beyond the start', mebibytes(grown)],
    ['bare _bulk of the same bytes', bare === undefined ? 'not measured' : rate(bare)],
    [`ratio (aim: ${BULK_AIM})`, bare === undefined ? '' : (bare / took).toFixed(2)],
    ['sent, a passage', `${Math.round(sent / size)} bytes`],
    ['stored, a passage, one copy', `${Math.round(stored / size)} bytes`],
  ]);
}

/** Answers beside the cluster's own query and the embedded engine, what they ask of the cluster, and memory. */
export function printAnswers({ cluster, embedded }: ClusterRun): void {
  print();
  table([
    ['', 'median', 'raw', 'ratio', 'p95', 'raw', 'ratio', 'aim', 'embedded median', 'p95', 'unanswered'],
    ...CLUSTER_CALLS.map((call) => answersRow(call, cluster.calls[call], embedded?.calls[call])),
  ]);
  print();
  table([
    ['', 'processor time here', 'searches', 'each', 'documents', 'each', 'words', 'each'],
    ...CLUSTER_CALLS.map((call) => requestsRow(call, cluster.calls[call])),
  ]);
  print();
  table([
    ['memory', 'resident', 'heap'],
    ['after the start', mebibytes(cluster.started.rss), mebibytes(cluster.started.heap)],
    ['after all calls', mebibytes(cluster.held.rss), mebibytes(cluster.held.heap)],
    ...(embedded
      ? [['embedded, after all calls', mebibytes(embedded.held.rss), mebibytes(embedded.held.heap)]]
      : []),
  ]);
}

function answersRow(call: ClusterCall, ours: CallFigures, embedded: CallFigures | undefined): string[] {
  const { median, p95, raw, unanswered } = ours;
  const aim = AIMS[call];
  return [
    NAMES[call],
    milliseconds(median),
    raw ? milliseconds(raw.median) : '',
    raw ? ratio(median, raw.median) : '',
    milliseconds(p95),
    raw ? milliseconds(raw.p95) : '',
    raw ? ratio(p95, raw.p95) : '',
    aim === undefined ? '' : `${aim} ×`,
    embedded ? milliseconds(embedded.median) : '',
    embedded ? milliseconds(embedded.p95) : '',
    String(unanswered),
  ];
}

function requestsRow(call: ClusterCall, { cpu, requests }: CallFigures): string[] {
  const kinds = ['search', 'documents', 'words'] as const;
  const cells = kinds.flatMap((kind) => {
    const found = requests[kind];
    return found ? [found.count.toFixed(2), milliseconds(found.took)] : ['0', ''];
  });
  return [NAMES[call], milliseconds(cpu), ...cells];
}

/** How medians and memory grow from size to size. */
export function printGrowth(runs: readonly ClusterRun[]): void {
  const [, second = runs[0]] = runs;
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !second || !last || runs.length < 2) return;
  print(`\nGrowth: medians by passages (aim from 80,000 to 1.3 million: under ${GROWTH_AIM} ×)\n`);
  table([
    ['', ...runs.map(({ size }) => String(size)), `${second.size} to ${last.size}`, 'raw'],
    ...CLUSTER_CALLS.map((call) => {
      const of = ({ cluster }: ClusterRun) => cluster.calls[call];
      const raw = (run: ClusterRun) => of(run).raw?.median ?? Number.NaN;
      return [
        NAMES[call],
        ...runs.map((run) => milliseconds(of(run).median)),
        ratio(of(last).median, of(second).median),
        ratio(raw(last), raw(second)),
      ];
    }),
  ]);
  const grown = (last.cluster.held.rss / first.cluster.held.rss - 1) * 100;
  print(
    `\nMemory of the bot from ${first.size} to ${last.size}: ${grown.toFixed(1)} % (aim: within ${MEMORY_AIM} %)`,
  );
}

/** How far both engines answer alike. */
export function printSameness(size: number, found: Sameness): void {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  print(`\nThe same ${found.asked} questions to both engines over ${size} passages\n`);
  table([
    ['', '', 'aim'],
    ['verdicts with their places, the same', percent(found.verdicts), '100 %'],
    ['first ten in common, on average', found.overlap.toFixed(3), '0.97'],
    ['the same first', percent(found.first), '97 %'],
    ['silent on the same', percent(found.silence), '99 %'],
    ['differing in anything', String(found.different.length), ''],
  ]);
}
