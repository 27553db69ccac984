import { z } from 'zod';
import { shownOptions } from './option.js';
import type { Signature } from './signature.js';

/** A JSON Schema of the options that a signature takes, as they are given: for programs that call it. */
export function optionsSchema({ command, options }: Signature): z.core.JSONSchema.JSONSchema {
  const taken = options.map(({ name }) => [name, command.options.shape[name]]);
  return z.toJSONSchema(z.strictObject(Object.fromEntries(taken)), {
    io: 'input',
    metadata: shownOptions,
    override: ({ jsonSchema }) => {
      // Whether a surface completes an option, of which subcommand it is and for whom, is nothing that a value must fit.
      delete jsonSchema.suggests;
      delete jsonSchema.of;
      delete jsonSchema.forPeople;
    },
  });
}
