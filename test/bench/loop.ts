import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { commands } from '../../commands/index.js';
import type { Speakers } from '../../src/corpus/speakers.js';
import { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { createLog } from '../../src/log.js';
import { drawStatement } from '../../src/picture/draw.js';
import { Drawing } from '../../src/picture/drawing.js';
import type { PictureOfStatement } from '../../src/picture/picture.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { type Delays, watchLoop } from './bare.js';
import { mebibytes, milliseconds, print, table } from './measure.js';

/** As many passages as a made-up document has. */
const EACH = 200;
/** How often a comparison is made and a picture drawn. */
const TIMES = 20;
/** Time for delays at both ends of a measurement to be seen, in milliseconds. */
const MARGIN = 20;

/** A picture as large as most are. */
const PICTURE: PictureOfStatement = {
  passages: ['The Courier', 'The Herald', 'The Post'].map((name) => ({
    name,
    text: '“We have never closed a bridge in this town, and we will not start today,” she said. '.repeat(5),
    place: 'x#1, line 1',
    differences: [{ start: 9, end: 14 }],
  })),
  shared: [[0, 0, 0].map((start) => ({ start, end: 60 }))],
};

/** One row of the table: what was done, and the delays meanwhile. */
type Row = readonly string[];

/**
 * For how long the event loop is held while documents are loaded, compared and drawn, beside a process that does
 * nothing. The documents are those that come with the project, and `passages`.
 */
export async function benchLoop(passages: readonly string[], origin: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-loop-'));
  const bare = fork(new URL('./bare.js', import.meta.url));
  const drawing = new Drawing({ log: createLog('silent') });
  const rows: Row[] = [];
  const row = async (what: string, work: () => Promise<unknown>) =>
    void rows.push(await measured(what, bare, work));
  try {
    writeDocuments(folder, passages);
    let live: LiveLibrary | undefined;
    await row('loading', async () => {
      const result = await loadLibrary(folder);
      if ('faults' in result) throw new Error('the documents are faulty');
      live = new LiveLibrary(result.library, (previous) => loadLibrary(folder, previous));
    });
    if (!live) return;
    const session = new Session({ commands, live, log: createLog('silent'), style: PLAIN });
    const compare = async () => {
      const { outcome } = JSON.parse(await session.json('/compare topic:opposition rallies')) as {
        outcome: string;
      };
      return outcome === 'answered' ? '' : `: ${outcome}`;
    };
    await row('comparing, the first time', compare);
    await row(`comparing, ${TIMES} times`, () => repeatedly(compare));
    await row('reading who speaks', () => speakersIn(live).read());
    await row('drawing, the first picture', () => drawing.draw(PICTURE));
    await row(`drawing, ${TIMES} pictures`, () => repeatedly(() => drawing.draw(PICTURE)));
    appendFileSync(path.join(folder, 'd0.txt'), '\n\n“One more,” Anna Smith said.');
    await row('reloading, one document changed', async () => live?.reload('the benchmark'));
    await row('reading who speaks, after it', () => speakersIn(live).read());
    await row(`drawing in this thread, ${TIMES} pictures`, () =>
      repeatedly(async () => drawStatement(PICTURE)),
    );
  } finally {
    bare.kill();
    await drawing.close();
    rmSync(folder, { recursive: true });
  }
  print(
    `\nDelays of the event loop with ${passages.length} ${origin} passages, each with the 1 ms of its timer`,
  );
  table([['', 'took', 'p99', 'longest', 'p99, bare', 'longest, bare', 'memory then (RSS)'], ...rows]);
}

/** Does some work and measures the delays meanwhile; what the work says as a string goes with its name. */
async function measured(what: string, bare: ChildProcess, work: () => Promise<unknown>): Promise<Row> {
  bare.send('start');
  const stop = watchLoop();
  await setTimeout(MARGIN);
  const began = performance.now();
  const said = await work();
  const took = performance.now() - began;
  await setTimeout(MARGIN);
  const ours = stop();
  bare.send('stop');
  const [theirs] = (await once(bare, 'message')) as [Delays];
  const delays = [ours.p99, ours.max, theirs.p99, theirs.max].map((delay) => milliseconds(delay));
  return [
    `${what}${typeof said === 'string' ? said : ''}`,
    milliseconds(took),
    ...delays,
    mebibytes(process.memoryUsage.rss()),
  ];
}

async function repeatedly(work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    await work();
    // The loop turns between two calls, as it does between those of two members.
    await setTimeout(0);
  }
}

function writeDocuments(folder: string, passages: readonly string[]): void {
  cpSync('seeds', folder, { recursive: true });
  const clean = passages.map((passage) => passage.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  for (let at = 0; at * EACH < clean.length; at++) {
    writeFileSync(path.join(folder, `d${at}.txt`), clean.slice(at * EACH, (at + 1) * EACH).join('\n\n'));
  }
}

function speakersIn(live: LiveLibrary | undefined): Speakers {
  const library = live?.serving.library;
  if (!(library instanceof EmbeddedLibrary)) throw new Error('The corpus is not in this process');
  return library.speakers;
}
