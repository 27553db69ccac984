import { z } from 'zod';
import type { Signature } from '../../command/signature.js';
import { messages } from '../../messages/index.js';
import type { ParsedLine } from './parse-line.js';

const requestSchema = z.strictObject({
  command: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

const named = z.object({ command: z.string() });

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
  if (!request.success) return { problem: wrongIn(request.error), command: namedIn(value) };
  const { command, options } = request.data;
  const signature = known.find(({ name }) => name === command);
  if (!signature) {
    const names = known.map(({ name }) => name);
    return { problem: messages.terminal.notCommand(command, names), command };
  }
  const { subcommand } = signature;
  return { signature, raw: subcommand === undefined ? options : { ...options, subcommand } };
}

/** What keeps an object from being a request: the first of it. */
function wrongIn({ issues: [issue] }: z.ZodError): string {
  const { notRequest, unknownInRequest, wrongInRequest } = messages.terminal;
  const place = issue?.path.map(String).join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') return unknownInRequest(issue.keys, EXAMPLE);
  return place === '' ? notRequest(EXAMPLE) : wrongInRequest(place, EXAMPLE);
}

/** The command that a request names, whatever else is wrong with it. */
function namedIn(value: unknown): string | null {
  return named.safeParse(value).data?.command ?? null;
}
