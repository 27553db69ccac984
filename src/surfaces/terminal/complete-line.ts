import type { CompletionContext, RawOptions } from '../../command/command.js';
import type { DeclaredOption } from '../../command/option.js';
import type { Signature } from '../../command/signature.js';
import { withCommand } from './chat-line.js';
import { OWN_COMMANDS } from './help.js';
import { OPTION_NAME, typedValue } from './parse-line.js';

/** What Tab offers: whole replacements for `replaced`, the end of the line so far. */
export type Completion = [offers: string[], replaced: string];

/** Of whole numbers, no more are offered than Discord offers choices. */
const MAX_NUMBERS = 25;

/** An option's name as it stands on a line, and where. */
interface Given {
  readonly option: DeclaredOption;
  /** Where the name begins, and where the value does. */
  readonly index: number;
  readonly from: number;
}

/**
 * Completes what the line up to the cursor ends in: a command's name, an option's name, or an option's value.
 * `after` is what stands after the cursor, whose options are not offered again. Nothing is offered for text that can
 * be anything, but the name of an option that was begun.
 */
export async function completeLine(
  line: string,
  known: readonly Signature[],
  context: Omit<CompletionContext, 'given'>,
  after = '',
): Promise<Completion> {
  const asked = line.trim() === '' ? line : withCommand(line.trimStart(), known);
  if (typeof asked !== 'string') return [[], line];
  const signature = known.find(({ name }) => asked.toLowerCase().startsWith(`/${name} `));
  if (!signature) {
    const names = [...known.map(({ name }) => `/${name} `), ...OWN_COMMANDS];
    return [names.filter((name) => name.startsWith(line.toLowerCase())), line];
  }
  // White space at a question's end was taken away, and tells that a word is over.
  const typed = asked + (/\s$/.test(line) && !/\s$/.test(asked) ? ' ' : '');
  const given = givenIn(typed, signature);
  const last = given.at(-1);
  const lastWord = typed.slice(typed.lastIndexOf(' ') + 1);
  const used = [...given, ...givenIn(` ${after}`, signature)].map(({ option }) => option);
  const names = signature.options.filter((option) => !used.includes(option)).map(({ name }) => `${name}:`);
  const fitting = names.filter((name) => lastWord !== '' && name.startsWith(lastWord));
  const value = typed.slice(last?.from ?? signature.name.length + 2);
  if (!last && (value === '' || fitting.length > 0)) return [value === '' ? names : fitting, lastWord];
  // Words before any option's name are the first option's.
  const option = last?.option ?? signature.options[0];
  const offers = option
    ? await offersFor(option, value, signature, { ...context, given: valuesBefore(typed, given, signature) })
    : [];
  if (offers.length > 0) return [offers, value];
  if (lastWord === '' && option && isOver(option, value, signature)) return [names, ''];
  return [fitting, lastWord];
}

/** The options whose names stand on a line, each where it first does, as the line is read. */
function givenIn(line: string, { options }: Signature): Given[] {
  const given: Given[] = [];
  for (const match of line.matchAll(OPTION_NAME)) {
    const option = options.find(({ name }) => name === match[1]?.toLowerCase());
    if (!option || given.some((one) => one.option === option)) continue;
    given.push({ option, index: match.index, from: match.index + match[0].length });
  }
  return given;
}

/** The values that a value so far may become: Readline adds to what was typed, so only those that begin with it. */
async function offersFor(
  option: DeclaredOption,
  value: string,
  signature: Signature,
  context: CompletionContext,
): Promise<string[]> {
  const begun = value.toLowerCase();
  const values = await valuesOf(option, value, signature, context);
  return values.filter((one) => one.length > value.length && one.toLowerCase().startsWith(begun));
}

/** What an option may be: what it always may, or what its command suggests. */
async function valuesOf(
  { name, kind, choices, suggests, minimum, maximum }: DeclaredOption,
  typed: string,
  { command }: Signature,
  context: CompletionContext,
): Promise<readonly string[]> {
  if (kind === 'yes or no') return ['true', 'false'];
  if (choices) return choices;
  if (kind === 'whole number' && minimum !== undefined && maximum !== undefined) {
    const few = Math.min(maximum - minimum + 1, MAX_NUMBERS);
    return Array.from({ length: few }, (_, at) => String(minimum + at));
  }
  if (!suggests) return [];
  return ((await command.complete?.(name, typed, context)) ?? []).map((choice) => choice.value);
}

/** True if no further word can belong to a value: one that is suggested and whole, or that takes a single word. */
function isOver(option: DeclaredOption, value: string, { command }: Signature): boolean {
  const text = value.trim();
  if (text === '') return false;
  if (option.suggests) return true;
  const schema = command.options.shape[option.name];
  return schema !== undefined && !schema.safeParse(`${text} x`).success;
}

/** The values of the options that a line gives before the one that it ends in. */
function valuesBefore(line: string, given: readonly Given[], { name, options }: Signature): RawOptions {
  const values: Record<string, RawOptions[string]> = {};
  const [first] = options;
  const words = line.slice(name.length + 2, given[0]?.index ?? 0).trim();
  if (first && words !== '' && !given.some(({ option }) => option === first)) values[first.name] = words;
  for (const [at, { option, from }] of given.slice(0, -1).entries()) {
    const text = line.slice(from, given[at + 1]?.index).trim();
    values[option.name] = typedValue(option, text) ?? text;
  }
  return values;
}
