import type { Runtime } from '../../src/embeddings/runtime.js';
import { compiled } from '../support/build.js';
import type { Files } from '../support/folder.js';

/** How many dimensions the stand-in has. */
export const DIMENSIONS = 64;

/**
 * A runtime that needs no package: a token is a word, and its vector is 1 in a dimension of its own, as far as the
 * dimensions go. It is written so that its source can be given to a thread.
 */
export function standInRuntime(dimensions: number): Runtime {
  const idOf = (word: string) => [...word].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 997, 7);
  return {
    tokenizer: () => ({
      encode: (text) => ({ ids: [1, ...(text.toLowerCase().match(/\w+/g) ?? []).map(idOf), 2] }),
    }),
    async session(model) {
      if (Buffer.from(model).toString() === 'broken') throw new Error('Not a model');
      return {
        inputs: ['input_ids', 'attention_mask'],
        async run(inputs) {
          const ids = [...(inputs.input_ids ?? [])].map(Number);
          const data = new Float32Array(ids.length * dimensions);
          for (const [at, id] of ids.entries()) if (id > 2) data[at * dimensions + (id % dimensions)] = 1;
          return { data, dims: [1, ids.length, dimensions] };
        },
      };
    },
  };
}

/** A model's folder for the stand-in. */
export const MODEL: Files = { 'model.onnx': 'a model', 'tokenizer.json': '{}' };

/** A module for a thread that does what that of the program does, with the stand-in. */
export function standInModule(): URL {
  const code = `
    import { serveCalls } from '${compiled('src/threads/serve').href}';
    import { Service } from '${compiled('src/embeddings/service').href}';
    const standInRuntime = ${standInRuntime.toString()};
    const service = new Service(async () => standInRuntime(${DIMENSIONS}));
    serveCalls((call) => service.answer(call));`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
