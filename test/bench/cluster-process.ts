import type { EngineRecorder, RequestKind } from '../../src/search/engine-recorder.js';
import { Cluster } from '../../src/search/opensearch/cluster.js';
import { indexNames } from '../../src/search/opensearch/indices.js';
import { servingBase } from '../../src/search/opensearch/revision.js';
import { token } from '../../src/search/opensearch/token.js';
import { foldWord } from '../../src/text/fold.js';
import { words } from '../../src/text/words.js';
import {
  type CallFigures,
  CLUSTER_CALLS,
  type ClusterCall,
  type ClusterMeasured,
  type ClusterTask,
} from './cluster-tasks.js';
import type { Inputs } from './inputs.js';
import { mean, median, memoryHeld, percentile, processorTime } from './measure.js';
import { Started } from './start.js';

/** As many as a page of any search engine has. */
const RAW_SIZE = 10;

type Requests = Map<RequestKind, number[]>;

/** Asks the cluster for a text by its own means: what OpenSearch finds by any of the words, and nothing else. */
type AskRaw = (text: string) => Promise<unknown>;

async function measured({ kind, address, name, folder, inputs }: ClusterTask): Promise<ClusterMeasured> {
  let requests: Requests = new Map();
  const recorder: EngineRecorder = {
    requested(what, _, took) {
      requests.set(what, [...(requests.get(what) ?? []), took]);
    },
  };
  const isCluster = kind === 'cluster';
  const started = isCluster ? await Started.inCluster(address, name, recorder) : await Started.over(folder);
  const raw = isCluster ? await rawQueries(address, name) : undefined;
  const atStart = memoryHeld();
  const calls = {} as Record<ClusterCall, CallFigures>;
  for (const call of CLUSTER_CALLS) {
    const list = textsOf(call, inputs);
    // A tenth to warm up with.
    const warmUp = Math.ceil(list.length / 11);
    for (const text of list.slice(0, warmUp)) {
      await answered(started, call, text);
      await raw?.ask(text);
    }
    requests = new Map();
    calls[call] = await figuresOf(
      list.slice(warmUp),
      (text) => answered(started, call, text),
      raw?.ask,
      () => requests,
    );
  }
  const held = memoryHeld();
  await raw?.close();
  await started.close();
  return { calls, started: atStart, held };
}

/** The call and the raw query by turns, so that what else the machine does weighs on both. */
async function figuresOf(
  texts: readonly string[],
  call: (text: string) => Promise<boolean>,
  raw: AskRaw | undefined,
  requests: () => Requests,
): Promise<CallFigures> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  let [unanswered, computed] = [0, 0];
  for (const text of texts) {
    const began = performance.now();
    const { value, cpu } = await processorTime(() => call(text));
    ours.push(performance.now() - began);
    computed += cpu;
    if (!value) unanswered++;
    if (!raw) continue;
    const beganRaw = performance.now();
    await raw(text);
    theirs.push(performance.now() - beganRaw);
  }
  const each = [...requests()].map(([kind, took]) => [
    kind,
    { count: took.length / texts.length, took: mean(took) },
  ]);
  return {
    ...quantiles(ours),
    unanswered,
    ...(raw && { raw: quantiles(theirs) }),
    cpu: computed / texts.length,
    requests: Object.fromEntries(each),
  };
}

function quantiles(taken: number[]) {
  taken.sort((a, b) => a - b);
  return { median: median(taken), p95: percentile(taken, 0.95) };
}

function textsOf(call: ClusterCall, inputs: Inputs): readonly string[] {
  const lists = {
    quote: inputs.topics,
    ask: inputs.questions,
    verify: inputs.standing,
    altered: inputs.altered,
    compare: inputs.topics,
    suggest: inputs.typed,
  };
  return lists[call];
}

/** True if a call was answered, be it by nothing. */
async function answered(started: Started, call: ClusterCall, text: string): Promise<boolean> {
  const commands = {
    quote: ['quote', 'topic'],
    ask: ['ask', 'question'],
    verify: ['verify', 'quote'],
    altered: ['verify', 'quote'],
    compare: ['compare', 'topic'],
  } as const;
  if (call === 'suggest') {
    await started.suggest(text);
    return true;
  }
  const [command, option] = commands[call];
  const outcome = await started.answer(command, { [option]: text });
  return outcome === 'answered' || outcome === 'nothing';
}

async function rawQueries(
  address: string,
  name: string,
): Promise<{ ask: AskRaw; close: () => Promise<void> }> {
  const cluster = Cluster.at({ nodes: [new URL(address)], name });
  const base = await servingBase(cluster);
  const { passages } = indexNames(base ?? '');
  const ask = (text: string) => {
    const query = words(text).map((word) => token(foldWord(word.text)));
    return cluster.request('search', {
      method: 'POST',
      path: `/${passages}/_search`,
      body: { size: RAW_SIZE, query: { match: { words: { query: query.join(' ') } } } },
    });
  };
  return { ask, close: () => cluster.close() };
}

// A process of its own for one task, which it is sent; cluster.ts starts it.
process.once('message', async (task: ClusterTask) => {
  const result = await measured(task);
  process.send?.(result, () => process.exit());
});
