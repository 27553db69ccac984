import { existsSync, mkdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Service, vectorFileIn } from '../../src/embeddings/service.js';
import { folderOf } from '../support/folder.js';
import { DIMENSIONS, MODEL, standInRuntime } from './stand-in.js';

const LATER = Number.POSITIVE_INFINITY;

/** A service with the stand-in, that counts how often the model ran. */
function counted() {
  const runs = { count: 0 };
  const service = new Service(async () => {
    const runtime = standInRuntime(DIMENSIONS);
    return {
      ...runtime,
      async session(model) {
        const session = await runtime.session(model);
        return {
          inputs: session.inputs,
          run(inputs) {
            runs.count++;
            return session.run(inputs);
          },
        };
      },
    };
  });
  return { service, runs };
}

it('compares a question with texts by what the model gives', async () => {
  const { service } = counted();
  const texts = ['money for parties', 'rain in spring', 'the money'];
  const folder = folderOf(MODEL);
  const answered = await service.answer({ kind: 'compare', folder, question: 'money', texts, until: LATER });
  const [some, none, more] = answered as number[];
  expect(some).toBeCloseTo(1 / Math.sqrt(3), 2);
  expect(none).toBe(0);
  expect(more).toBeCloseTo(1 / Math.sqrt(2), 2);
});

it('loads a model once, and makes a text’s vector once, be it asked for here or prepared', async () => {
  const { service, runs } = counted();
  const folder = folderOf(MODEL);
  const opened = await service.answer({ kind: 'open', folder });
  expect(opened).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), kept: 0 });
  const before = runs.count;
  await service.answer({ kind: 'prepare', folder, texts: ['a', 'b'], limit: 1000_000 });
  await service.answer({ kind: 'compare', folder, question: 'a', texts: ['a', 'b', 'c'], until: LATER });
  await service.answer({ kind: 'prepare', folder, texts: ['a', 'b', 'c'], limit: 1000_000 });
  // Three texts and a question.
  expect(runs.count - before).toBe(4);
});

it('answers the same from vectors that were kept', async () => {
  const folder = folderOf(MODEL);
  const compare = {
    kind: 'compare',
    folder,
    question: 'who pays the parties',
    texts: ['money for parties', 'who pays'],
    until: LATER,
  } as const;
  const first = counted();
  const fresh = await first.service.answer(compare);
  expect(await first.service.answer({ kind: 'save', folder })).toEqual({});
  const { sha256 } = (await first.service.answer({ kind: 'open', folder })) as { sha256: string };
  expect(existsSync(vectorFileIn(folder, sha256))).toBe(true);
  const second = counted();
  expect(await second.service.answer({ kind: 'open', folder })).toEqual({ sha256, kept: 2 });
  const before = second.runs.count;
  expect(await second.service.answer(compare)).toEqual(fresh);
  expect(second.runs.count - before).toBe(1);
});

it('compares nothing where it is too late to embed what is new', async () => {
  const { service } = counted();
  const folder = folderOf(MODEL);
  const compare = { kind: 'compare', folder, question: 'a', texts: ['a', 'b'], until: 0 } as const;
  expect(await service.answer(compare)).toBeUndefined();
  await service.answer({ kind: 'prepare', folder, texts: ['a', 'b'], limit: 1000_000 });
  expect(await service.answer(compare)).toHaveLength(2);
});

it('prepares one text at least, and says how many have vectors', async () => {
  const { service } = counted();
  const folder = folderOf(MODEL);
  const prepare = { kind: 'prepare', folder, texts: ['a', 'b'], limit: 0 } as const;
  expect(await service.answer(prepare)).toEqual({ done: 1, made: 1 });
  expect(await service.answer(prepare)).toEqual({ done: 2, made: 1 });
  expect(await service.answer(prepare)).toEqual({ done: 2, made: 0 });
});

it('writes the file once there is enough that is new', async () => {
  const { service } = counted();
  const folder = folderOf(MODEL);
  const { sha256 } = (await service.answer({ kind: 'open', folder })) as { sha256: string };
  const texts = Array.from({ length: 500 }, (_, at) => `text ${at}`);
  await service.answer({ kind: 'prepare', folder, texts: texts.slice(1), limit: 1000_000 });
  expect(existsSync(vectorFileIn(folder, sha256))).toBe(false);
  await service.answer({ kind: 'prepare', folder, texts, limit: 1000_000 });
  expect(existsSync(vectorFileIn(folder, sha256))).toBe(true);
});

it('says why the file cannot be written, and goes on in memory', async () => {
  const { service } = counted();
  const folder = folderOf(MODEL);
  const { sha256 } = (await service.answer({ kind: 'open', folder })) as { sha256: string };
  // A folder in its place, since a read-only one is no hindrance to root.
  mkdirSync(vectorFileIn(folder, sha256));
  await service.answer({ kind: 'prepare', folder, texts: ['a'], limit: 0 });
  expect(await service.answer({ kind: 'save', folder })).toEqual({
    unsaved: expect.stringMatching(/EISDIR|EEXIST/),
  });
  expect(
    await service.answer({ kind: 'compare', folder, question: 'a', texts: ['a'], until: 0 }),
  ).toHaveLength(1);
});

it('says of a folder what is wrong with it, with the model, or with what runs it', async () => {
  const { service } = counted();
  const empty = folderOf({});
  expect(await service.answer({ kind: 'open', folder: empty })).toEqual({
    faults: [expect.stringContaining('no model in')],
  });
  await expect(service.answer({ kind: 'save', folder: empty })).rejects.toThrow('no model in');
  const broken = folderOf({ ...MODEL, 'model.onnx': 'broken' });
  expect(await service.answer({ kind: 'open', folder: broken })).toEqual({
    faults: [
      `EMBEDDINGS_DIR: the model in ${broken} does not run: Not a model; use a sentence-embedding model in ONNX format`,
    ],
  });
  const without = new Service(async () => ({ faults: ['Install it'] }));
  expect(await without.answer({ kind: 'open', folder: folderOf(MODEL) })).toEqual({ faults: ['Install it'] });
});
