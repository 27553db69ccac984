import { z } from 'zod';
import { SHOWN_ALONE, shownOptions } from './option.js';
import type { Signature } from './signature.js';

/** A JSON Schema of the options that a signature takes, as they are given: for programs that call it. A file is given by its path. */
export function optionsSchema({ command, options }: Signature): z.core.JSONSchema.JSONSchema {
  const taken = options.map(({ name }) => [name, command.options.shape[name]]);
  const schema = z.toJSONSchema(z.strictObject(Object.fromEntries(taken)), {
    io: 'input',
    metadata: shownOptions,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.file) jsonSchema.type = 'string';
      // Whether a surface completes an option, of which subcommand it is and for whom, is nothing that a value must fit.
      for (const key of SHOWN_ALONE) delete jsonSchema[key];
    },
  });
  const required = options.filter((option) => option.required).map(({ name }) => name);
  return { ...schema, ...(required.length > 0 && { required }) };
}
