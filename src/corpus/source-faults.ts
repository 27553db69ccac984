import type { z } from 'zod';
import { messages } from '../messages/index.js';
import type { TextFault } from './forms/decode.js';
import { SOURCE_FIELDS, type Source, sourceSchema } from './source.js';

/** Where something stands in what was read: the names of fields and the places in lists that lead to it. */
export type FieldPath = readonly PropertyKey[];

/** The source that `value` states, or what is wrong with it; `lineOf` gives the line of a field, counted from 1. */
export function readSource(
  value: unknown,
  lineOf: (path: FieldPath) => number,
): { readonly source: Source } | { readonly faults: readonly TextFault[] } {
  const result = sourceSchema.safeParse(value);
  if (result.success) return { source: result.data };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, lineOf)) };
}

/** What is wrong with a value, and what to do about it where the schema says so: its messages are "problem; remedy". */
export function wordsOf({ message }: z.core.$ZodIssue): { problem: string; remedy: string | undefined } {
  const [problem = message, remedy] = message.split('; ');
  return { problem, remedy };
}

function faultsOf(issue: z.core.$ZodIssue, lineOf: (path: FieldPath) => number): TextFault[] {
  const { fix, ofField, ofEntry, unknownField } = messages.seeds;
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
    return issue.keys.map((field) => ({ line: lineOf([field]), ...unknownField(field, SOURCE_FIELDS) }));
  const { problem, remedy = fix } = wordsOf(issue);
  const fault = { problem, remedy };
  const line = lineOf(issue.path);
  return [{ line, ...(issue.path.length > 0 ? ofField(nameOf(issue.path), fault) : ofEntry(fault)) }];
}

/** A place as people count: `authors, 2` is the second of the authors. */
function nameOf(path: FieldPath): string {
  return path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(', ');
}
