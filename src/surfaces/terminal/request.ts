import { z } from 'zod';
import type { Signature } from '../../command/signature.js';
import { messages } from '../../messages/index.js';
import type { ParsedLine } from './parse-line.js';

const requestSchema = z.object({
  command: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

const EXAMPLE = '{"command":"quote","options":{"topic":"NGOs"}}';

/** Reads a command given as an object, for values that a line cannot hold, such as one with a line break. */
export function parseRequest(line: string, known: readonly Signature[]): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: messages.terminal.notJson(EXAMPLE), command: null };
  }
  const request = requestSchema.safeParse(value);
  if (!request.success) return { problem: messages.terminal.notRequest(EXAMPLE), command: null };
  const { command, options } = request.data;
  const signature = known.find(({ name }) => name === command);
  if (!signature) {
    const names = known.map(({ name }) => name);
    return { problem: messages.terminal.notCommand(command, names), command };
  }
  const { subcommand } = signature;
  return { signature, raw: subcommand === undefined ? options : { ...options, subcommand } };
}
