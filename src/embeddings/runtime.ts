import { messages } from '../messages/index.js';

/** Cuts a text into the tokens that a model knows. */
export interface Tokenizer {
  /** The tokens' numbers, with the model's own marks at both ends. */
  encode(text: string): { readonly ids: readonly number[] };
}

/** What a model gives for a text: `data` in rows of the last of `dims`. */
export interface Output {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A model that is ready to run. */
export interface ModelSession {
  readonly inputs: readonly string[];
  /** Runs the model on one text: for each input a number a token. */
  run(inputs: Readonly<Record<string, BigInt64Array>>): Promise<Output>;
}

/** What runs models. The packages are not installed with the program; see docs/decisions/embeddings.md. */
export interface Runtime {
  tokenizer(json: object, config: object): Tokenizer;
  session(model: Uint8Array): Promise<ModelSession>;
}

/** The packages that run a model, as they were tested. `package.json` names the same versions. */
export const PACKAGES = ['onnxruntime-node@1.30.0', '@huggingface/tokenizers@0.2.0'] as const;

/** The one output of a sentence model that has a vector for each token, by the name that exporters give it. */
const HIDDEN_STATES = 'last_hidden_state';

/** What is used of `onnxruntime-node`. */
interface OnnxRuntime {
  readonly InferenceSession: {
    create(model: Uint8Array, options: object): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => object;
}

interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, object>>): Promise<Readonly<Record<string, Output>>>;
}

/** What is used of `@huggingface/tokenizers`. */
interface HuggingFaceTokenizers {
  readonly Tokenizer: new (json: object, config: object) => Tokenizer;
}

/** The runtime of the installed packages, which `load` imports by their names; or what to install. */
export async function loadRuntime(
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<Runtime | { readonly faults: readonly string[] }> {
  try {
    const [onnx, tokenizers] = await Promise.all(PACKAGES.map((named) => load(nameOf(named))));
    return runtimeOf(onnx as OnnxRuntime, tokenizers as HuggingFaceTokenizers);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { faults: messages.settings.noRuntime(PACKAGES, reason) };
  }
}

/** The name of a package without its version. */
function nameOf(named: string): string {
  return named.slice(0, named.lastIndexOf('@'));
}

function runtimeOf(onnx: OnnxRuntime, { Tokenizer }: HuggingFaceTokenizers): Runtime {
  return {
    tokenizer: (json, config) => new Tokenizer(json, config),
    async session(model) {
      // One thread: on two cores a second one makes a text slower, and leaves none to answers.
      const session = await onnx.InferenceSession.create(model, {
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        logSeverityLevel: 3,
      });
      const output = session.outputNames.includes(HIDDEN_STATES) ? HIDDEN_STATES : session.outputNames[0];
      return {
        inputs: session.inputNames,
        async run(inputs) {
          const tensors = Object.entries(inputs).map(
            ([name, data]) => [name, new onnx.Tensor('int64', data, [1, data.length])] as const,
          );
          const outputs = await session.run(Object.fromEntries(tensors));
          const found = outputs[output ?? ''];
          if (!found) throw new Error('The model has no output');
          return { data: found.data, dims: found.dims };
        },
      };
    },
  };
}
