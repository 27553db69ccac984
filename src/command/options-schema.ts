import { z } from 'zod';
import { SUBCOMMAND, shownOptions } from './option.js';
import type { Signature } from './signature.js';

/** A JSON Schema of the options that a signature takes, as they are given: for programs that call it. */
export function optionsSchema({ command: { options } }: Signature): z.core.JSONSchema.JSONSchema {
  const given = SUBCOMMAND in options.shape ? options.omit({ [SUBCOMMAND]: true }) : options;
  return z.toJSONSchema(given, {
    io: 'input',
    metadata: shownOptions,
    // Whether a surface completes an option is nothing that a value must fit.
    override: ({ jsonSchema }) => delete jsonSchema.suggests,
  });
}
