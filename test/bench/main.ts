import { parseArgs } from 'node:util';
import { Embeddings } from '../../src/embeddings/embeddings.js';
import { createLog } from '../../src/log.js';
import { type Article, generatedArticles } from './articles.js';
import { benchCluster } from './cluster.js';
import { benchComparison, benchGrowth } from './comparison.js';
import { records, type Story, scaleArticles } from './data.js';
import { benchFidelity } from './fidelity.js';
import { benchHostile } from './hostile/hostile.js';
import { benchLoop } from './loop.js';
import { print } from './measure.js';
import { benchQuality } from './quality.js';
import { benchOutletQuestions } from './questions.js';
import { benchSimilarities } from './similarities.js';
import { benchSoak } from './soak.js';
import { benchSpeed } from './speed.js';
import { benchVerdicts } from './verdicts.js';
import { benchVerification } from './verification.js';

/** As long as it takes: a benchmark waits for a model, in milliseconds. */
const COMPARING_LIMIT_MS = 600_000;

/** What a busy server asks in a month, and some hundred to see that it runs. */
const SOAK_COMMANDS = 200_000;
const HOSTILE_INPUTS = 100_000;
const SMOKE_COMMANDS = 400;

const USAGE = `Usage: npm run bench -- [--smoke] [--fidelity] [--verdicts] [--quality] [--comparison] [--speed [--size N] [--record]] [--verification] [--loop] [--soak [--size N]] [--hostile [--size N] [--seed N] [--input N]] [--cluster [--size N]] [--data DIR] [--embeddings DIR]

Measures Verbatim beside a baseline in the same run; ratios matter, times are this machine's.
Without a kind of measurement, all are made but --cluster, and --soak and --hostile only with --smoke.
  --fidelity    whether Discord shows texts as they stand
  --verdicts    what is said of quotations of which the truth is known (needs --data)
  --quality     whether the right passages come first, and whether silence is kept (needs --data)
  --comparison  counterparts, speakers, and how comparing grows
  --speed       starts, reloads and answers over 1,000, 10,000 and 100,000 passages, beside MiniSearch and FTS5
  --size N      … over N passages alone
  --record      … and append the figures to test/bench/history.jsonl
  --verification  verdicts alone, beside a plain search
  --loop        for how long the event loop is held
  --soak        whether the heap stays flat over 200,000 commands with long options, or N
  --hostile     what comes of 100,000 hostile inputs, or N, on a local Discord and as JSON
  --seed N      … other ones
  --input N     … the input of this number alone, over the documents that it was sent over
  --cluster     ingest and answers on an OpenSearch cluster of one node, which it starts: needs a JDK and Maven
  --size N      … over N passages at most (80,000 where not given)
  --data DIR    measure on a folder of judged data too, as far as it is there
  --embeddings DIR  measure the embedding model in a folder too (--quality, needs --data)
  --smoke       the same on little data, to see that it runs
`;

const { values } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    fidelity: { type: 'boolean', default: false },
    verdicts: { type: 'boolean', default: false },
    quality: { type: 'boolean', default: false },
    comparison: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    size: { type: 'string' },
    record: { type: 'boolean', default: false },
    verification: { type: 'boolean', default: false },
    loop: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    seed: { type: 'string' },
    input: { type: 'string' },
    cluster: { type: 'boolean', default: false },
    data: { type: 'string' },
    embeddings: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const { smoke, data } = values;
const kinds = [
  values.fidelity,
  values.verdicts,
  values.quality,
  values.comparison,
  values.speed,
  values.verification,
  values.loop,
  values.soak,
  values.hostile,
  values.cluster,
];
const all = !kinds.includes(true);

if (values.help) print(USAGE);
else {
  if (data === undefined) print('No --data folder was given, so nothing is measured on judged data.');
  if (all || values.fidelity) {
    const stories = data === undefined ? undefined : records<Story>(data, 'outlets', 'stories.jsonl');
    const paragraphs = (stories ?? []).flatMap(({ articles }) =>
      articles.flatMap((article) => article.paragraphs),
    );
    benchFidelity(smoke ? 2_000 : 100_000, paragraphs);
  }
  if (data !== undefined && (all || values.verdicts)) await benchVerdicts(data);
  if (data !== undefined && (all || values.quality)) await benchAnswers(data, values.embeddings);
  if (all || values.comparison) {
    await benchGrowth(smoke ? 8 : 100);
    if (data !== undefined) await benchComparison(data);
  }
  if (all || values.speed) {
    const sizes =
      values.size === undefined ? (smoke ? [100] : [1_000, 10_000, 100_000]) : [sizeOf(values.size)];
    await benchSpeed({ sizes, smoke, data, record: values.record });
  }
  if (all || values.verification) {
    await benchVerification(passagesOf(generatedArticles(smoke ? 500 : 20_000)), 'generated');
    const books = data === undefined ? undefined : scaleArticles(data);
    const real = books && passagesOf(books);
    if (real)
      for (const size of [1_000, 10_000, real.length]) await benchVerification(real.slice(0, size), 'real');
  }
  if (all || values.loop) {
    const books = data === undefined ? undefined : scaleArticles(data);
    const real = books && passagesOf(books);
    const passages = real ?? passagesOf(generatedArticles(20_000));
    await benchLoop(passages.slice(0, smoke ? 500 : passages.length), real ? 'real' : 'generated');
  }
  if (values.soak || (all && smoke))
    await benchSoak(countOf(values.size, smoke ? SMOKE_COMMANDS : SOAK_COMMANDS), smoke);
  if (values.hostile || (all && smoke)) {
    const only = values.input === undefined ? undefined : Number(values.input);
    const count = countOf(values.size, smoke ? SMOKE_COMMANDS : HOSTILE_INPUTS);
    await benchHostile({ count, seed: Number(values.seed ?? 1), only, smoke });
  }
  if (values.cluster) await benchCluster({ sizes: sizesUpTo(values.size, smoke), smoke, data });
}

/** A number of commands as it was typed, or another where none was. */
function countOf(typed: string | undefined, otherwise: number): number {
  return typed === undefined ? otherwise : sizeOf(typed);
}

/** Measures the answers, with the model in the folder `model` too where one is named. */
async function benchAnswers(data: string, model: string | undefined): Promise<void> {
  const opened =
    model === undefined
      ? undefined
      : await Embeddings.open(model, { log: createLog('warn'), limit: COMPARING_LIMIT_MS });
  if (opened && 'faults' in opened) throw new Error(opened.faults.join('\n'));
  await benchQuality(data, opened?.embeddings);
  await benchOutletQuestions(data, opened?.embeddings);
  if (opened) await benchSimilarities(data, opened.embeddings);
  await opened?.embeddings.close();
}

function passagesOf(articles: readonly Article[]): string[] {
  return articles.flatMap(({ paragraphs }) => paragraphs);
}

/** The sizes of corpora in a cluster up to one that was typed: between which memory and medians may grow. */
function sizesUpTo(typed: string | undefined, smoke: boolean): number[] {
  const most = typed === undefined ? (smoke ? 500 : 80_000) : sizeOf(typed);
  return [...new Set([20_000, 80_000, most].map((size) => Math.min(size, most)))];
}

/** A size as it was typed; ends the process where it is none. */
function sizeOf(typed: string): number {
  const size = Number(typed.replaceAll(',', ''));
  if (Number.isInteger(size) && size > 0) return size;
  process.stderr.write(`--size must be a whole number of passages from 1 on, not ${typed}\n`);
  return process.exit(1);
}
