import type { Command } from '../../command/command.js';
import { optionsSchema } from '../../command/options-schema.js';
import { signatures } from '../../command/signature.js';
import { answerJsonSchema } from '../../reply/json-schema.js';

/**
 * What a program needs that reads and writes lines of JSON: each command that a line may name, with a JSON Schema
 * of its options, and a JSON Schema of every answer.
 */
export function schemaDocument(commands: readonly Command[]): object {
  const callable = signatures(commands).map((signature) => {
    const { name, description } = signature;
    return [name, { description, options: optionsSchema(signature) }] as const;
  });
  return { commands: Object.fromEntries(callable), answer: answerJsonSchema() };
}
