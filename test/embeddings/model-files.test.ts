import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { MAX_TOKENS, readModelFiles } from '../../src/embeddings/model-files.js';
import { type Files, folderOf, writeFiles } from '../support/folder.js';
import { MODEL } from './stand-in.js';

function read(files: Files) {
  const folder = folderOf(files);
  const read = readModelFiles(folder);
  // Wherever the folder is, the rest is the same.
  return JSON.parse(JSON.stringify(read).replaceAll(folder, 'DIR')) as Record<string, unknown>;
}

it('takes a model with nothing but its tokenizer: the mean of at most 512 tokens', () => {
  expect(MAX_TOKENS).toBe(512);
  expect(read(MODEL)).toMatchObject({ pooling: 'mean', maxTokens: 512, tokenizer: {}, tokenizerConfig: {} });
});

it('reads how long a text may be, and how it becomes one vector', () => {
  const settings = {
    'sentence_bert_config.json': '{"max_seq_length": 256}',
    'config.json': '{"max_position_embeddings": 128}',
    'tokenizer_config.json': '{"do_lower_case": true}',
    '1_Pooling/config.json': '{"pooling_mode_cls_token": true}',
  };
  expect(read({ ...MODEL, ...settings })).toMatchObject({
    pooling: 'first',
    maxTokens: 128,
    tokenizerConfig: { do_lower_case: true },
  });
  expect(read({ ...MODEL, 'config.json': '{"max_position_embeddings": 8192}' })).toMatchObject({
    maxTokens: 512,
  });
  expect(read({ ...MODEL, 'sentence_bert_config.json': '{"max_seq_length": 256}' })).toMatchObject({
    maxTokens: 256,
  });
});

it('takes the model in onnx/ before the one beside it', () => {
  const folder = folderOf({ ...MODEL, 'onnx/model.onnx': 'another' });
  expect(Buffer.from((readModelFiles(folder) as { model: Uint8Array }).model).toString()).toBe('another');
});

it('tells models apart by all that a vector depends on', () => {
  const sums = [
    MODEL,
    { ...MODEL, 'model.onnx': 'another' },
    { ...MODEL, 'tokenizer.json': '{ }' },
    { ...MODEL, '1_Pooling/config.json': '{"pooling_mode_cls_token": true}' },
    { ...MODEL, 'sentence_bert_config.json': '{"max_seq_length": 256}' },
  ].map((files) => read(files).sha256);
  expect(new Set(sums).size).toBe(sums.length);
  expect(read(MODEL).sha256).toBe(sums[0]);
});

it('says of a folder what is missing or wrong, and what to do', () => {
  const faults = (files: Files) => read(files).faults;
  expect(faults({})).toEqual([
    'EMBEDDINGS_DIR: no model in DIR; put one there as onnx/model.onnx or model.onnx',
  ]);
  expect(
    faults({ 'model.onnx': 'a model', '1_Pooling/config.json': '{"pooling_mode_max_tokens": true}' }),
  ).toEqual([
    'EMBEDDINGS_DIR: DIR/tokenizer.json is missing; it comes with the model',
    'EMBEDDINGS_DIR: DIR/1_Pooling/config.json asks for neither mean nor CLS pooling; use another model',
  ]);
  const [broken, wrong] = faults({
    ...MODEL,
    'tokenizer.json': '{',
    'config.json': '{"max_position_embeddings": "many"}',
  }) as string[];
  expect(broken).toMatch(
    /^EMBEDDINGS_DIR: DIR\/tokenizer\.json cannot be used: .*JSON.*; copy it from the model again$/,
  );
  expect(wrong).toMatch(/^EMBEDDINGS_DIR: DIR\/config\.json cannot be used: .*max_position_embeddings/s);
});

it('says so where a file is a folder', () => {
  const folder = folderOf(MODEL);
  writeFiles(folder, { 'onnx/here.txt': '' });
  symlinkSync(path.join(folder, 'onnx'), path.join(folder, 'onnx/model.onnx'));
  expect(readModelFiles(folder)).toEqual({
    faults: [expect.stringMatching(/model\.onnx cannot be used: EISDIR/)],
  });
});
