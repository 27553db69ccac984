import { expect, it } from 'vitest';
import { Model } from '../../src/embeddings/model.js';
import type { ModelFiles } from '../../src/embeddings/model-files.js';
import type { Output, Runtime } from '../../src/embeddings/runtime.js';

const FILES: ModelFiles = {
  model: Buffer.from('a model'),
  tokenizer: {},
  tokenizerConfig: {},
  pooling: 'mean',
  maxTokens: 4,
  sha256: '',
};

/** A model that gives `output`, with what it was given. */
async function modelOf(output: Output, files: Partial<ModelFiles> = {}, inputs = ['input_ids']) {
  const given: { texts: string[]; inputs: Record<string, number[]> } = { texts: [], inputs: {} };
  const runtime: Runtime = {
    tokenizer: () => ({
      encode(text) {
        given.texts.push(text);
        return { ids: [101, ...text.split(' ').map(Number), 102] };
      },
    }),
    session: async () => ({
      inputs,
      async run(named) {
        given.inputs = Object.fromEntries(
          Object.entries(named).map(([name, numbers]) => [name, [...numbers].map(Number)]),
        );
        return output;
      },
    }),
  };
  return { model: await Model.load({ ...FILES, ...files }, runtime), given };
}

const rows = (...numbers: number[][]): Output => ({
  data: Float32Array.from(numbers.flat()),
  dims: [1, numbers.length, numbers[0]?.length ?? 0],
});
const rounded = (values: Float32Array) => [...values].map((value) => Number(value.toFixed(4)));

it('gives the mean of the tokens’ vectors, or that of the first, with length 1', async () => {
  const output = rows([1, 0], [0, 3], [2, 1]);
  expect(rounded(await (await modelOf(output)).model.embed('7'))).toEqual([0.6, 0.8]);
  const { model } = await modelOf(output, { pooling: 'first' });
  expect(rounded(await model.embed('7'))).toEqual([1, 0]);
});

it('takes the one vector of a model that makes one itself', async () => {
  const { model } = await modelOf({ data: Float32Array.of(3, 4), dims: [1, 2] });
  expect(rounded(await model.embed('7'))).toEqual([0.6, 0.8]);
});

it('gives a model the inputs that it names, a number a token', async () => {
  const { model, given } = await modelOf(rows([1]), {}, ['attention_mask', 'input_ids', 'token_type_ids']);
  await model.embed('7 8');
  expect(given.inputs).toEqual({
    attention_mask: [1, 1, 1, 1],
    input_ids: [101, 7, 8, 102],
    token_type_ids: [0, 0, 0, 0],
  });
  const other = await modelOf(rows([1]), {}, ['pixels']);
  await expect(other.model.embed('7')).rejects.toThrow('The model asks for pixels');
});

it('reads the beginning of a text that is too long, up to the mark for its end', async () => {
  const { model, given } = await modelOf(rows([1]));
  await model.embed('1 2 3 4 5 6');
  expect(given.inputs.input_ids).toEqual([101, 1, 2, 102]);
  await model.embed('1'.repeat(100_000));
  expect(given.texts.at(-1)).toHaveLength(64);
});

it('gives nothing for what a model cannot mean', async () => {
  const notNumbers = await modelOf(rows([Number.NaN, 1]));
  await expect(notNumbers.model.embed('7')).rejects.toThrow('not a number');
  const noRows = await modelOf({ data: Float32Array.of(1, 2, 3), dims: [1, 2] });
  await expect(noRows.model.embed('7')).rejects.toThrow('1×2');
});
