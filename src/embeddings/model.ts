import type { ModelFiles, Pooling } from './model-files.js';
import type { ModelSession, Output, Runtime, Tokenizer } from './runtime.js';
import { normalised } from './vector.js';

/**
 * The most characters that are cut into tokens for each token that is read, in UTF-16 code units. English has five;
 * what is longer than this is noise, and a text of 20,000 words must not be cut up for its first hundred.
 */
const CHARACTERS_A_TOKEN = 16;

/** A sentence-embedding model that is ready to run. */
export class Model {
  private constructor(
    private readonly reading: Pick<ModelFiles, 'pooling' | 'maxTokens'>,
    private readonly tokenizer: Tokenizer,
    private readonly session: ModelSession,
  ) {}

  /** Rejects with what the runtime says where the files are of no model. */
  static async load(files: ModelFiles, runtime: Runtime): Promise<Model> {
    const tokenizer = runtime.tokenizer(files.tokenizer, files.tokenizerConfig);
    const session = await runtime.session(files.model);
    // The runtime has a copy of the bytes, so they are not held on to here.
    const { pooling, maxTokens } = files;
    return new Model({ pooling, maxTokens }, tokenizer, session);
  }

  /**
   * The direction of `text`, of length 1. Of a text that is too long for the model its beginning is read. One text
   * at a time: beside others a text would be padded, which takes longer, and where the model computes in bytes, what
   * it gives would depend on the others.
   */
  async embed(text: string): Promise<Float32Array> {
    const ids = this.#tokensOf(text);
    const output = await this.session.run(this.#inputsOf(ids));
    const direction = normalised(pooled(output, this.reading.pooling));
    if (!direction.every(Number.isFinite)) throw new RangeError('The model gave what is not a number');
    return direction;
  }

  #tokensOf(text: string): readonly number[] {
    const { maxTokens } = this.reading;
    const { ids } = this.tokenizer.encode(text.slice(0, maxTokens * CHARACTERS_A_TOKEN));
    // The last one is the model's mark for the end.
    return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)];
  }

  #inputsOf(ids: readonly number[]): Record<string, BigInt64Array> {
    const known: Record<string, () => BigInt64Array> = {
      input_ids: () => BigInt64Array.from(ids, BigInt),
      attention_mask: () => new BigInt64Array(ids.length).fill(1n),
      token_type_ids: () => new BigInt64Array(ids.length),
    };
    const inputs: Record<string, BigInt64Array> = {};
    for (const name of this.session.inputs) {
      const make = known[name];
      if (!make) throw new TypeError(`The model asks for ${name}, which a sentence model does not`);
      inputs[name] = make();
    }
    return inputs;
  }
}

/** One vector of a model's output: its tokens' vectors made one, or the one that it has already. */
function pooled({ data, dims }: Output, pooling: Pooling): Float32Array {
  const size = dims.at(-1) ?? 0;
  if (size === 0 || data.length % size !== 0)
    throw new RangeError(`The model gave ${dims.join('×')} numbers`);
  if (pooling === 'first') return data.slice(0, size);
  const sum = new Float32Array(size);
  for (const [at, value] of data.entries()) sum[at % size] = (sum[at % size] ?? 0) + value;
  return sum;
}
