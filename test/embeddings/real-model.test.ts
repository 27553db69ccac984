import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Embeddings } from '../../src/embeddings/embeddings.js';
import { loadRuntime } from '../../src/embeddings/runtime.js';
import { createLog } from '../../src/log.js';
import { ROOT } from '../support/build.js';
import { folderOf, SEEDS } from '../support/folder.js';

// A model and what runs it are no part of the project, so these run only where both are there.
const { EMBEDDINGS_DIR: model } = process.env;
const runtime = model ? await loadRuntime() : undefined;
const missing =
  model === undefined
    ? 'EMBEDDINGS_DIR names no model'
    : runtime && 'faults' in runtime
      ? runtime.faults.join(' ')
      : undefined;
if (missing !== undefined) process.stderr.write(`Tests of a real embedding model are left out: ${missing}\n`);
const title = missing === undefined ? 'a real model' : `a real model (left out: ${missing})`;

/** A folder with the model and no vectors, in which vectors may be kept. */
function modelFolder(): string {
  const folder = folderOf({});
  cpSync(model ?? '', folder, { recursive: true, filter: (file) => !file.endsWith('.bin') });
  return folder;
}

async function open(folder = modelFolder()): Promise<Embeddings> {
  // As long as it takes, since no test depends on the machine's speed.
  const opened = await Embeddings.open(folder, { log: createLog('silent'), limit: 1_000_000 });
  if ('faults' in opened) throw new Error(opened.faults.join('\n'));
  onTestFinished(() => opened.embeddings.close());
  return opened.embeddings;
}

const PASSAGES = [
  'The minister stepped down on Monday after weeks of protest.',
  'The minister opened a new bridge over the river.',
  'Rain is expected in the north until the weekend.',
].map((text) => ({ text }));

describe.skipIf(missing !== undefined)(title, () => {
  it('finds what is said in other words', async () => {
    const embeddings = await open();
    const [resigned = 0, opened = 0, rain = 0] =
      (await embeddings.similarities('Which politician quit the government?', PASSAGES)) ?? [];
    expect(resigned).toBeGreaterThan(opened);
    expect(opened).toBeGreaterThan(rain);
  });

  it('gives the same numbers from a file of vectors as when they were new', async () => {
    const folder = modelFolder();
    const first = await open(folder);
    const fresh = await first.similarities('Who quit?', PASSAGES);
    await first.close();
    const again = await open(folder);
    expect(await again.similarities('Who quit?', [...PASSAGES].reverse())).toEqual(fresh?.toReversed());
  });

  it('reads of a long text as much as it can', async () => {
    const embeddings = await open();
    const repeated = (sentence: string) => ({ text: `${sentence} `.repeat(5_000) });
    const [minister = 0, rain = 0] =
      (await embeddings.similarities('Which politician quit?', [
        repeated('The minister stepped down.'),
        repeated('Rain is expected in the north.'),
      ])) ?? [];
    expect(minister).toBeGreaterThan(rain);
  });

  it.each([
    ['when there is nothing more to read', ''],
    ['in the middle of its work', '/quote topic:NGOs\n'],
  ])('lets the program end in order %s', async (_, input) => {
    const env = { PATH: process.env.PATH, EMBEDDINGS_DIR: modelFolder(), SEEDS_DIR: SEEDS };
    const child = spawn(process.execPath, [path.join(ROOT, 'dist/src/main.js'), '--json'], {
      cwd: folderOf({}),
      env,
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdin.end(input);
    const ended = await new Promise((resolve) =>
      child.on('close', (code, signal) => resolve({ code, signal })),
    );
    expect({ ended, errors }).toEqual({ ended: { code: 0, signal: null }, errors: '' });
  });
});
