import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadRuntime, PACKAGES } from '../../src/embeddings/runtime.js';
import { ROOT } from '../support/build.js';

it('says what to install where a package is not there', async () => {
  const missing = (name: string) => Promise.reject(new Error(`Cannot find package '${name}'`));
  expect(await loadRuntime(missing)).toEqual({
    faults: [
      "EMBEDDINGS_DIR is set, but what runs the model cannot be loaded: Cannot find package 'onnxruntime-node'",
      'Run: npm install --no-save --ignore-scripts onnxruntime-node@1.30.0 @huggingface/tokenizers@0.2.0',
    ],
  });
});

it('names the versions that package.json does, which installs neither', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const { peerDependencies, peerDependenciesMeta } = manifest;
  const named = Object.entries(peerDependencies).map(([name, version]) => `${name}@${version}`);
  expect(named.sort()).toEqual([...PACKAGES].sort());
  for (const name of Object.keys(peerDependencies))
    expect(peerDependenciesMeta[name]).toEqual({ optional: true });
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  const installed = Object.keys(lock.packages).filter((name) => /onnxruntime|huggingface/.test(name));
  expect(installed).toEqual([]);
});

/** Packages that stand in for those, and note what they were given. */
function standIns(outputNames: string[]) {
  const given: unknown[] = [];
  class Tensor {
    constructor(...parts: unknown[]) {
      given.push(parts);
    }
  }
  const create = async (model: Uint8Array, options: object) => {
    given.push([Buffer.from(model).toString(), options]);
    return {
      inputNames: ['input_ids'],
      outputNames,
      run: async () => ({
        pooler_output: { data: Float32Array.of(1), dims: [1, 1] },
        last_hidden_state: { data: Float32Array.of(2, 3), dims: [1, 2, 1] },
      }),
    };
  };
  const Tokenizer = class {
    encode = (text: string) => ({ ids: [text.length] });
  };
  const load = async (name: string) =>
    name === 'onnxruntime-node' ? { InferenceSession: { create }, Tensor } : { Tokenizer };
  return { load, given };
}

it('runs one text in one thread, and takes the vectors of its tokens', async () => {
  const { load, given } = standIns(['pooler_output', 'last_hidden_state']);
  const runtime = await loadRuntime(load);
  if ('faults' in runtime) throw new Error(runtime.faults.join());
  expect(runtime.tokenizer({}, {}).encode('four')).toEqual({ ids: [4] });
  const session = await runtime.session(Buffer.from('a model'));
  expect(session.inputs).toEqual(['input_ids']);
  const output = await session.run({ input_ids: BigInt64Array.of(5n, 6n) });
  expect(output).toEqual({ data: Float32Array.of(2, 3), dims: [1, 2, 1] });
  expect(given).toEqual([
    ['a model', { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 }],
    ['int64', BigInt64Array.of(5n, 6n), [1, 2]],
  ]);
});

it('takes the first output where none has that name, and fails where there is none', async () => {
  const sessionOf = async (outputs: string[]) => {
    const runtime = await loadRuntime(standIns(outputs).load);
    if ('faults' in runtime) throw new Error(runtime.faults.join());
    return runtime.session(Buffer.from('a model'));
  };
  expect((await (await sessionOf(['pooler_output'])).run({})).dims).toEqual([1, 1]);
  await expect((await sessionOf([])).run({})).rejects.toThrow('The model has no output');
});
