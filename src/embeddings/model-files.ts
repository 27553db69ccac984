import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { messages } from '../messages/index.js';

/** How the vectors of a text's tokens become one: their mean, or that of the first token. */
export type Pooling = 'mean' | 'first';

/** A model as it stands in its folder. */
export interface ModelFiles {
  /** The bytes of the ONNX file. */
  readonly model: Uint8Array;
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly pooling: Pooling;
  /** How many tokens of a text are read, the marks at both ends included. */
  readonly maxTokens: number;
  /** SHA-256 of everything that a vector depends on, in hexadecimal. */
  readonly sha256: string;
}

/** Where the ONNX file stands, the first that is there. */
const MODELS = ['onnx/model.onnx', 'model.onnx'] as const;

/**
 * The most tokens that are read of a text, whatever the model could: the work grows with their square, and small
 * sentence models are made for no more (BERT has 512 positions).
 */
export const MAX_TOKENS = 512;

const object = z.record(z.string(), z.unknown());
const length = z.number().int().min(2);
const bertConfig = z.object({ max_seq_length: length.optional() });
const modelConfig = z.object({ max_position_embeddings: length.optional() });
const poolingConfig = z.object({
  pooling_mode_cls_token: z.boolean().default(false),
  pooling_mode_mean_tokens: z.boolean().default(false),
});

/**
 * Reads the model in `folder`, laid out as sentence-transformers do: the ONNX file and `tokenizer.json`, and where
 * they are there `tokenizer_config.json`, `config.json` and `sentence_bert_config.json` (how long a text may be) and
 * `1_Pooling/config.json` (the mean of the tokens where it is not).
 */
export function readModelFiles(folder: string): ModelFiles | { readonly faults: readonly string[] } {
  const reader = new FolderReader(folder);
  const name = MODELS.find((file) => existsSync(path.join(folder, file)));
  if (name === undefined) return { faults: [messages.settings.noModel(folder, MODELS)] };
  const model = reader.bytes(name);
  const tokenizer = reader.json('tokenizer.json', object);
  if (!tokenizer) reader.missing('tokenizer.json');
  const tokenizerConfig = reader.json('tokenizer_config.json', object) ?? {};
  const { max_position_embeddings: positions } = reader.json('config.json', modelConfig) ?? {};
  const { max_seq_length: sequence } = reader.json('sentence_bert_config.json', bertConfig) ?? {};
  const pooling = poolingOf(reader.json('1_Pooling/config.json', poolingConfig));
  if (!pooling) reader.faults.push(messages.settings.notPooling(path.join(folder, '1_Pooling/config.json')));
  if (!model || !tokenizer || !pooling || reader.faults.length > 0) return { faults: reader.faults };
  const maxTokens = Math.min(MAX_TOKENS, sequence ?? MAX_TOKENS, positions ?? MAX_TOKENS);
  return { model, tokenizer, tokenizerConfig, pooling, maxTokens, sha256: reader.sha256 };
}

function poolingOf(config: z.infer<typeof poolingConfig> | undefined): Pooling | undefined {
  if (!config || config.pooling_mode_mean_tokens) return 'mean';
  return config.pooling_mode_cls_token ? 'first' : undefined;
}

/** Reads files of a folder, gathers what is wrong with them, and hashes what was read. */
class FolderReader {
  readonly faults: string[] = [];
  readonly #hash = createHash('sha256');

  constructor(private readonly folder: string) {}

  /** A hash of the names and bytes of all files that were read, in hexadecimal. To be asked for once. */
  get sha256(): string {
    return this.#hash.digest('hex');
  }

  /** A file's bytes; undefined where it is not there or cannot be read, which is a fault. */
  bytes(name: string): Uint8Array | undefined {
    const file = path.join(this.folder, name);
    if (!existsSync(file)) return undefined;
    try {
      const bytes = readFileSync(file);
      this.#hash.update(`${name}\0${bytes.length}\0`).update(bytes);
      return bytes;
    } catch (error) {
      this.faults.push(messages.settings.unreadableFile(file, reasonOf(error)));
      return undefined;
    }
  }

  /** What a JSON file says; undefined where it is not there or does not fit `schema`, which is a fault. */
  json<T>(name: string, schema: z.ZodType<T>): T | undefined {
    const bytes = this.bytes(name);
    if (!bytes) return undefined;
    try {
      return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    } catch (error) {
      const problem = error instanceof z.ZodError ? z.prettifyError(error) : reasonOf(error);
      this.faults.push(messages.settings.unreadableFile(path.join(this.folder, name), problem));
      return undefined;
    }
  }

  /** Says that a file is needed, unless something was said of it. */
  missing(name: string): void {
    const file = path.join(this.folder, name);
    if (!existsSync(file)) this.faults.push(messages.settings.noFile(file));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
