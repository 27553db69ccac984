import { z } from 'zod';
import { messages } from '../messages/index.js';
import { SUBCOMMAND } from './option.js';

const descriptions = z.registry<Readonly<Record<string, string>>>();

/** The option `subcommand` of a command that has several, each with one line that says what it does. */
export function subcommands<Name extends string>(described: Readonly<Record<Name, string>>) {
  const names = Object.keys(described) as Name[];
  return z.enum(names, messages.values.notSubcommand(names)).register(descriptions, described);
}

/** The subcommands of the command that `options` belong to, with their descriptions; none for most. */
export function subcommandsOf({ shape }: z.ZodObject): [name: string, description: string][] {
  const schema: z.core.$ZodType | undefined = shape[SUBCOMMAND];
  return schema ? Object.entries(descriptions.get(schema as z.ZodType) ?? {}) : [];
}
