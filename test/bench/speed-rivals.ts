import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { FullText } from './fts5.js';
import type { Inputs } from './inputs.js';
import { median, memoryGrown, memoryHeld, percentile, processorTime } from './measure.js';
import type { AllTimes, Measured, StartFigures, Times } from './speed-tasks.js';

/**
 * How long one kind of question is asked, in milliseconds: over 100,000 passages MiniSearch takes about a second for a
 * long quotation, and 200 of them would take longer than all else.
 */
const PATIENCE_MS = 20_000;

/** The paragraphs of the documents in a folder, by no code of ours. */
function passagesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n\n'));
}

/** MiniSearch with its default options over the same passages. */
export async function measureMiniSearch(folder: string, inputs?: Inputs): Promise<Measured> {
  const before = memoryHeld();
  const texts = passagesIn(folder).map((text, id) => ({ id, text }));
  const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  const start = await built(() => mini.addAll(texts));
  const held = memoryGrown(memoryHeld(), before);
  const search = (text: string) => mini.search(text);
  const times =
    inputs && timesOf(inputs, { search, phrase: search, suggest: (text) => mini.autoSuggest(text) });
  // What is held is the texts too, so they must not be collected before.
  return texts.length > 0 ? { start: { ...start, memory: held }, times } : {};
}

/** SQLite's FTS5 over the same passages. */
export async function measureFullText(folder: string, inputs?: Inputs): Promise<Measured> {
  const before = memoryHeld();
  const passages = passagesIn(folder);
  let fullText: FullText | undefined;
  const start = await built(async () => {
    fullText = await FullText.over(passages);
  });
  if (!fullText) return {};
  const table = fullText;
  const memory = memoryGrown(memoryHeld(), before);
  const times =
    inputs &&
    timesOf(inputs, {
      search: (text) => table.anyOf(text),
      phrase: (text) => table.phrase(text),
      suggest: (text) => table.begunWith(text),
    });
  return { start: { ...start, memory }, times };
}

async function built(build: () => unknown): Promise<Omit<StartFigures, 'memory'>> {
  const began = performance.now();
  const { cpu } = await processorTime(build);
  const wall = performance.now() - began;
  return { cpu, cpuToRest: cpu, wall, held: wall };
}

/** How a rival answers what is asked. */
interface Rival {
  search(text: string): unknown;
  phrase(claim: string): unknown;
  suggest(typed: string): unknown;
}

function timesOf(inputs: Inputs, { search, phrase, suggest }: Rival): AllTimes {
  const timed = (list: readonly string[], call: (text: string) => unknown): Times => {
    const [warmUp, asked] = warmUpAndAsked(list);
    const taken: number[] = [];
    for (const batch of [warmUp, asked]) {
      taken.length = 0;
      const until = performance.now() + PATIENCE_MS;
      for (const text of batch) {
        const began = performance.now();
        call(text);
        taken.push(performance.now() - began);
        if (performance.now() > until) break;
      }
    }
    taken.sort((a, b) => a - b);
    return { median: median(taken), p95: percentile(taken, 0.95), unanswered: 0 };
  };
  const quote = timed(inputs.topics, search);
  return {
    quote,
    ask: timed(inputs.questions, search),
    verify: timed(inputs.standing, phrase),
    altered: timed(inputs.altered, phrase),
    compare: quote,
    suggest: timed(inputs.typed, suggest),
  };
}

/** A tenth of the inputs to warm up with, which are not asked again, and the others. */
export function warmUpAndAsked(list: readonly string[]): [string[], string[]] {
  const warmUp = Math.ceil(list.length / 11);
  return [list.slice(0, warmUp), list.slice(warmUp)];
}
