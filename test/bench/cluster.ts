import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { loadLibrary } from '../../src/library/load.js';
import { startCluster } from '../opensearch/cluster.js';
import { leftOut, missingTools } from '../opensearch/tools.js';
import { type Article, articlesOneByOne, generatedArticles } from './articles.js';
import { measureIngest } from './cluster-ingest.js';
import { type ClusterRun, printAnswers, printGrowth, printIngest, printSameness } from './cluster-report.js';
import type { ClusterMeasured, ClusterTask } from './cluster-tasks.js';
import { scaleArticles } from './data.js';
import { withArticles, withManyArticles } from './folder.js';
import { inputsFrom } from './inputs.js';
import { print } from './measure.js';
import { questionsOn, sameness } from './same-answers.js';
import { Started } from './start.js';

/** What of a cluster is measured. */
export interface ClusterBenchOptions {
  /** Sizes of the generated corpora, in passages, in rising order. */
  readonly sizes: readonly number[];
  readonly smoke: boolean;
  /** A folder of judged data to measure on as well. */
  readonly data?: string;
}

/** Of each kind, a tenth of them to warm up with. */
const INPUTS = { whole: 220, smoke: 11 } as const;
/** How many questions both engines are asked, over the smallest corpus. */
const QUESTIONS = { whole: 500, smoke: 40 } as const;
/** Beyond so many passages the embedded engine is left out: nobody would run it so. */
const EMBEDDED_PASSAGES = 100_000;
/** A node may have as much as a small machine gives it; the tests' nodes have an eighth. */
const HEAP_MIB = 2_048;

/** The engine on OpenSearch beside the cluster's own query and the embedded engine, on a cluster of one node. */
export async function benchCluster(options: ClusterBenchOptions): Promise<void> {
  const missing = await missingTools();
  if (missing.length > 0) return print(leftOut(missing));
  // The JVM's own choices: these tell how fast it answers, not how soon it starts.
  const cluster = await startCluster({ nodes: 1, heapMiB: HEAP_MIB, javaFlags: [] });
  try {
    await benchOn(cluster.addresses[0] ?? '', options);
  } finally {
    await cluster.stop();
  }
}

/** The same on a cluster that runs, at the address of one of its nodes. */
export async function benchOn(address: string, { sizes, smoke, data }: ClusterBenchOptions): Promise<void> {
  const count = smoke ? INPUTS.smoke : INPUTS.whole;
  const [smallest = 0] = sizes;
  const passages = passagesOf(articlesOneByOne(smallest));
  // The same texts over every size: fewer articles are the beginning of more.
  const inputs = inputsFrom(passages, count);
  const runs: ClusterRun[] = [];
  for (const size of sizes) {
    const run = await benchCorpus(
      { address, name: `bench-${size}`, library: 'generated', size },
      inputs,
      () => articlesOneByOne(size),
    );
    runs.push(run);
  }
  printGrowth(runs);
  await withArticles(generatedArticles(smallest), async (folder) => {
    const loaded = await loadLibrary(folder);
    if ('faults' in loaded) throw new Error('The generated articles have faults');
    const archived = await Started.inCluster(address, `bench-${smallest}`);
    const questions = await questionsOn(
      archived.library,
      passages,
      smoke ? QUESTIONS.smoke : QUESTIONS.whole,
    );
    printSameness(smallest, await sameness(loaded.library, archived.library, questions));
    await archived.close();
  });
  const books = data === undefined ? undefined : scaleArticles(data);
  if (!books) return;
  const own = passagesOf(books);
  const corpus = { address, name: 'bench-books', library: 'books', size: own.length };
  await benchCorpus(corpus, inputsFrom(own, count), () => books);
}

function passagesOf(articles: Iterable<Article>): string[] {
  return [...articles].flatMap(({ paragraphs }) => paragraphs);
}

interface Corpus {
  readonly address: string;
  readonly name: string;
  readonly library: string;
  readonly size: number;
}

async function benchCorpus(
  { address, name, library, size }: Corpus,
  inputs: ClusterTask['inputs'],
  articles: () => Iterable<Article>,
): Promise<ClusterRun> {
  return withManyArticles(articles(), async (folders) => {
    const ingested = await measureIngest(address, name, folders, size);
    const task = { address, name, folder: folders[0] ?? '', inputs };
    const cluster = await inNewProcess({ ...task, kind: 'cluster' });
    const embedded = size > EMBEDDED_PASSAGES ? undefined : await inNewProcess({ ...task, kind: 'embedded' });
    const run: ClusterRun = { library, size, ingested, cluster, embedded };
    print(`\n${size} ${library} passages in ${ingested.documents} documents, Node.js ${process.version}`);
    printIngest(run);
    printAnswers(run);
    return run;
  });
}

/** What a new process measures; it runs with the options of this one, `--expose-gc` among them. */
async function inNewProcess(task: ClusterTask): Promise<ClusterMeasured> {
  const child = fork(fileURLToPath(new URL('./cluster-process.js', import.meta.url)));
  const answered = once(child, 'message');
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process that measured ${task.name} ended with ${code}`);
  });
  child.send(task);
  const [measured] = await Promise.race([answered, ended]);
  await ended.catch(() => undefined);
  return measured as ClusterMeasured;
}
