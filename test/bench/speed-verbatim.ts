import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { RawOptions } from '../../src/command/command.js';
import type { Inputs } from './inputs.js';
import {
  type Memory,
  median,
  memoryGrown,
  memoryHeld,
  memoryNow,
  percentile,
  processorTime,
  timingsOf,
} from './measure.js';
import { warmUpAndAsked } from './speed-rivals.js';
import type { AllTimes, Measured, ReloadFigures, StartFigures, Times } from './speed-tasks.js';
import { Started } from './start.js';

/** There is one question without a topic, so it is only repeated. */
const COMPARED_AT_ALL = 10;
const SAMPLE_MS = 10;
/** A process rests that computes for less than a tenth of so many milliseconds. */
const REST_MS = 200;

/** A start to the first answer; then, if there is anything to ask, answers and reloads. Changes the folder's documents. */
export async function measureVerbatim(folder: string, topic: string, inputs?: Inputs): Promise<Measured> {
  const before = memoryHeld();
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const [began, used] = [performance.now(), process.cpuUsage()];
  const { value: started, cpu } = await processorTime(async () => {
    const program = await Started.over(folder);
    await program.answer('quote', { topic });
    return program;
  });
  const wall = performance.now() - began;
  // Before memory is measured, which holds the event loop by itself.
  loop.disable();
  await rest();
  const { user, system } = process.cpuUsage(used);
  const start: StartFigures = {
    cpu,
    cpuToRest: (user + system) / 1_000,
    wall,
    held: loop.max / 1e6,
    memory: memoryGrown(memoryHeld(), before),
  };
  if (!inputs) {
    const [comparedFirst] = await timingsOf(1, () => started.answer('compare', {}));
    return { start, comparedFirst };
  }

  const times = await timesOf(started, inputs);
  const documents = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const reloaded = async (names: readonly string[], sentence: string): Promise<ReloadFigures> => {
    for (const name of names) addTo(path.join(folder, name), sentence);
    return reload(started, topic);
  };
  const middle = documents.slice(Math.floor(documents.length / 2)).slice(0, 1);
  const reloadOne = await reloaded(middle, 'An earlier version said otherwise.');
  const reloadAll = await reloaded(documents, 'All rights are reserved.');
  return { start, times, reloadOne, reloadAll };
}

function addTo(file: string, sentence: string): void {
  writeFileSync(file, `${readFileSync(file, 'utf8').trim()} ${sentence}\n`);
}

/** Waits until nothing more is done by itself, such as what a start leaves for later, lest it weigh on what is next. */
async function rest(): Promise<void> {
  for (;;) {
    const used = process.cpuUsage();
    await setTimeout(REST_MS);
    const { user, system } = process.cpuUsage(used);
    if ((user + system) / 1_000 < REST_MS / 10) return;
  }
}

/** A reload to the first answer from what it loaded. */
async function reload(started: Started, topic: string): Promise<ReloadFigures> {
  const before = memoryHeld();
  let peak: Memory = before;
  const sample = () => {
    const { heap, rss } = memoryNow();
    peak = { heap: Math.max(peak.heap, heap), rss: Math.max(peak.rss, rss) };
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const { cpu } = await processorTime(async () => {
    await started.reload();
    await started.answer('quote', { topic });
  });
  loop.disable();
  sample();
  clearInterval(timer);
  await rest();
  return {
    cpu,
    held: loop.max / 1e6,
    peak: memoryGrown(peak, before),
    kept: memoryGrown(memoryHeld(), before),
  };
}

async function timesOf(started: Started, inputs: Inputs): Promise<AllTimes> {
  const calls = (command: string, option: string, list: readonly string[]): Promise<Times> =>
    timed(list, (text) => started.answer(command, { [option]: text } satisfies RawOptions));
  const times = {
    quote: await calls('quote', 'topic', inputs.topics),
    ask: await calls('ask', 'question', inputs.questions),
    verify: await calls('verify', 'quote', inputs.standing),
    altered: await calls('verify', 'quote', inputs.altered),
    compare: await calls('compare', 'topic', inputs.topics),
  };
  const compareAll = await timed(Array<string>(COMPARED_AT_ALL).fill(''), () =>
    started.answer('compare', {}),
  );
  const suggest = await timed(inputs.typed, async (text) => {
    await started.suggest(text);
    return 'answered';
  });
  return { ...times, compareAll, suggest };
}

async function timed(list: readonly string[], call: (text: string) => Promise<string>): Promise<Times> {
  const [warmUp, asked] = warmUpAndAsked(list);
  const taken: number[] = [];
  let unanswered = 0;
  for (const text of [...warmUp, ...asked]) {
    const began = performance.now();
    const outcome = await call(text);
    taken.push(performance.now() - began);
    // Finding nothing is an answer too.
    if (outcome !== 'answered' && outcome !== 'nothing') unanswered++;
  }
  const warm = taken.slice(warmUp.length).sort((a, b) => a - b);
  return { median: median(warm), p95: percentile(warm, 0.95), unanswered };
}
