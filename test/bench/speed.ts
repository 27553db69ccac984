import { monitorEventLoopDelay } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { MiniSearchIndex } from '../../src/search/minisearch-index.js';
import { TermTable } from '../../src/search/term-table.js';
import { createPace } from '../../src/text/pace.js';
import { cost, mean, mebibytes, milliseconds, print, ratio, table, timings } from './measure.js';
import { topicsFrom } from './texts.js';

const TOPICS = 200;

/** Our index beside MiniSearch with its default options: building it, its memory, and searching it. */
export async function benchSpeed(passages: readonly string[], origin: string): Promise<void> {
  const texts = passages.map((text, id) => ({ id, text }));
  const plain = await cost(() => {
    const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
    mini.addAll(texts);
    return mini;
  });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const ours = await cost(async () => {
    delay.enable();
    const pace = createPace();
    const index = await MiniSearchIndex.build(texts, await TermTable.build(texts, pace), pace);
    // Before the heap is measured, which holds the event loop by itself.
    delay.disable();
    return index;
  });

  const topics = topicsFrom(passages, TOPICS);
  const searchPlain = timings(TOPICS, (index) => plain.value.search(topics[index] ?? ''));
  const searchOurs = timings(TOPICS, (index) => ours.value.search(topics[index] ?? '', { limit: 50 }));
  const slowest = (sorted: readonly number[]) => sorted.at(-1) ?? Number.NaN;

  print(`\nSearch over ${passages.length} ${origin} passages, ${TOPICS} topics of 1 to 10 of their words`);
  table([
    ['', 'plain MiniSearch', 'Verbatim', 'ratio'],
    ['index built in', milliseconds(plain.took), milliseconds(ours.took), ratio(ours.took, plain.took)],
    ['memory', mebibytes(plain.bytes), mebibytes(ours.bytes), ratio(ours.bytes, plain.bytes)],
    ['event loop held at most', '', milliseconds(delay.max / 1e6), ''],
    [
      'mean search',
      milliseconds(mean(searchPlain)),
      milliseconds(mean(searchOurs)),
      ratio(mean(searchOurs), mean(searchPlain)),
    ],
    [
      'slowest',
      milliseconds(slowest(searchPlain)),
      milliseconds(slowest(searchOurs)),
      ratio(slowest(searchOurs), slowest(searchPlain)),
    ],
  ]);
}
