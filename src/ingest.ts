import path from 'node:path';
import dotenv from 'dotenv';
import { ProgressReport } from './archive/progress-report.js';
import { readConfig } from './config.js';
import { describeFault } from './corpus/fault.js';
import { messages } from './messages/index.js';
import { Cluster } from './search/opensearch/cluster.js';
import { ClusterError } from './search/opensearch/cluster-error.js';
import { type Ingested, ingest, type Progress } from './search/opensearch/ingest/ingest.js';
import { IngestRunningError } from './search/opensearch/ingest/lock.js';
import { ChangedMeanwhileError } from './search/opensearch/ingest/plan.js';
import { exitWith } from './start/exit.js';
import { createPace } from './text/pace.js';
import { uniqueBy } from './text/unique-by.js';

// Run by `npm run ingest [-- DIR…]`: puts documents into the cluster at ENGINE_URL.
dotenv.config({ quiet: true });

const named = process.argv.slice(2);
if (named.includes('--help')) {
  process.stdout.write(messages.archive.ingestUsage);
  process.exit(0);
}
if (named.some((one) => one.startsWith('-'))) exitWith([messages.archive.ingestUsage.trimEnd()]);
const configured = readConfig(process.env);
if ('problems' in configured) exitWith(configured.problems);
const {
  ENGINE_URL: nodes,
  ENGINE_CA: ca,
  ENGINE_NAME: name,
  KEEP_REVISIONS: keep,
  SEEDS_DIR,
} = configured.config;
if (!nodes) exitWith([messages.archive.noEngine]);

/** The lock is given back before the program ends, so that it can be run again at once. */
class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    isStopped = true;
  });
}
const rest = createPace();
const pace = () => {
  if (isStopped) throw new StoppedError();
  return rest();
};

const report = new ProgressReport(process.stdout);
try {
  const cluster = Cluster.at({ nodes, ca, name });
  await cluster.checkVersion();
  const roots = uniqueBy(named.length > 0 ? named : [SEEDS_DIR], (folder) => path.resolve(folder));
  const heard = (progress: Progress) => report.hear(progress);
  finish(await ingest(cluster, { roots, keep, by: 'npm run ingest', heard, pace }));
  await cluster.close();
} catch (error) {
  if (error instanceof StoppedError) exitWith([messages.archive.stopped]);
  exitWith([problemOf(error)]);
}

function finish(made: Ingested): void {
  if (made.kind === 'faulty') exitWith(made.faults.map(describeFault));
  const { facts, added, changed, removed } = made;
  for (const warning of made.warnings) {
    process.stderr.write(`${messages.seeds.warning(describeFault(warning))}\n`);
  }
  const changes = { added: added.length, changed: changed.length, removed: removed.length };
  const text =
    made.kind === 'same'
      ? messages.archive.same(facts.documents, facts.passages)
      : messages.archive.made(facts, changes);
  const { revision, documents, passages } = facts;
  report.finish(text, { done: true, made: made.kind === 'made', revision, documents, passages, ...changes });
}

/** What went wrong, as far as whoever ran this can do something about it. */
function problemOf(error: unknown): string {
  if (error instanceof ClusterError)
    return messages.archive.fault(messages.archive.faults[error.fault], error.message);
  if (error instanceof IngestRunningError) return messages.archive.running;
  if (error instanceof ChangedMeanwhileError) return messages.archive.changedMeanwhile(error.file);
  throw error;
}
